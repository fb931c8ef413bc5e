"""This package to the executors."""

import atexit
import os
import shutil
import tempfile

from pyspark.sql import SparkSession


def ship(spark: SparkSession) -> None:
    """Sends this package to every executor; one that came by --py-files is there already."""
    package = os.path.dirname(os.path.abspath(__file__))
    if not os.path.isdir(package):
        return
    # executors that start later fetch it too, so it stays as long as the driver
    folder = tempfile.mkdtemp(prefix="dictum-spark-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    place = os.path.join(folder, "dictum_spark")
    spark.sparkContext.addPyFile(shutil.make_archive(place, "zip", os.path.dirname(package), os.path.basename(package)))
