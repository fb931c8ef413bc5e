"""How fast the package is beside the program, on the same file: `python measure.py --dictum PATH`, where the package is installed.

Each round runs every way once, one after the other, so that other load on the machine meets all of them; the output is the
median of each way's time, and of its ratio to the program's in the same round. Processor time is that of all threads.
"""

import argparse
import json
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from dictum_news import Extractor

CORPUS = Path(__file__).parents[2] / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description="The package beside the program")
    parser.add_argument("--dictum", required=True, type=Path, help="the program, of the same state")
    parser.add_argument("--copies", type=int, default=100, help="how often the corpus is repeated")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    texts = [path.read_text() for path in sorted(CORPUS.glob("*.txt"))] * options.copies
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    extractor = Extractor()
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.writelines(json.dumps({"id": str(n), "text": text}).encode() + b"\n" for n, text in enumerate(texts))
        file.flush()

        def read() -> Iterator[str]:
            with open(file.name, encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)

        def program(threads: int) -> None:
            command = [options.dictum, "extract", "--threads", str(threads), file.name]
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)

        def extract_all(threads: int) -> None:
            assert sum(len(article.statements) for article in extractor.extract_all(read(), threads))

        def table(threads: int) -> None:
            assert sum(batch.num_rows for batch in extractor.batches(read(), threads=threads))

        def answer_lines(threads: int) -> None:
            assert extractor.answer_lines(Path(file.name).read_bytes(), threads=threads)

        ways: dict[str, Callable[[int], None]] = {
            "the program": program, "extract_all": extract_all, "batches": table, "answer_lines": answer_lines,
        }
        cells = [(way, threads) for threads in (1, 2) for way in ways]
        rounds: list[dict[tuple[str, int], tuple[float, float]]] = []
        for _ in range(options.rounds):
            rounds.append({(way, threads): timed(ways[way], threads) for way, threads in cells})
    print(f"{len(texts)} articles, {megabytes:.0f} MB of text, {options.rounds} rounds, {os.cpu_count()} cores, "
          f"load {os.getloadavg()[0]:.1f}")
    for way, threads in cells:
        clock = median(one[way, threads][0] for one in rounds)
        processor = median(one[way, threads][1] for one in rounds)
        share = median(one["the program", threads][0] / one[way, threads][0] for one in rounds)
        work = median(one["the program", threads][1] / one[way, threads][1] for one in rounds)
        gain = median(one[way, 1][0] / one[way, threads][0] for one in rounds)
        print(f"{way:14} {threads} threads: {megabytes / clock:5.1f} MB/s, {share:4.0%} of the program; "
              f"{megabytes / processor:5.1f} MB/s of processor time, {work:4.0%}; {gain:.2f} times one thread")


def timed(way: Callable[[int], None], threads: int) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    before, clock = used(), time.perf_counter()
    way(threads)
    return time.perf_counter() - clock, used() - before


def used() -> float:
    ours, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return ours.ru_utime + ours.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
