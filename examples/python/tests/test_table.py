"""Tables: the rows of the program's own, with offsets in characters."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from dictum_news import Extractor, arrow

SPANS = [("sentence_start", "sentence_end"), ("cue_start", "cue_end"), ("source_start", "source_end")]


def test_rows_are_the_records(corpus: dict[str, str]) -> None:
    extractor = Extractor(min_confidence=0.3)
    table = extractor.table(corpus.values(), ids=corpus, threads=2)
    assert table.schema.equals(arrow.schema(), check_metadata=True)
    assert table.schema.metadata[b"dictum.offsets"] == b"characters"
    rows = iter(table.to_pylist())
    for id, text in corpus.items():
        for statement in extractor.extract(text).statements:
            row, record = next(rows), statement.to_dict(id)
            assert (row["document"], row["statement"], row["within"]) == (id, statement.index, record.get("within"))
            assert (row["content"], row["category"], row["kind"]) == (
                record["content"]["text"], statement.category, statement.kind,
            )
            assert [[span["start"], span["end"]] for span in row["content_spans"]] == record["content"]["spans"]
            assert row["speaker"] == (record["speaker"] or {}).get("name")
            for start, end in SPANS:
                if row[start] is not None:
                    part = start.removesuffix("_start")
                    words = text[row[start] : row[end]]
                    assert words == (statement.sentence.text if part == "sentence" else row[part])
    assert next(rows, None) is None


def test_columns_are_those_of_the_program(program: Callable[..., bytes], corpus: dict[str, str]) -> None:
    theirs = pa.ipc.open_file(program("--format", "arrow")).read_all()
    ours = Extractor().table(corpus.values(), ids=corpus)
    assert ours.schema == theirs.schema
    assert theirs.schema.metadata == {**ours.schema.metadata, b"dictum.offsets": b"bytes"}
    offsets = [name for name in ours.column_names if name.endswith(("_start", "_end", "_spans"))]
    assert len(offsets) == 8
    assert ours.drop_columns(offsets) == theirs.drop_columns(offsets)


def test_ids_are_strings_or_integers_or_counted() -> None:
    numpy = pytest.importorskip("numpy")
    texts = ["The mayor said the bridge was safe."] * 3
    table = Extractor().table
    assert table(texts)["document"].to_pylist() == ["0", "1", "2"]
    assert table(texts, ids=[7, "b", numpy.int64(9)])["document"].to_pylist() == ["7", "b", "9"]


def test_no_statements_are_a_table_without_rows() -> None:
    for texts in ([], ["It rained."]):
        table = Extractor().table(texts)
        assert (table.num_rows, table.schema) == (0, arrow.schema())


def test_batches_are_made_as_they_are_read() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "The mayor said the bridge was safe. " * 100

    batches = Extractor().batches(texts(), threads=1)
    first = batches.read_next_batch()
    assert first.num_rows > 100 and first.schema.equals(arrow.schema())
    assert read < 5000
    batches.close()


def test_a_bad_text_raises_its_own_error() -> None:
    texts: list[Any] = ["The mayor said so.", 7]
    with pytest.raises(TypeError, match=r"texts\[1\] must be a str, not int"):
        Extractor().table(texts)


def test_pandas_and_polars_read_it(corpus: dict[str, str]) -> None:
    pandas = pytest.importorskip("pandas")
    articles = pandas.DataFrame({"id": list(corpus), "text": list(corpus.values())})
    table = Extractor().table(articles["text"], ids=articles["id"])
    frame = table.to_pandas()
    assert frame["document"].tolist() == table["document"].to_pylist()
    polars = pl.DataFrame({"id": list(corpus), "text": list(corpus.values())})
    again = Extractor().table(polars["text"], ids=polars["id"])
    assert again == table
    assert len(pl.from_arrow(again)) == table.num_rows


def test_without_pyarrow_the_error_says_what_to_install() -> None:
    program = "import sys; sys.modules['pyarrow'] = None\nfrom dictum_news import Extractor; Extractor().table(['a'])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "ImportError: tables need pyarrow: pip install 'dictum-news[arrow]'" in run.stderr
