"""Rows of articles through the program: one row of answers for each row of articles, in order.

Contract: each row comes out once, with its statements or with the reason why there are none; its text goes, its other
columns stay. What the program does not answer makes the task fail, so that Spark tries it again.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.json import ParseOptions, ReadOptions, read_json
from pyspark.sql import DataFrame

from .child import ProgramFailed
from .program import Program
from .wheel import Wheel

SPAN = pa.list_(pa.int64())
SPANS = pa.list_(SPAN)

# the record of a statement, as dictum's JSON Schema has it, without the fields of its document
STATEMENT = pa.struct(
    {
        "index": pa.int64(),
        "sentence": pa.struct({"index": pa.int64(), "span": SPAN}),
        "kind": pa.string(),
        "type": pa.string(),
        "form": pa.string(),
        "confidence": pa.float64(),
        "category": pa.string(),
        "within": pa.int64(),
        "content": pa.struct({"spans": SPANS, "text": pa.string()}),
        "cue": pa.struct({"span": SPAN, "text": pa.string(), "lemma": pa.string()}),
        "speaker": pa.struct(
            {
                "span": SPAN,
                "text": pa.string(),
                "name": pa.string(),
                "id": pa.int64(),
                "kind": pa.string(),
                "role": pa.string(),
                "organization": pa.string(),
                "anonymous": pa.bool_(),
                "resolution": pa.string(),
            }
        ),
        "evidence": pa.struct({"rule": pa.string(), "spans": SPANS}),
    }
)

# a line of `dictum extract --format answers`
ANSWER = pa.schema(
    {
        "version": pa.int32(),
        "document": pa.string(),
        "statements": pa.list_(STATEMENT),
        "error": pa.string(),
    }
)

# what becomes of an article's text: either a reason or statements
OUTCOME = {"version": pa.int32(), "reason": pa.string(), "statements": pa.list_(STATEMENT)}


def answers(articles: DataFrame, program: Program | Wheel) -> DataFrame:
    """`articles` as `articles.py` makes them, with the outcome in place of what was fed."""
    carried = [field for field in articles.schema if field.name not in ("line", "text", "refused")]
    columns = [f"`{field.name}` {field.dataType.simpleString()}" for field in carried]
    columns += [f"{name} {_ddl(arrow)}" for name, arrow in OUTCOME.items()]
    return articles.mapInArrow(_through(program, [field.name for field in carried]), ", ".join(columns))


def _through(program: Program | Wheel, carried: list[str]) -> Callable:
    """What a task does with its batches of rows."""

    def answered(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        unanswered = Unanswered()

        def blocks() -> Iterator[bytes]:
            for batch in batches:
                if batch.num_rows:
                    unanswered.add(batch.select([*carried, "refused"]))
                    yield lines(batch)

        for block in program.answer(blocks()):
            read = read_answers(block)
            yield from settled(unanswered.take(read.num_rows), read, carried).to_batches()
        unanswered.expect_none()

    return answered


def lines(batch: pa.RecordBatch) -> bytes:
    """What is fed for the rows of a batch: the line that was given, or one of id and text.

    The bytes of a text reach the program as they are, also those that are not UTF-8, so that it alone judges them.
    """
    if "line" in batch.schema.names:
        return b"\n".join([*_bytes(batch, "line"), b""])
    ids, texts = (_bytes(batch, name) for name in ("id", "text"))
    made = [
        json.dumps({"id": _string(id), "text": _string(text)}, ensure_ascii=False)
        for id, text in zip(ids, texts, strict=True)
    ]
    return "\n".join([*made, ""]).encode(errors="surrogateescape")


def _bytes(batch: pa.RecordBatch, name: str) -> list[bytes | None]:
    return batch.column(name).cast(pa.binary()).to_pylist()


def _string(value: bytes | None) -> str | None:
    return None if value is None else value.decode(errors="surrogateescape")


def read_answers(block: bytes) -> pa.Table:
    """The lines of a block of answers. Fields that are not in `ANSWER` are passed over."""
    return read_json(
        pa.BufferReader(block),
        # a line longer than a block would be an error
        read_options=ReadOptions(use_threads=False, block_size=len(block) + 1),
        parse_options=ParseOptions(explicit_schema=ANSWER, unexpected_field_behavior="ignore"),
    ).combine_chunks()


class Unanswered:
    """The rows that were fed and are not answered yet, in order."""

    def __init__(self):
        self.batches: deque[pa.RecordBatch] = deque()

    def add(self, batch: pa.RecordBatch) -> None:
        self.batches.append(batch)

    def take(self, count: int) -> pa.Table:
        taken = []
        while count:
            if not self.batches:
                raise ProgramFailed(f"the program gave {count} answers more than it was asked for")
            batch = self.batches.popleft()
            taken.append(batch.slice(0, count))
            if batch.num_rows > count:
                self.batches.appendleft(batch.slice(count))
            count -= taken[-1].num_rows
        return pa.Table.from_batches(taken).combine_chunks()

    def expect_none(self) -> None:
        if self.batches:
            raise ProgramFailed(f"the program left {sum(batch.num_rows for batch in self.batches)} articles without an answer")


def settled(rows: pa.Table, read: pa.Table, carried: list[str]) -> pa.Table:
    """Rows with what the program answered to them."""
    done = read["error"].is_null()
    if pc.any(pc.and_(done, read["statements"].is_null())).as_py():
        raise ProgramFailed("an answer has neither statements nor an error: is the program of another version?")
    reason = pc.coalesce(rows["refused"], read["error"], _misread(rows["id"], read["document"]))
    outcome = {"version": read["version"], "reason": reason, "statements": read["statements"]}
    columns = {name: rows[name] for name in carried} | {name: outcome[name] for name in OUTCOME}
    return pa.table(columns)


def _misread(ids: pa.ChunkedArray, documents: pa.ChunkedArray) -> pa.Array:
    """Why an answer is of no use though it came: Spark and the program read the id of a line differently.

    That may be so for numbers like 1e3 alone; any other difference means that answers and articles are out of step.
    """
    reasons = [None] * len(ids)
    differing = pc.indices_nonzero(pc.fill_null(pc.not_equal(ids, documents), False))
    for at in differing.to_pylist():
        id, document = ids[at].as_py(), documents[at].as_py()
        if _number(id) is None or _number(id) != _number(document):
            raise ProgramFailed(f"the answer to {id} is about {document}")
        reasons[at] = f"an id that reads as {id} and as {document}"
    return pa.array(reasons, pa.string())


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _ddl(arrow: pa.DataType) -> str:
    """An Arrow type as Spark writes it."""
    if pa.types.is_struct(arrow):
        fields = (f"{field.name}: {_ddl(field.type)}" for field in arrow)
        return f"struct<{', '.join(fields)}>"
    if pa.types.is_list(arrow):
        return f"array<{_ddl(arrow.value_type)}>"
    names = {"int32": "int", "int64": "bigint", "double": "double", "string": "string", "bool": "boolean"}
    return names[str(arrow)]
