"""Input for the tests, what one machine makes of it, and the tables that a job wrote."""

import json
import os
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from dictum_spark.answers import STATEMENT
from pyarrow.json import ParseOptions, ReadOptions, read_json

ROOT = Path(__file__).parents[3]
DICTUM = Path(os.environ.get("DICTUM", ROOT / "target/release/dictum")).absolute()

COPIES = 210
DATES = ["2024-03-01", "2024-03-02", "2024-04-01"]

# an id on two records, whose texts differ, and one on three, whose texts are the same
REPEATED = [("twice", "It rained, the mayor said."), ("twice", "It snowed, the mayor said.")] + [
    ("thrice", "“It is safe,” said Lena Moor.")
] * 3


@cache
def corpus() -> list[tuple[str, str]]:
    return [(path.stem, path.read_text()) for path in sorted((ROOT / "corpus").glob("*.txt"))]


@cache
def articles(copies: int = COPIES) -> list[dict]:
    """Good articles, odd ones, and some that are none. Texts are bytes where they are not UTF-8."""
    texts = [(f"{name}-{n}", text) for n in range(copies) for name, text in corpus()]
    long = "\n\n".join(text for _, text in corpus())
    odd = [
        ("empty", ""),
        ("blank", " \n\t\n"),
        ("nul", "The mayor said\0 the bridge\0was safe. “\0”, she said."),
        # at the end, since Spark reads the line ends of a CSV file as line feeds, which shifts what is after them
        ("control", "The mayor said the \x1b[31mbridge\x85 was\u2028safe. It rained, she said.\r\n"),
        ("quoted \"id\", with ünicode\n", "“Yes, \\ ‘no’ and \"so on\",” said Ana Ruiz 😀."),
        ("five-megabytes", long * (5_000_000 // len(long.encode()) + 1)),
        ("not-utf-8", b"The mayor said the bridge was \xff\xfe safe."),
        ("null-text", None),
        (None, "The mayor said the bridge was safe."),
        (None, None),
        *REPEATED,
    ]
    # the odd ones stand in the middle
    half = len(texts) // 2
    rows = [*texts[:half], *odd, *texts[half:]]
    return [{"id": id, "text": text, "date": DATES[n % len(DATES)]} for n, (id, text) in enumerate(rows)]


def write_parquet(rows: list[dict], folder: Path, files: int = 6) -> Path:
    """Several files of small row groups, so that Spark makes several tasks of them."""
    folder.mkdir()
    for n in range(files):
        part = rows[n::files]
        table = pa.table(
            {
                "key": pa.array([row["id"] for row in part], pa.string()),
                "body": _unchecked([row["text"] for row in part]),
                "date": pa.array([row["date"] for row in part], pa.string()),
            }
        )
        pq.write_table(table, folder / f"{n}.parquet", row_group_size=400)
    return folder


def _unchecked(texts: list) -> pa.Array:
    """A column of strings, some of which are not UTF-8."""
    raw = pa.array([text.encode() if isinstance(text, str) else text for text in texts], pa.binary())
    return pa.Array.from_buffers(pa.string(), len(raw), raw.buffers(), raw.null_count)


def line(row: dict) -> bytes:
    text = row["text"]
    plain = row | {"text": text.decode(errors="surrogateescape") if isinstance(text, bytes) else text}
    return json.dumps(plain, ensure_ascii=False).encode(errors="surrogateescape")


# lines that hold no article that could be named, and the id that the job sees in them
BROKEN = [
    (b"no JSON", None),
    (b'{"id": "cut-off", "text": "The mayor', None),
    (b'["an", "array"]', None),
    (b'{"id": true, "text": "The mayor said so."}', "true"),
    (b'{"id": 1e3, "text": "The mayor said so."}', "1000.0"),
    (b'{"id": null, "text": "The mayor said so."}', None),
    (b'{"id": "number", "text": 7}', "number"),
    (b'{"id": "object", "text": {"text": "The mayor said so."}}', "object"),
    (b'{"id": "no-text"}', "no-text"),
    (b'{"text": "no id"}', None),
    (b'{"id": "raw-nul", "text": "\0"}', "raw-nul"),
    (b'{"id": "half-pair", "text": "\\ud800"}', "half-pair"),
]


def write_lines(rows: list[dict], file: Path, broken: bool = False) -> Path:
    lines = [line(row) for row in rows]
    if broken:
        third = len(lines) // 3
        lines[third:third] = [bad for bad, _ in BROKEN] + [b"", b" \t\r"]
    file.write_bytes(b"\n".join(lines) + b"\r\n")
    return file


def one_machine(file: Path) -> pa.Table:
    """The records that the program alone gives for a file of JSON Lines, as the job's table has them."""
    run = subprocess.run([DICTUM, "extract", file], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    assert run.returncode in (0, 1)
    fields = {"version": pa.int32(), "document": pa.string()} | {field.name: field.type for field in STATEMENT}
    return read_json(
        pa.BufferReader(run.stdout),
        read_options=ReadOptions(block_size=1 << 26),
        # a field that the job's table has not is an error here
        parse_options=ParseOptions(explicit_schema=pa.schema(fields), unexpected_field_behavior="error"),
    )


def table(output: Path, name: str) -> pa.Table:
    return pq.read_table(output / name)


def hold(output: Path, rows: list[dict], bad: Counter, expected: pa.Table, keep: list[str]) -> str:
    """Compares all tables of a job with what they should be, and says what was compared.

    `rows` has the good articles among others, `bad` how many bad records there are by id, `expected` the records of one machine.
    """
    good = {row["id"]: row for row in rows if row["id"] not in bad}
    wanted = expected.filter(pc.is_in(expected["document"], pa.array(good)))
    for name in keep:
        values = [good[document][name] for document in wanted["document"].to_pylist()]
        wanted = wanted.append_column(name, pa.array(values))
    order = [("document", "ascending"), ("index", "ascending")]
    found = table(output, "statements").select(wanted.column_names).cast(wanted.schema).sort_by(order)
    wanted = wanted.sort_by(order)
    assert found.num_rows == wanted.num_rows
    if not found.equals(wanted):
        at = next(n for n in range(wanted.num_rows) if not found.slice(n, 1).equals(wanted.slice(n, 1)))
        assert found.slice(at, 1).to_pylist() == wanted.slice(at, 1).to_pylist()
        raise AssertionError(f"record {at} differs")

    accounts = table(output, "accounts").to_pylist()
    assert len(accounts) == len({account["id"] for account in accounts}) == len(good) + len(bad)
    counts = Counter(wanted["document"].to_pylist())
    for account in accounts:
        told = (account["records"], account["statements"], account["reason"])
        if account["id"] in good:
            assert told == (1, counts[account["id"]], None)
        else:
            assert told[:2] == (bad[account["id"]], None)
            assert account["reason"]
    bad_records = table(output, "bad").to_pylist()
    assert Counter(record["id"] for record in bad_records) == bad
    assert all(record["reason"] for record in bad_records)
    assert not (output / "answers").exists()
    return (
        f"{len(accounts)} ids: {len(good)} done, {len(bad)} bad on {bad.total()} records; "
        f"{found.num_rows} statements, each equal to one machine's"
    )
