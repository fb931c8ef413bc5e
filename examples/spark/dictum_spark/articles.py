"""What was given, one row a record: `id`; `line` or `text`, what the program is fed; `refused`, why a record is none even before
that; and the columns to keep.

Contract: no record is left out and none is changed. Whether it holds an article is for the program to say, not for Spark's
readers, which turn a number or an object into text where a text is wanted.
"""

from dataclasses import dataclass, field

from pyspark.sql import Column, DataFrame, SparkSession, functions as F
from pyspark.sql.types import ByteType, IntegerType, LongType, ShortType, StringType, StructField, StructType

FORMATS = ("parquet", "jsonl", "csv")


class BadInput(ValueError):
    """The input or the output is not what the options say."""


@dataclass(frozen=True)
class Source:
    """Where the articles are, and which columns (or fields) hold what."""

    paths: list[str]
    format: str = "parquet"
    id: str = "id"
    text: str = "text"
    keep: list[str] = field(default_factory=list)

    def read(self, spark: SparkSession) -> DataFrame:
        return {"parquet": self._parquet, "jsonl": self._json_lines, "csv": self._csv}[self.format](spark)

    def _parquet(self, spark: SparkSession) -> DataFrame:
        frame = spark.read.parquet(*self.paths)
        self._demand(frame.columns)
        id_type, text_type = (frame.schema[name].dataType for name in (self.id, self.text))
        if not isinstance(id_type, (StringType, LongType, IntegerType, ShortType, ByteType)):
            raise BadInput(f"the column {self.id} is {id_type.simpleString()}; ids are strings or whole numbers")
        if not isinstance(text_type, StringType):
            raise BadInput(f"the column {self.text} is {text_type.simpleString()}; texts are strings")
        return frame.select(
            _column(self.id).cast("string").alias("id"),
            _column(self.text).alias("text"),
            F.lit(None).cast("string").alias("refused"),
            *map(_column, self.keep),
        )

    def _json_lines(self, spark: SparkSession) -> DataFrame:
        # lines go to the program as they are; other fields are kept as text
        lines = spark.read.text(self.paths, lineSep="\n").where(F.col("value").rlike(r"[^ \t\r\n\f]"))
        return lines.select(
            _json_field(self.id).alias("id"),
            F.col("value").alias("line"),
            F.lit(None).cast("string").alias("refused"),
            *(_json_field(name).alias(name) for name in self.keep),
        )

    def _csv(self, spark: SparkSession) -> DataFrame:
        # RFC 4180: quoted fields may hold line breaks, and a quotation mark is doubled
        options = {"header": True, "multiLine": True, "escape": '"', "encoding": "UTF-8"}
        names = spark.read.csv(self.paths, **options).columns
        self._demand(names)
        broken = "_broken"
        schema = StructType([StructField(name, StringType()) for name in [*names, broken]])
        frame = spark.read.csv(
            self.paths, schema=schema, enforceSchema=False, columnNameOfCorruptRecord=broken, **options
        )
        whole = F.col(broken).isNull()
        return frame.select(
            _column(self.id).alias("id"),
            F.when(whole, _column(self.text)).alias("text"),
            F.when(~whole, F.lit(f"not a row of {len(names)} fields")).alias("refused"),
            *map(_column, self.keep),
        )

    def _demand(self, columns: list[str]) -> None:
        missing = [name for name in [self.id, self.text, *self.keep] if name not in columns]
        if missing:
            raise BadInput(f"no column {', '.join(missing)}; there are {', '.join(columns)}")


def _column(name: str) -> Column:
    return F.col(f"`{name}`")


def _json_field(name: str) -> Column:
    return F.get_json_object("value", f"$['{name}']")
