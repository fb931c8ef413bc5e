"""What a core does inside Spark and without it: `python measure.py --dictum PATH`, with the packages of requirements.txt.

Processor time is counted, of all processes together, so that other work on the machine matters little. Each way runs on two
sizes: what the second takes more is what articles cost, the rest is what starting costs.
"""

import argparse
import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "tests"))

import made  # noqa: E402

ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER


@dataclass
class Took:
    processor: float
    clock: float


def took(command: list, **settings) -> Took:
    """Runs a command and everything that it starts to the end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(list(map(str, command)), check=True, stderr=subprocess.DEVNULL, **settings)
    clock = time.monotonic() - start
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock)


def main() -> None:
    parser = argparse.ArgumentParser(description="Processor time inside Spark and without it")
    parser.add_argument("--dictum", required=True, type=Path)
    parser.add_argument("--copies", type=int, nargs=2, default=[200, 2200], help="how often the corpus is repeated, twice")
    options = parser.parse_args()
    ctypes.CDLL(None, use_errno=True).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    dictum = options.dictum.absolute()
    spark = [Path(sys.executable).with_name("spark-submit"), "--master", "local[2]", "--driver-memory", "2g"]
    spark += ["--conf", "spark.ui.enabled=false", "--conf", "spark.sql.files.maxPartitionBytes=32m"]
    ways = {"dictum alone": [], "job.py, Parquet": [], "job.py, JSON Lines": [], "pipe.py, JSON Lines": []}
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        for n, copies in enumerate(options.copies):
            place = Path(folder) / str(n)
            place.mkdir()
            rows = [
                {"id": f"{name}-{copy}", "text": text, "date": "2024-03-01"}
                for copy in range(copies)
                for name, text in made.corpus()
            ]
            sizes.append((len(rows), sum(len(row["text"].encode()) for row in rows)))
            lines, parquet = made.write_lines(rows, place / "lines.jsonl"), made.write_parquet(rows, place / "parquet")
            columns = ["--id", "key", "--text", "body"]
            settings = {"env": os.environ | {"PYSPARK_PYTHON": sys.executable}, "stdout": subprocess.DEVNULL}
            program = ["--dictum", dictum]
            for way, command in {
                "dictum alone": [dictum, "extract", "--threads", "1", lines],
                "job.py, Parquet": [*spark, HERE / "job.py", parquet, *columns, "--output", place / "a", *program],
                "job.py, JSON Lines": [*spark, HERE / "job.py", lines, "--format", "jsonl", "--output", place / "b", *program],
                "pipe.py, JSON Lines": [*spark, HERE / "pipe.py", lines, "--output", place / "c", *program],
            }.items():
                ways[way].append(took(command, **settings))
    more, megabytes = sizes[1][0] - sizes[0][0], (sizes[1][1] - sizes[0][1]) / 1e6
    print(f"{sizes[0][0]} and {sizes[1][0]} articles, {sizes[0][1] / 1e6:.0f} and {sizes[1][1] / 1e6:.0f} MB of text")
    print(f"{'':20} {'articles/s':>10} {'MB/s':>6} a core   {'core hours a TB':>15}   starting: {'core s':>6} {'clock s':>7}")
    for way, (small, large) in ways.items():
        seconds = large.processor - small.processor
        a_megabyte = seconds / megabytes
        start = max(0.0, small.processor - a_megabyte * sizes[0][1] / 1e6)
        print(
            f"{way:20} {more / seconds:10.0f} {1 / a_megabyte:6.1f}          {a_megabyte * 1e6 / 3600:15.0f}"
            f"             {start:6.1f} {small.clock:7.1f}"
        )


if __name__ == "__main__":
    main()
