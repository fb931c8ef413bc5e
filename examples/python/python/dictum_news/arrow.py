"""Statements as Arrow tables; needs `pyarrow`.

>>> from dictum_news import arrow
>>> arrow.schema().field("speaker").type
DataType(string)
"""

from collections.abc import Iterable, Iterator

try:
    import pyarrow as pa
except ImportError as _error:
    raise ImportError("tables need pyarrow: pip install 'dictum-news[arrow]'") from _error

from ._core import empty_table


def schema() -> pa.Schema:
    """The columns of every table: those of `dictum extract --format parquet`."""
    found = pa.ipc.open_file(empty_table()).schema
    return found.with_metadata({**found.metadata, b"dictum.offsets": b"characters"})


def reader(files: Iterable[bytes]) -> pa.RecordBatchReader:
    """Reads files in Arrow's interchange format as one stream of batches, without copying them."""
    columns = schema()

    def batches() -> Iterator[pa.RecordBatch]:
        for file in files:
            with pa.ipc.open_file(file) as rows:
                for index in range(rows.num_record_batches):
                    yield rows.get_batch(index).replace_schema_metadata(columns.metadata)

    return pa.RecordBatchReader.from_batches(columns, batches())
