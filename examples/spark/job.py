"""Articles to statements on Spark: `spark-submit job.py --help`.

Writes four folders of Parquet under the output folder: `statements`, one row a statement; `bad`, one row a record that holds no article,
with the reason; `accounts`, one row an id, with its number of statements or the reason; and, while it runs, `answers`.
"""

import argparse
import sys

from pyspark.sql import DataFrame, SparkSession

from dictum_spark import tables
from dictum_spark.answers import STATEMENT, answers
from dictum_spark.articles import FORMATS, BadInput, Source
from dictum_spark.program import Program
from dictum_spark.ship import ship
from dictum_spark.wheel import Wheel

OWN_COLUMNS = {"id", "line", "text", "refused", "reason", "statements", "version", "document"} | {
    field.name for field in STATEMENT
}


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Articles to statements, accounted for one by one")
    parser.add_argument("input", nargs="+", help="files or folders of articles, wherever Spark reads from")
    parser.add_argument("--output", required=True, help="a folder that is not there yet")
    parser.add_argument("--format", choices=FORMATS, default="parquet", help="the form of the articles; parquet unless given")
    parser.add_argument("--id", default="id", help="the column or field that holds an article's id")
    parser.add_argument("--text", default="text", help="the column or field that holds its text")
    parser.add_argument("--keep", nargs="+", default=[], metavar="COLUMN", help="further columns that statements carry")
    parser.add_argument("--partition-by", nargs="+", default=[], metavar="COLUMN",
                        help="partition the statements by these columns, such as category or a kept date")
    parser.add_argument("--dictum", default="dictum", metavar="PATH",
                        help="the program: a path on every node, or its name among --files or in --archives")
    parser.add_argument("--wheel", action="store_true",
                        help="use the Python package dictum-news of the executors instead of the program")
    parser.add_argument("--rules", metavar="FILE", help="another rule set, found like the program")
    parser.add_argument("--min-confidence", type=float, metavar="SHARE", help="drop statements below this confidence")
    parser.add_argument("--batch", type=int, default=500, metavar="ROWS", help="how many articles a task holds at a time")
    options = parser.parse_args(given)
    if taken := OWN_COLUMNS.intersection(options.keep):
        parser.error(f"--keep: statements have columns of their own named {', '.join(sorted(taken))}")
    unknown = set(options.partition_by) - set(options.keep) - {"category", "kind"}
    if unknown:
        parser.error(f"--partition-by: {', '.join(sorted(unknown))}: neither category nor kind nor kept")
    return options


def run(spark: SparkSession, options: argparse.Namespace) -> tables.Sum:
    if _exists(spark, options.output):
        raise BadInput(f"{options.output} is there already")
    ship(spark)
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", options.batch)
    articles = Source(options.input, options.format, options.id, options.text, options.keep).read(spark)
    # fields are named to the program only where it reads the given lines; of columns the job makes lines of its own
    names = (options.id, options.text) if options.format == "jsonl" else ("id", "text")
    settings = (*names, options.rules, options.min_confidence)
    program = Wheel(*settings) if options.wheel else Program(options.dictum, *settings)

    def kept(table: DataFrame, name: str, *partitions: str) -> DataFrame:
        place = f"{options.output}/{name}"
        if partitions:
            # few files a partition, and none too large
            table = table.hint("rebalance", *partitions)
        table.write.partitionBy(*partitions).parquet(place)
        return spark.read.parquet(place)

    # the program's work, once and for all: what follows reads its answers
    answered = kept(answers(articles, program), "answers")
    accounts = kept(tables.accounts(answered), "accounts")
    bad = kept(tables.bad_records(answered, accounts), "bad")
    statements = kept(tables.statements(answered, accounts, options.keep), "statements", *options.partition_by)
    whole = tables.check(articles, accounts, bad, statements)
    _delete(spark, f"{options.output}/answers")
    return whole


def _exists(spark: SparkSession, place: str) -> bool:
    files, path = _hadoop(spark, place)
    return files.exists(path)


def _delete(spark: SparkSession, place: str) -> None:
    files, path = _hadoop(spark, place)
    files.delete(path, True)


def _hadoop(spark: SparkSession, place: str):
    """The file system that a place lies in, which may be any that Spark writes to, and the path there."""
    path = spark._jvm.org.apache.hadoop.fs.Path(place)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()), path


def main() -> int:
    options = arguments()
    spark = SparkSession.builder.appName("dictum").getOrCreate()
    try:
        print(run(spark, options))
    except (BadInput, tables.Unaccounted) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
