"""CSV by Python's own reader and by pandas, Parquet and Arrow by pyarrow: a row a record, with its values and types."""

import csv
import json

import pandas
import pyarrow
import pyarrow.ipc
import pyarrow.parquet

from expected import arguments, same


def row(record):
    """The columns of a record, as the library documents them."""
    cue, speaker = record["cue"] or {}, record["speaker"] or {}
    edges = lambda span: span or (None, None)
    (sentence_start, sentence_end) = record["sentence"]["span"]
    (cue_start, cue_end), (source_start, source_end) = edges(cue.get("span")), edges(speaker.get("span"))
    return {
        "document": record["document"], "statement": record["index"],
        "sentence": record["sentence"]["index"], "sentence_start": sentence_start, "sentence_end": sentence_end,
        "sentence_text": record["sentence"].get("text"), "context": record.get("context", {}).get("text"),
        "kind": record["kind"], "type": record["type"], "form": record["form"], "confidence": record["confidence"], "category": record["category"],
        "within": record.get("within"),
        "content": record["content"]["text"], "content_spans": record["content"]["spans"],
        "cue": cue.get("text"), "cue_start": cue_start, "cue_end": cue_end, "cue_lemma": cue.get("lemma"),
        "source": speaker.get("text"), "source_start": source_start, "source_end": source_end,
        "speaker": speaker.get("name"), "speaker_id": speaker.get("id"), "speaker_kind": speaker.get("kind"), "speaker_role": speaker.get("role"),
        "speaker_organization": speaker.get("organization"), "speaker_anonymous": speaker.get("anonymous"),
        "speaker_resolution": speaker.get("resolution"),
        "rule": record["evidence"]["rule"], "evidence_spans": record["evidence"]["spans"],
        "fields": None if record.get("fields") is None else json.dumps(record["fields"], separators=(",", ":"), ensure_ascii=False),
    }


TYPES = {
    "text": pyarrow.string(), "number": pyarrow.int64(), "share": pyarrow.float64(), "truth": pyarrow.bool_(),
}
NUMBERS = {"statement", "sentence", "within", "speaker_id"}


def kind(column):
    if column in NUMBERS or column.endswith(("_start", "_end")):
        return "number"
    return {"confidence": "share", "speaker_anonymous": "truth"}.get(column, "text")


def check_columns(table, wanted):
    same(table.column_names, list(wanted[0]), "the columns are the documented ones")
    for field in table.schema:
        if field.name.endswith("_spans"):
            edges = {edge.name: edge.type for edge in field.type.value_type}
            same(edges, {"start": pyarrow.int64(), "end": pyarrow.int64()}, f"{field.name} is a list of spans")
        else:
            same(field.type, TYPES[kind(field.name)], f"the type of {field.name}")
    rows = table.to_pylist()
    for row in rows:
        for column in ("content_spans", "evidence_spans"):
            row[column] = [[span["start"], span["end"]] for span in row[column]]
    same(len(rows), len(wanted), "every statement has a row")
    for found, row in zip(rows, wanted):
        same(found, row, "a row has its record's values")
    facts = {key: value for key, value in table.schema.metadata.items() if key.startswith(b"dictum.")}
    same(facts, {b"dictum.version": b"1", b"dictum.offsets": b"bytes"}, "the file says how offsets count")


def check_csv(path, wanted):
    with open(path, encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    same(len(rows), len(wanted), "every statement has a row")
    text = lambda value: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    for found, row in zip(rows, wanted):
        for column in ("content_spans", "evidence_spans"):
            same(json.loads(found.pop(column)), row[column], f"{column} is JSON")
        same(float(found.pop("confidence")), row["confidence"], "the confidence is a number")
        rest = {column: text(row[column]) for column in found}
        same(found, rest, "a row has its record's values")
    frame = pandas.read_csv(path, keep_default_na=False)
    same(list(frame["content"]), [row["content"] for row in wanted], "pandas reads the same contents")
    same(list(frame["sentence_start"]), [row["sentence_start"] for row in wanted], "and numbers as numbers")


expected, (csv_file, parquet_file, arrow_file) = arguments()
wanted = [row(record) for records in expected.by_document.values() for record in records]
order = {document: n for n, document in enumerate(dict.fromkeys(r["document"] for r in expected.records))}
wanted.sort(key=lambda row: order[row["document"]])
check_csv(csv_file, wanted)
check_columns(pyarrow.parquet.read_table(parquet_file), wanted)
with pyarrow.memory_map(str(arrow_file)) as file:
    check_columns(pyarrow.ipc.open_file(file).read_all(), wanted)
print(f"csv, pandas, pyarrow: {len(wanted)} rows")
