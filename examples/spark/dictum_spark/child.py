"""One child process, fed and read at the same time. Knows nothing of Spark.

Contract: every line that is fed is answered by one line, in order, or an error is raised. At any time no more is held than the block
that is being fed, the answers that have just been read, and the end of what the child said on its standard error.
"""

import os
import selectors
import signal
import subprocess
from collections.abc import Iterable, Iterator

PIPE_BYTES = 1 << 20
STDERR_KEPT = 4096


class ProgramFailed(RuntimeError):
    """The program did not answer all lines, or did not end as it should."""


def converse(command: list[str], blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Feeds blocks of whole lines to `command` and yields blocks of whole lines as they come back.

    One thread waits for whichever pipe is ready, so neither side can block the other for good; while the caller is busy
    with a block, the child runs until its pipes are full, and then waits for the caller.
    """
    child = _started(command)
    try:
        blocks = iter(blocks)
        fed = answered = 0
        waiting = memoryview(b"")
        half_line = bytearray()
        complaints = b""
        with selectors.DefaultSelector() as ready:
            for pipe, event in (
                (child.stdin, selectors.EVENT_WRITE),
                (child.stdout, selectors.EVENT_READ),
                (child.stderr, selectors.EVENT_READ),
            ):
                os.set_blocking(pipe.fileno(), False)
                ready.register(pipe, event)
            while ready.get_map():
                if not waiting and not child.stdin.closed:
                    block = next(blocks, None)
                    if block is None:
                        _close(child.stdin, ready)
                        continue
                    fed += block.count(b"\n")
                    waiting = memoryview(block)
                for key, _ in ready.select():
                    pipe = key.fileobj
                    if pipe is child.stdin:
                        try:
                            waiting = waiting[os.write(pipe.fileno(), waiting) :]
                        except BrokenPipeError:
                            # the child is gone or going: hear its last words, then say so
                            _close(pipe, ready)
                        continue
                    data = os.read(pipe.fileno(), PIPE_BYTES)
                    if not data:
                        _close(pipe, ready)
                    elif pipe is child.stderr:
                        complaints = (complaints + data)[-STDERR_KEPT:]
                    else:
                        end = data.rfind(b"\n") + 1
                        if end:
                            half_line += data[:end]
                            answered += half_line.count(b"\n")
                            yield bytes(half_line)
                            half_line = bytearray(data[end:])
                        else:
                            half_line += data
        _judge(command, child.wait(), fed, answered, len(half_line), complaints)
    finally:
        # also when the caller gives up half-way
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout, child.stderr):
            _drop(pipe)


def _started(command: list[str]) -> subprocess.Popen:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            # of larger pipes the child has more to work on while the caller is busy
            pipesize=PIPE_BYTES,
        )
    except OSError as error:
        raise ProgramFailed(f"cannot start {command[0]}: {error}") from error


def _close(pipe, ready: selectors.BaseSelector) -> None:
    ready.unregister(pipe)
    pipe.close()


def _drop(pipe) -> None:
    try:
        pipe.close()
    except OSError:
        pass


def _judge(command, status: int, fed: int, answered: int, half_line: int, complaints: bytes) -> None:
    """Status 1 with all lines answered says that some of them hold no article, and the answers say which."""
    if status in (0, 1) and answered == fed and not half_line:
        return
    end = f"was killed by {_signal_name(-status)}" if status < 0 else f"ended with status {status}"
    said = complaints.decode(errors="replace").strip() or "nothing"
    raise ProgramFailed(
        f"{' '.join(command)} {end}: {answered} of at least {fed} lines answered; on its standard error it said: {said}"
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
