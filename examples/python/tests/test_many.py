"""Many texts: order, memory, threads, processes."""

import gc
import multiprocessing
import os
import pickle
import resource
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from dictum_news import Extractor, RuleSet


def test_articles_come_in_the_order_of_the_texts(corpus: dict[str, str]) -> None:
    texts = list(corpus.values()) * 20
    extractor = Extractor()
    wanted = [extractor.extract(text).to_jsonl() for text in corpus.values()] * 20
    for threads in (1, 2, 5, None):
        articles = list(extractor.extract_all(texts, threads=threads))
        assert [article.text for article in articles] == texts
        assert [article.to_jsonl() for article in articles] == wanted


def test_an_iterator_without_end_is_read_a_little_ahead() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "The mayor said the bridge was safe. " * 50

    articles = Extractor().extract_all(texts(), threads=1)
    for _ in range(1000):
        next(articles)
    assert read < 5000
    # an iterator that is given up gives back what it holds
    del articles
    gc.collect()


def test_a_million_texts_run_in_bounded_memory() -> None:
    # in a process of its own, whose peak is its own
    program = """
        import resource
        from dictum_news import Extractor

        def peak():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

        def run(count):
            texts = (f"Mayor № {n} said the bridge was safe." for n in range(count))
            return sum(len(article.statements) for article in Extractor().extract_all(texts, threads=2))

        assert run(50_000) == 50_000
        before = peak()
        assert run(1_000_000) == 1_000_000
        print(peak() - before)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    grown = float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert grown < 30, f"memory grew by {grown:.0f} MB"


def test_the_lock_is_released_while_texts_are_read(corpus: dict[str, str]) -> None:
    long = "\n\n".join(corpus.values()) * 30
    extractor = Extractor()
    counted = 0
    done = threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1
            time.sleep(0)

    other = threading.Thread(target=count)
    other.start()
    before = counted
    extractor.extract(long)
    during = counted - before
    done.set()
    other.join()
    # with the lock held, the other thread would not have run once
    assert during > 100


def test_one_extractor_serves_many_threads(corpus: dict[str, str]) -> None:
    extractor = Extractor()
    texts = list(corpus.values())
    wanted = [extractor.extract(text).to_jsonl() for text in texts]
    found: list[list[str]] = []

    def work() -> None:
        found.append([article.to_jsonl() for article in extractor.extract_all(texts, threads=2)])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 4


def categories(given: tuple[Extractor, str]) -> list[str]:
    extractor, text = given
    return [statement.category for article in extractor.extract_all([text] * 3, threads=2) for statement in article.statements]


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_an_extractor_works_in_forked_and_in_new_processes() -> None:
    rules = RuleSet('name = "mine"\ndefault = "said"\n[[category]]\nid = "said"\n')
    extractor = Extractor(rules=rules)
    text = "The mayor promised to pay."
    # its threads run before the fork
    assert categories((extractor, text)) == ["said"] * 3
    for method in ("fork", "spawn"):
        with multiprocessing.get_context(method).Pool(2) as pool:
            assert pool.map_async(categories, [(extractor, text)] * 4).get(timeout=60) == [["said"] * 3] * 4

    # a forked process that uses the very object, not a copy
    child = os.fork()
    if child == 0:
        os._exit(0 if categories((extractor, text)) == ["said"] * 3 else 1)
    deadline = time.monotonic() + 60
    while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert ended == (child, 0)


def test_extractors_and_rule_sets_are_pickled_with_their_settings(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text('name = "mine"\ndefault = "said"\n[[category]]\nid = "said"\n')
    extractor = Extractor(rules=file, scope="attributions", min_confidence=0.25)
    # the rules travel, not the path
    data = pickle.dumps(extractor)
    file.unlink()
    again = pickle.loads(data)
    assert (again.scope, again.min_confidence, again.rules.name) == ("attributions", 0.25, "mine")
    assert repr(again) == repr(extractor)
    for rules in (RuleSet.named("speech-acts"), RuleSet('{"name": "j", "extends": "statements"}', format="json")):
        assert repr(pickle.loads(pickle.dumps(rules))) == repr(rules)
