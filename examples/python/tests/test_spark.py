"""The Spark example of README.md; `.ci/spark` runs it, where PySpark is installed."""

from pathlib import Path

import pytest
import readme

pytest.importorskip("pyspark")


@pytest.mark.filterwarnings("ignore")
def test_the_spark_example_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    readme.run(readme.blocks("Spark"))
