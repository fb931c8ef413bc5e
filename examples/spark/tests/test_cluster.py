"""Whole jobs on two worker processes: the tables equal the result of one machine, whatever dies on the way."""

import tarfile
from collections import Counter

import made
import pytest
from cluster import Job

COLUMNS = ["--id", "key", "--text", "body", "--keep", "date"]
BAD = Counter({None: 2, "not-utf-8": 1, "null-text": 1, "twice": 2, "thrice": 3})


@pytest.fixture(scope="session")
def expected(tmp_path_factory):
    return made.one_machine(made.write_lines(made.articles(), tmp_path_factory.mktemp("one") / "articles.jsonl"))


@pytest.fixture(scope="session")
def parquet(tmp_path_factory):
    return made.write_parquet(made.articles(), tmp_path_factory.mktemp("parquet") / "articles")


def check(output, expected, said, capsys, keep=("date",), bad=BAD):
    rows = made.articles()
    compared = made.hold(output, rows, bad, expected, list(keep))
    done = len(rows) + sum(bad.values()) - BAD.total()
    assert said.startswith(f"{done} records: {len(rows) - BAD.total()} done with ")
    assert said.endswith(f" statements, {bad.total()} bad")
    with capsys.disabled():
        print(f"\n  {compared}")


def test_the_tables_equal_the_result_of_one_machine(tmp_path, parquet, expected, capsys):
    output = tmp_path / "out"
    job = Job(
        tmp_path,
        ["--files", made.DICTUM],
        [parquet, *COLUMNS, "--output", output, "--partition-by", "date", "category", "--dictum", made.DICTUM.name],
    )
    check(output, expected, job.end(), capsys)
    parts = {part.parent.name + "/" + part.name for part in (output / "statements").glob("date=*/category=*")}
    assert len(parts) == len(made.DATES) * 3


def test_an_executor_is_killed_in_mid_job(tmp_path, parquet, expected, capsys):
    archive, output = tmp_path / "dictum.tar.gz", tmp_path / "out"
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        tar.add(made.DICTUM, "bin/dictum")
    job = Job(
        tmp_path,
        ["--archives", f"{archive}#program"],
        [parquet, *COLUMNS, "--output", output, "--partition-by", "category", "--dictum", "program/bin/dictum"],
    )
    job.kill_at_work("executor", output)
    check(output, expected, job.end(), capsys)
    assert "ExecutorLostFailure" in job.told()


def test_a_child_is_killed_in_mid_job(tmp_path, expected, capsys):
    lines = made.write_lines(made.articles(), tmp_path / "articles.jsonl", broken=True)
    output = tmp_path / "out"
    job = Job(
        tmp_path,
        [],
        [lines, "--format", "jsonl", "--keep", "date", "--output", output, "--dictum", made.DICTUM],
    )
    job.kill_at_work("child", output)
    said = job.end()
    assert "was killed by SIGKILL" in job.told()
    check(output, expected, said, capsys, bad=BAD + Counter(id for _, id in made.BROKEN))
