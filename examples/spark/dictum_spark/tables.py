"""From answers to what is kept: accounts, bad records, statements; and the check that they add up.

An id that stands on several records names no article: which of them a statement is from could not be told. All its records are bad.
"""

from dataclasses import dataclass

from pyspark.sql import DataFrame, functions as F

from .answers import STATEMENT

SHOWN = 10


class Unaccounted(RuntimeError):
    """What came out is not what went in."""


def accounts(answers: DataFrame) -> DataFrame:
    """One row an id: on how many records it stands, and either its number of statements or why it has none."""
    counted = answers.groupBy("id").agg(
        F.count("*").alias("records"),
        F.sum(F.size("statements")).alias("statements"),
        F.min("reason").alias("reason"),
    )
    reason = (
        F.when(F.col("id").isNull(), F.lit("no id"))
        .when(F.col("records") > 1, F.format_string("the id stands on %d records", "records"))
        .otherwise(F.col("reason"))
    )
    done = F.col("reason").isNull()
    return counted.withColumn("reason", reason).withColumn("statements", F.when(done, F.col("statements")))


def bad_records(answers: DataFrame, accounts: DataFrame) -> DataFrame:
    """One row a record that is not done: its id and the reason. A record without an id has its own reason."""
    repeated = _repeated(accounts)
    unique = answers.where("reason is not null").join(F.broadcast(repeated), "id", "left_anti")
    several = answers.select("id").join(F.broadcast(repeated), "id")
    return unique.select("id", "reason").unionByName(several.select("id", "reason"))


def statements(answers: DataFrame, accounts: DataFrame, keep: list[str]) -> DataFrame:
    """One row a statement of a document that is done; `within` is the `index` of another row of the document."""
    done = answers.where("reason is null").join(F.broadcast(_repeated(accounts).select("id")), "id", "left_anti")
    kept = [F.col(f"`{name}`") for name in keep]
    each = done.select(F.col("id").alias("document"), *kept, "version", F.explode("statements").alias("s"))
    fields = [F.col(f"s.{field.name}").alias(field.name) for field in STATEMENT]
    return each.select("version", "document", *kept, *fields)


def _repeated(accounts: DataFrame) -> DataFrame:
    return accounts.where("id is not null and records > 1").select("id", "reason")


@dataclass(frozen=True)
class Sum:
    """What a whole job came to."""

    records: int
    done: int
    bad: int
    statements: int

    def __str__(self):
        return f"{self.records} records: {self.done} done with {self.statements} statements, {self.bad} bad"


def check(articles: DataFrame, accounts: DataFrame, bad: DataFrame, statements: DataFrame) -> Sum:
    """Holds the tables as they were written to the input, which is counted anew, without the program."""
    given = articles.groupBy("id").agg(F.count("*").alias("given"))
    same_id = given["id"].eqNullSafe(accounts["id"])
    differing = (
        given.join(accounts, same_id, "full")
        .where(~F.col("given").eqNullSafe(F.col("records")))
        .select(F.coalesce(given["id"], accounts["id"]).alias("id"), "given", "records")
    )
    off = differing.take(SHOWN)
    if off:
        told = "; ".join(f"{row.id}: {row.given or 0} given, {row.records or 0} accounted for" for row in off)
        raise Unaccounted(f"not every record is accounted for exactly once: {told}")
    if several := accounts.groupBy("id").count().where("count > 1").select("id").take(SHOWN):
        raise Unaccounted(f"an id has more than one account: {'; '.join(str(row.id) for row in several)}")
    whole = accounts.agg(
        F.coalesce(F.sum("records"), F.lit(0)).alias("records"),
        F.count_if(F.col("reason").isNull()).alias("done"),
        F.coalesce(F.sum("statements"), F.lit(0)).alias("statements"),
    ).first()
    found = Sum(whole.records, whole.done, bad.count(), statements.count())
    if found.done + found.bad != found.records:
        raise Unaccounted(f"{found}: these do not add up")
    if found.statements != whole.statements:
        raise Unaccounted(f"the accounts count {whole.statements} statements, the table holds {found.statements}")
    return found
