"""What needs no cluster: readers, messages, the check, RDD.pipe. One Spark session in this process serves all tests."""

import csv
import json
import os
import sys
from collections import Counter

import job
import made
import pipe
import pyarrow as pa
import pytest
from dictum_spark import tables
from dictum_spark.answers import Unanswered
from dictum_spark.articles import BadInput
from dictum_spark.child import ProgramFailed
from pyspark.sql import SparkSession
from pyspark.sql import types as T

ROWS = [row for row in made.articles(2) if row["id"] != "five-megabytes"]
BAD = Counter({None: 2, "not-utf-8": 1, "null-text": 1, "twice": 2, "thrice": 3})


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYSPARK_SUBMIT_ARGS"] = "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' pyspark-shell"
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.bindAddress": "127.0.0.1"}
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def run(spark, tmp_path):
    def run(*given, dictum=made.DICTUM):
        arguments = [*map(str, given), "--output", str(tmp_path / "out"), "--dictum", str(dictum)]
        return job.run(spark, job.arguments(arguments)), tmp_path / "out"

    return run


@pytest.fixture
def expected(tmp_path):
    return made.one_machine(made.write_lines(ROWS, tmp_path / "one.jsonl"))


def test_csv(run, expected, tmp_path):
    file = tmp_path / "articles.csv"
    # CSV has no null, no NUL, and Spark reads any encoding fault as text
    rows = [row for row in ROWS if isinstance(row["text"], str) and row["id"] not in (None, "nul", "empty")]
    with file.open("w", newline="") as out:
        table = csv.writer(out)
        table.writerow(["key", "date", "body"])
        table.writerows((row["id"], row["date"], row["text"]) for row in rows)
        table.writerows([("no-text", "2024-01-01"), ("much", "2024-01-01", "It rained.", "more")])
    bad = Counter({"twice": 2, "thrice": 3, "no-text": 1, "much": 1})
    total, output = run(file, "--format", "csv", "--id", "key", "--text", "body", "--keep", "date")
    made.hold(output, rows, bad, expected, ["date"])
    assert total.records == len(rows) + 2
    reasons = {record["id"]: record["reason"] for record in made.table(output, "bad").to_pylist()}
    assert reasons["much"] == reasons["no-text"] == "not a row of 3 fields"
    assert reasons["twice"] == "the id stands on 2 records"


def test_json_lines_with_fields_of_other_names(run, expected, tmp_path):
    file = tmp_path / "renamed.jsonl"
    rows = [row for row in ROWS if not isinstance(row["text"], bytes)]
    file.write_text("".join(json.dumps({"k": row["id"], "b": row["text"]}) + "\n" for row in rows))
    _, output = run(file, "--format", "jsonl", "--id", "k", "--text", "b")
    made.hold(output, rows, BAD - Counter(["not-utf-8"]), expected, [])


