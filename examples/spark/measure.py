"""What a core does inside Spark and without it: `python measure.py --dictum PATH`, with the packages of requirements.txt.

Processor time is counted, of the JVM, Python and the program together, so that other work on the machine matters little. Each way
runs twice, on little first: starting and compiling is told apart from what articles cost.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

import job
import pipe

sys.path.insert(0, str(Path(__file__).parent / "tests"))

import made  # noqa: E402

TICKS = os.sysconf("SC_CLK_TCK")


def used() -> float:
    """Processor seconds of this process and all below it so far."""
    parents, seconds = {}, {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                stat = (place / "stat").read_text()
            except OSError:
                continue
            fields = stat[stat.rindex(")") + 2 :].split()
            parents[int(place.name)] = int(fields[1])
            # with those of its children that have ended
            seconds[int(place.name)] = sum(map(int, fields[11:15])) / TICKS
    ours = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(seconds.get(process, 0.0) for process in ours)


def alone(dictum: Path, lines: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([dictum, "extract", "--threads", "1", lines], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description="Processor time inside Spark and without it")
    parser.add_argument("--dictum", required=True, type=Path)
    parser.add_argument("--copies", type=int, default=250, help="how often the corpus is repeated")
    options = parser.parse_args()
    dictum = options.dictum.absolute()
    with tempfile.TemporaryDirectory() as folder:
        inputs = []
        for size, copies in (("little", 10), ("much", options.copies)):
            place = Path(folder) / size
            place.mkdir()
            texts = [(f"{name}-{copy}", text) for copy in range(copies) for name, text in made.corpus()]
            rows = [{"id": id, "text": text, "date": "2024-03-01"} for id, text in texts]
            inputs.append((made.write_lines(rows, place / "lines.jsonl"), made.write_parquet(rows, place / "parquet", 2)))
        articles, megabytes = len(rows), sum(len(text.encode()) for _, text in texts) / 1e6

        def tell(way: str, seconds: float) -> None:
            speed = f"{articles / seconds:6.0f} articles/s, {megabytes / seconds:5.1f} MB/s a core"
            print(f"{way:24} {speed}, {seconds / megabytes * 1e6 / 3600:4.0f} core hours a TB", flush=True)

        print(f"{articles} articles, {megabytes:.0f} MB of text", flush=True)
        tell("dictum alone", alone(dictum, inputs[1][0]))

        before, clock = used(), time.monotonic()
        os.environ["PYSPARK_PYTHON"] = sys.executable
        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")

        def by_job(lines: Path, parquet: Path, output: str) -> None:
            columns = ["--id", "key", "--text", "body"]
            job.run(spark, job.arguments([str(parquet), *columns, "--output", output, "--dictum", str(dictum)]))

        def by_wheel(lines: Path, parquet: Path, output: str) -> None:
            columns = ["--id", "key", "--text", "body"]
            job.run(spark, job.arguments([str(parquet), *columns, "--output", output, "--wheel"]))

        def by_job_from_lines(lines: Path, parquet: Path, output: str) -> None:
            job.run(spark, job.arguments([str(lines), "--format", "jsonl", "--output", output, "--dictum", str(dictum)]))

        def by_pipe(lines: Path, parquet: Path, output: str) -> None:
            pipe.pipe(spark, [str(lines)], output, pipe.command(str(dictum)))

        ways = {
            "job.py, Parquet": by_job,
            "job.py --wheel, Parquet": by_wheel,
            "job.py, JSON Lines": by_job_from_lines,
            "pipe.py, JSON Lines": by_pipe,
        }
        for n, (way, run) in enumerate(ways.items()):
            run(*inputs[0], f"{folder}/{n}-little")
            if n == 0:
                print(f"starting, and a first job: {used() - before:.0f} core s, {time.monotonic() - clock:.0f} s", flush=True)
            before = used()
            run(*inputs[1], f"{folder}/{n}-much")
            tell(way, used() - before)
        spark.stop()


if __name__ == "__main__":
    main()
