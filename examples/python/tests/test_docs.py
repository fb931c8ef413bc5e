"""What the documentation shows is so: the examples of docstrings, and those of README.md."""

import doctest
import inspect
import io
from collections.abc import Iterator
from pathlib import Path

import dictum_news
import dictum_news.arrow
import dictum_news.spacy
import pytest
import readme
from dictum_news import _core


def documented() -> Iterator[tuple[str, str]]:
    """Every public docstring, by name."""
    for module in (dictum_news, dictum_news.arrow, dictum_news.errors, dictum_news.spacy):
        yield module.__name__, module.__doc__ or ""
    for name in dictum_news.__all__:
        thing = getattr(dictum_news, name)
        if inspect.isclass(thing):
            yield name, thing.__doc__ or ""
            for member, value in vars(thing).items():
                if not member.startswith("_") and (callable(value) or inspect.isdatadescriptor(value)):
                    yield f"{name}.{member}", value.__doc__ or ""
                elif isinstance(value, staticmethod):
                    yield f"{name}.{member}", value.__doc__ or ""


DOCUMENTED = dict(documented())


def test_everything_is_documented() -> None:
    assert len(DOCUMENTED) > 50
    assert [name for name, text in DOCUMENTED.items() if not text] == []


@pytest.mark.parametrize("name", [name for name, text in DOCUMENTED.items() if ">>>" in text])
def test_examples_of_docstrings(name: str) -> None:
    text = inspect.cleandoc(DOCUMENTED[name])
    names = {key: getattr(dictum_news, key) for key in dictum_news.__all__}
    example = doctest.DocTestParser().get_doctest(text, names, name, name, 0)
    said = io.StringIO()
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.write)
    assert not said.getvalue(), said.getvalue()


def test_examples_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spark = readme.blocks("Spark")
    rest = [block for block in readme.blocks() if block not in spark]
    assert len(rest) > 5 and len(spark) == 1
    monkeypatch.chdir(tmp_path)
    readme.run(rest)


def test_the_version_is_that_of_the_crate() -> None:
    assert dictum_news.__version__ == _core.VERSION
    assert f'version = "{_core.VERSION}"' in (readme.HERE / "Cargo.toml").read_text()