def test_a_rule_set_reaches_the_program(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('name = "mine"\ndefault = "said"\n[[category]]\nid = "said"\n')
    made.write_lines([{"id": "a", "text": "The mayor said it was safe."}], tmp_path / "a.jsonl")
    total, output = run(tmp_path / "a.jsonl", "--format", "jsonl", "--rules", rules, "--min-confidence", "0.1")
    assert (total.done, total.statements) == (1, 1)
    assert made.table(output, "statements")["category"].to_pylist() == ["said"]


class TestWheel:
    """The package in the program's place."""

    @pytest.mark.parametrize("form", ["parquet", "jsonl"])
    def test_the_tables_are_those_of_the_program(self, spark, tmp_path, form):
        rows = made.articles(2)
        lines = made.write_lines(rows, tmp_path / "articles.jsonl", broken=True)
        given, bad = [lines, "--format", "jsonl"], BAD + Counter(id for _, id in made.BROKEN)
        if form == "parquet":
            given, bad = [made.write_parquet(rows, tmp_path / "articles"), "--id", "key", "--text", "body"], BAD
        ways = {"program": ["--dictum", made.DICTUM], "wheel": ["--wheel"]}
        for name, way in ways.items():
            arguments = [*given, "--keep", "date", "--output", tmp_path / name, *way]
            job.run(spark, job.arguments(list(map(str, arguments))))
        made.hold(tmp_path / "wheel", rows, bad, made.one_machine(lines), ["date"])
        for name, order in (("statements", ["document", "index"]), ("bad", ["id", "reason"]), ("accounts", ["id"])):
            keys = [(column, "ascending") for column in order]
            program, wheel = (made.table(tmp_path / way, name).sort_by(keys) for way in ways)
            assert wheel.equals(program), name

    def test_settings_reach_the_package(self, run, tmp_path):
        rules = tmp_path / "rules.toml"
        rules.write_text('name = "mine"\ndefault = "said"\n[[category]]\nid = "said"\n')
        (tmp_path / "a.jsonl").write_text('{"k": "a", "b": "The mayor said it was safe."}\n')
        names = ["--format", "jsonl", "--id", "k", "--text", "b"]
        total, output = run(tmp_path / "a.jsonl", *names, "--wheel", "--rules", rules, "--min-confidence", "0.1")
        assert (total.done, total.statements) == (1, 1)
        assert made.table(output, "statements")["category"].to_pylist() == ["said"]

    def test_an_article_without_an_answer_fails_the_task(self):
        rows = Unanswered()
        rows.add(pa.record_batch({"id": ["a", "b"]}))
        rows.take(1)
        with pytest.raises(ProgramFailed, match="left 1 articles without an answer"):
            rows.expect_none()


def test_whole_numbers_are_ids(run, spark, tmp_path):
    spark.createDataFrame([(1, "The mayor said it was safe."), (2, "It rained.")], "id bigint, text string").write.parquet(f"{tmp_path}/in")
    total, output = run(tmp_path / "in")
    assert total == tables.Sum(records=2, done=2, bad=0, statements=1)
    assert made.table(output, "statements")["document"].to_pylist() == ["1"]


def test_no_articles_are_no_statements(run, spark, tmp_path):
    spark.createDataFrame([], "id string, text string").write.parquet(f"{tmp_path}/in")
    assert run(tmp_path / "in")[0] == tables.Sum(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("schema", "options", "message"),
    [
        ("key string, text string", [], "no column id; there are key, text"),
        ("id string, text string", ["--keep", "date"], "no column date; there are id, text"),
        ("id double, text string", [], "the column id is double; ids are strings or whole numbers"),
        ("id string, text binary", [], "the column text is binary; texts are strings"),
    ],
)
def test_columns_that_are_not_there_end_the_job_before_any_work(run, spark, tmp_path, schema, options, message):
    spark.createDataFrame([], schema).write.parquet(f"{tmp_path}/in")
    with pytest.raises(BadInput, match=message):
        run(tmp_path / "in", *options)
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_there_is_left_alone(run, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(BadInput, match="out is there already"):
        run(tmp_path / "in")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--keep", "kind"], "columns of their own named kind"),
        (["--partition-by", "date"], "date: neither category nor kind nor kept"),
        ([], "--output"),
    ],
)
def test_wrong_options(capsys, options, message):
    given = ["in", *options] + (["--output", "out"] if options else [])
    with pytest.raises(SystemExit):
        job.arguments(given)
    assert message in capsys.readouterr().err


def program(folder, script):
    """A program that is not as it should be."""
    file = folder / "broken"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("cat > /dev/null", "ended with status 0: 0 of at least 1 lines answered"),
        ("echo no such option >&2; exit 2", "it said: no such option"),
        ("kill -KILL $$", "was killed by SIGKILL"),
        ('cat > /dev/null; echo \'{"document": "b", "statements": []}\'', "the answer to a is about b"),
        ('cat > /dev/null; echo \'{"document": "a"}\'', "neither statements nor an error"),
    ],
)
def test_a_program_that_does_not_answer_fails_the_job_and_says_why(run, tmp_path, script, message):
    made.write_lines([{"id": "a", "text": "It rained."}], tmp_path / "a.jsonl")
    with pytest.raises(Exception, match=message):
        run(tmp_path / "a.jsonl", "--format", "jsonl", dictum=program(tmp_path, script))


def test_a_program_that_is_nowhere_fails_the_job_and_says_where_it_was_sought(run, tmp_path):
    made.write_lines([{"id": "a", "text": "It rained."}], tmp_path / "a.jsonl")
    with pytest.raises(Exception, match="no file no-such-dictum on this node: not at .* nor on the PATH"):
        run(tmp_path / "a.jsonl", "--format", "jsonl", dictum="no-such-dictum")


