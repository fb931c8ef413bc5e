"""The Spark example of README.md; `.ci/spark` runs it, where PySpark is installed."""

import sys
from pathlib import Path

import pytest
import readme

pytest.importorskip("pyspark")


@pytest.mark.filterwarnings("ignore")
def test_the_spark_example_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # the workers' Python must have the package
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    readme.run(readme.blocks("Spark"))
