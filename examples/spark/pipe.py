"""The same work the short way, by `RDD.pipe`: JSON Lines in, lines of `dictum extract --format answers` out.

`spark-submit pipe.py --help`. No tables, no columns kept, and bytes that are not UTF-8 reach the program as U+FFFD; `job.py` has all of that.
"""

import argparse
import shlex
import sys

from pyspark.sql import SparkSession


class Unanswered(RuntimeError):
    """There are not as many answers as there are lines."""


def command(dictum: str) -> str:
    """The program in a shell that takes its status 1, lines without an article, for good: those lines are answered too."""
    program = shlex.join([dictum, "extract", "--format", "answers", "--threads", "1"])
    return shlex.join(["sh", "-c", f"{program} || test $? -eq 1"])


def pipe(spark: SparkSession, paths: list[str], output: str, command: str) -> int:
    """Writes the answers to `output` and gives their number, or raises when lines are missing."""
    lines = spark.read.text(paths, lineSep="\n").where(r"value rlike '[^ \\t\\r\\n\\f]'")
    # without checkCode the records of a child that died are dropped, and the job succeeds
    lines.rdd.map(lambda row: row.value).pipe(command, checkCode=True).saveAsTextFile(output)
    asked, answered = lines.count(), spark.read.text(output, lineSep="\n").count()
    if asked != answered:
        raise Unanswered(f"{asked} lines, {answered} answers")
    return answered


def main() -> int:
    parser = argparse.ArgumentParser(description="Articles to statements by RDD.pipe")
    parser.add_argument("input", nargs="+", help="JSON Lines with id and text")
    parser.add_argument("--output", required=True, help="a folder that is not there yet")
    parser.add_argument("--dictum", default="dictum", metavar="PATH", help="the program, the same path on every node")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("dictum pipe").getOrCreate()
    try:
        print(pipe(spark, options.input, options.output, command(options.dictum)), "lines answered")
    except Unanswered as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
