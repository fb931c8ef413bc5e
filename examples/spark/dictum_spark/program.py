"""Where the program lies on the node that a task runs on, and its command line."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyspark import SparkFiles

from .child import ProgramFailed, converse


@dataclass(frozen=True)
class Program:
    """The program and its options, as they were given to the job; they are looked up where a task runs."""

    path: str = "dictum"
    id_field: str = "id"
    text_field: str = "text"
    rules: str | None = None
    min_confidence: float | None = None

    def answer(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Answers blocks of lines by blocks of lines."""
        return converse(self.command(), blocks)

    def command(self) -> list[str]:
        """One line of JSON in, one line of JSON out, on one thread: Spark gives each task a core."""
        command = [found(self.path, executable=True), "extract", "--format", "answers", "--threads", "1"]
        if self.id_field != "id":
            command += ["--id-field", self.id_field]
        if self.text_field != "text":
            command += ["--text-field", self.text_field]
        if self.rules is not None:
            command += ["--rules", found(self.rules)]
        if self.min_confidence is not None:
            command += ["--min-confidence", str(self.min_confidence)]
        return command


def found(name: str, executable: bool = False) -> str:
    """`name` among what --files and --archives brought here, in the task's folder, at its own place or on the PATH."""
    places = [os.path.join(SparkFiles.getRootDirectory(), name), os.path.abspath(name)]
    for place in places:
        if os.path.isfile(place):
            return place
    on_path = shutil.which(name) if executable else None
    if on_path is None:
        raise ProgramFailed(f"no file {name} on this node: not at {' or '.join(places)}, nor on the PATH")
    return on_path
