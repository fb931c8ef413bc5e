"""What is wrong is reported with its place."""

import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dictum_news import Extractor, RuleSet, RuleSetError

EXTRACTOR = Extractor()
GOOD = "The mayor said the bridge was safe."


@pytest.mark.parametrize("value", [None, b"bytes", 7, 1.5, ["text"], {"text": ""}])
def test_what_is_no_string_is_a_type_error(value: object) -> None:
    kind = type(value).__name__
    with pytest.raises(TypeError, match=f"^text must be a str, not {kind}$"):
        EXTRACTOR.extract(value)  # type: ignore[arg-type]
    articles = EXTRACTOR.extract_all([GOOD, value, GOOD])  # type: ignore[list-item]
    assert next(articles).text == GOOD
    with pytest.raises(TypeError, match=rf"^texts\[1\] must be a str, not {kind}$"):
        next(articles)
    assert list(articles) == []


def test_a_lone_surrogate_is_reported_with_its_place() -> None:
    text = "😀 said\ud800\udc00 so\ud83d."
    with pytest.raises(UnicodeEncodeError) as error:
        EXTRACTOR.extract(text)
    assert (error.value.object, error.value.start) == (text, 6)
    assert "position 6-7: text has a lone surrogate" in str(error.value)
    with pytest.raises(UnicodeEncodeError, match=r"'\\udcff' in position 3: texts\[2\] has a lone surrogate"):
        list(EXTRACTOR.extract_all([GOOD, "😀", "abc\udcff"]))
    with pytest.raises(UnicodeEncodeError, match=r"in position 0: ids\[0\] has a lone surrogate"):
        EXTRACTOR.table([GOOD], ids=["\udcff"])


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (GOOD, "texts must be several, such as a list, not a str"),
        (7, "texts must be iterable, not int"),
        (None, "texts must be iterable, not NoneType"),
    ],
)
def test_what_is_no_sequence_of_texts_is_a_type_error(texts: Any, message: str) -> None:
    for call in (EXTRACTOR.extract_all, EXTRACTOR.table):
        with pytest.raises(TypeError, match=message):
            call(texts)


def test_an_exception_of_the_iterator_comes_after_the_articles_before_it() -> None:
    def texts() -> Iterator[str]:
        yield from [GOOD] * 3
        raise KeyError("from the source")

    articles = EXTRACTOR.extract_all(texts())
    assert [next(articles).text for _ in range(3)] == [GOOD] * 3
    with pytest.raises(KeyError, match="from the source"):
        next(articles)
    assert list(articles) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"scope": "all"}, "unknown scope `all`; the valid names are statements, attributions"),
        ({"min_confidence": 1.5}, "the minimum confidence is 1.5; it must be between 0 and 1"),
        ({"min_confidence": float("nan")}, "the minimum confidence is NaN; it must be between 0 and 1"),
    ],
)
def test_settings_out_of_range_are_value_errors(settings: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        Extractor(**settings)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [0, -1])
def test_threads_out_of_range_are_value_errors(threads: int) -> None:
    with pytest.raises(ValueError, match=r"threads is -?\d; it must be at least 1"):
        EXTRACTOR.extract_all([], threads=threads)


@pytest.mark.parametrize(
    ("ids", "error", "message"),
    [
        (["a"], ValueError, "there are 1 ids, but more texts"),
        (["a", "b", "c"], ValueError, "there are 2 texts, but more ids"),
        (["a", None], TypeError, r"ids\[1\] must be a str or an int, not NoneType"),
        (["a", True], TypeError, r"ids\[1\] must be a str or an int, not bool"),
        (["a", 1.5], TypeError, r"ids\[1\] must be a str or an int, not float"),
        ("ab", TypeError, "ids must be several, such as a list, not a str"),
    ],
)
def test_ids_that_do_not_fit(ids: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        EXTRACTOR.table([GOOD, GOOD], ids=ids)  # type: ignore[arg-type]


WRONG = """name = "mine"
default = "claim"
[[category]]
id = "pledge"
[[rule]]
id = "pledge.cut"
category = "plegde"
anny = ["will"]
"""


def test_a_rule_set_error_lists_every_problem() -> None:
    with pytest.raises(RuleSetError) as caught:
        RuleSet(WRONG)
    error = caught.value
    assert isinstance(error, ValueError)
    places = [(problem.line, problem.column, problem.rule) for problem in error.problems]
    assert places[:1] == [(2, 11, None)] and (7, 12, "pledge.cut") in places and (8, 1, "pledge.cut") in places
    assert error.origin is None
    assert str(error).splitlines()[0] == f"line 2, column 11: {error.problems[0].message}"
    assert "unknown category `claim`" in error.problems[0].message
    assert len(str(error).splitlines()) == len(error.problems)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.problems) == (str(error), error.problems)


def test_a_rule_set_error_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(WRONG)
    for read in (RuleSet.from_file, lambda path: Extractor(rules=path), lambda path: Extractor(rules=str(path))):
        with pytest.raises(RuleSetError) as caught:
            read(file)
        assert caught.value.origin == str(file)
        assert str(caught.value).startswith(f"{file}: line 2, column 11: ")


def test_rules_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        Extractor(rules=tmp_path / "none.toml")
    assert caught.value.filename == str(tmp_path / "none.toml")
    with pytest.raises(ValueError, match="the built-in ones are statements, speech-acts"):
        RuleSet.named("none")
    with pytest.raises(ValueError, match="unknown format `yaml`; the valid names are toml, json"):
        RuleSet("", format="yaml")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Extractor(rules=7)  # type: ignore[arg-type]


def test_failing_examples_may_be_skipped() -> None:
    source = WRONG.replace("plegde", "pledge").replace("claim", "pledge").replace("anny", "matches = ['no']\nany")
    with pytest.raises(RuleSetError):
        RuleSet(source)
    assert RuleSet(source, check_examples=False).rules == ["pledge.cut"]