class TestCheck:
    """Accounts that do not fit the input fail the job."""

    @pytest.fixture
    def check(self, spark):
        schema = T.StructType.fromJson(
            {
                "type": "struct",
                "fields": [
                    {"name": name, "type": type, "nullable": True, "metadata": {}}
                    for name, type in [("id", "string"), ("records", "long"), ("statements", "long"), ("reason", "string")]
                ],
            }
        )

        def check(ids, accounts, bad, statements):
            def frame(rows, schema):
                return spark.createDataFrame(rows, schema)

            return tables.check(
                frame([(id,) for id in ids], "id string"),
                frame(accounts, schema),
                frame([(id, "reason") for id in bad], "id string, reason string"),
                frame([(n,) for n in range(statements)], "number int"),
            )

        return check

    def test_what_adds_up_is_told(self, check):
        accounts = [("a", 1, 2, None), ("b", 1, 0, None), ("c", 2, None, "twice"), (None, 1, None, "no id")]
        total = check(["a", "b", "c", "c", None], accounts, ["c", "c", None], 2)
        assert str(total) == "5 records: 2 done with 2 statements, 3 bad"

    @pytest.mark.parametrize(
        ("ids", "accounts", "bad", "statements", "message"),
        [
            (["a", "b"], [("a", 1, 0, None)], [], 0, "b: 1 given, 0 accounted for"),
            (["a"], [("a", 1, 0, None), ("b", 1, 0, None)], [], 0, "b: 0 given, 1 accounted for"),
            (["a"], [("a", 2, None, "twice")], ["a", "a"], 0, "a: 1 given, 2 accounted for"),
            (["a", None], [("a", 1, 0, None)], [], 0, "None: 1 given, 0 accounted for"),
            (["a"], [("a", 1, 0, None), ("a", 1, 0, None)], [], 0, "an id has more than one account"),
            (["a"], [("a", 1, None, "bad")], [], 0, "1 records: 0 done with 0 statements, 0 bad: these do not add up"),
            (["a"], [("a", 1, 3, None)], [], 2, "the accounts count 3 statements, the table holds 2"),
        ],
    )
    def test_what_does_not_fails(self, check, ids, accounts, bad, statements, message):
        with pytest.raises(tables.Unaccounted, match=message):
            check(ids, accounts, bad, statements)


class TestPipe:
    """The short way."""

    @pytest.fixture
    def lines(self, tmp_path):
        return made.write_lines(ROWS, tmp_path / "articles.jsonl", broken=True)

    def test_every_line_is_answered(self, spark, lines, tmp_path):
        answered = pipe.pipe(spark, [str(lines)], f"{tmp_path}/out", pipe.command(str(made.DICTUM)))
        assert answered == len(ROWS) + len(made.BROKEN)
        answers = [json.loads(line) for part in sorted((tmp_path / "out").glob("part-*")) for line in part.open()]
        alone = made.one_machine(lines)["document"].to_pylist()
        found = [answer["document"] for answer in answers for _ in answer.get("statements", [])]
        # bytes that are not UTF-8 are replaced on this way, and the line counts as an article
        assert Counter(found) - Counter({"not-utf-8": 1}) == Counter(alone)
        # the program alone has no trouble with an id like 1e3
        errors = len(made.BROKEN) - 1 + len([None, None, "null-text"])
        assert sum("error" in answer for answer in answers) == errors

    @pytest.mark.parametrize("script", ["head -n 3; kill -KILL $$", "cat; exit 2"])
    def test_a_child_that_dies_fails_the_job(self, spark, lines, tmp_path, script):
        with pytest.raises(Exception, match="Pipe function .* exited with error code"):
            pipe.pipe(spark, [str(lines)], f"{tmp_path}/out", pipe.command(str(program(tmp_path, script))))

    def test_missing_answers_fail_the_job(self, spark, lines, tmp_path):
        silent = program(tmp_path, "sed 1d")
        with pytest.raises(pipe.Unanswered, match=f"{len(ROWS) + len(made.BROKEN)} lines, "):
            pipe.pipe(spark, [str(lines)], f"{tmp_path}/out", pipe.command(str(silent)))
