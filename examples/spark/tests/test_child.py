"""One child: it answers everything or an error says how it ended."""

import sys
import tracemalloc

import pytest
from dictum_spark.child import ProgramFailed, converse


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def numbered(count: int, width: int = 100) -> list[bytes]:
    return [b"%0*d\n" % (width, n) for n in range(count)]


def test_everything_comes_back_in_order():
    blocks = numbered(5000)
    assert b"".join(converse(["cat"], blocks)) == b"".join(blocks)


def test_nothing_in_nothing_out():
    assert list(converse(["cat"], [])) == []


def test_full_pipes_block_neither_side():
    # writes megabytes to both outputs before it reads a line, and again at the end
    script = """
import sys
sys.stderr.write("noise" * 10**6)
sys.stdout.write("x\\n" * 2 * 10**6)
for line in sys.stdin: pass
sys.stdout.write("x\\n" * 2 * 10**6)
"""
    blocks = [b"y\n" * 10**6] * 4
    assert sum(block.count(b"\n") for block in converse(python(script), blocks)) == 4 * 10**6


def test_a_line_of_many_reads_comes_whole():
    long = b"a" * 30_000_000 + b"\n"
    assert list(converse(["cat"], [b"b\n", long, b"c\n"]))[-1].endswith(b"c\n")
    assert b"".join(converse(["cat"], [b"b\n", long, b"c\n"])) == b"b\n" + long + b"c\n"


def test_a_slow_caller_holds_the_feeder_back():
    taken = 0

    def blocks():
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield b"x" * 99_999 + b"\n"

    talk = converse(["cat"], blocks())
    next(talk)
    # two pipes of a megabyte, what cat holds and the block in hand
    assert taken <= 30
    talk.close()


def test_memory_does_not_grow_with_the_input():
    tracemalloc.start()
    blocks = (b"x" * 99_999 + b"\n" for _ in range(3000))
    assert sum(map(len, converse(["cat"], blocks))) == 300_000_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_status_1_is_fine_when_all_lines_are_answered():
    assert b"".join(converse(["sh", "-c", "cat; exit 1"], [b"a\n"])) == b"a\n"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["sh", "-c", "cat; exit 2"], "ended with status 2: 3 of at least 3 lines answered"),
        (["sh", "-c", "cat; echo no rules >&2; exit 2"], "it said: no rules"),
        (["head", "-n", "2"], "ended with status 0: 2 of at least 3"),
        (["sh", "-c", "cat; echo more"], "4 of at least 3"),
        (["sh", "-c", "cat; printf half"], "3 of at least 3"),
        (["sh", "-c", "cat; kill -KILL $$"], "was killed by SIGKILL"),
        (["sh", "-c", "kill -SEGV $$"], "was killed by SIGSEGV: 0 of"),
        (["/nowhere/dictum"], "cannot start /nowhere/dictum"),
    ],
)
def test_any_other_end_is_an_error(command, told):
    with pytest.raises(ProgramFailed, match=told):
        list(converse(command, numbered(3)))


def test_a_child_that_dies_early_is_an_error_however_much_is_left_to_feed():
    with pytest.raises(ProgramFailed, match="SIGKILL"):
        list(converse(["sh", "-c", "kill -KILL $$"], numbered(100_000)))


def test_an_error_of_the_feeder_is_not_swallowed():
    def blocks():
        yield b"a\n"
        raise KeyError("from Spark")

    with pytest.raises(KeyError, match="from Spark"):
        list(converse(["cat"], blocks()))
