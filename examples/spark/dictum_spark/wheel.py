"""The Python package dictum-news in the task's own process: no program, no pipes.

Contract: what `program.py` makes of lines, byte for byte.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .child import ProgramFailed
from .program import found


@dataclass(frozen=True)
class Wheel:
    """The package and its settings; it must be installed where the executors' Python is."""

    id_field: str = "id"
    text_field: str = "text"
    rules: str | None = None
    min_confidence: float | None = None

    def answer(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Answers blocks of lines by blocks of lines, on one thread: Spark gives each task a core."""
        try:
            from dictum_news import Extractor
        except ImportError as error:
            raise ProgramFailed(f"the package dictum-news is not installed on this node: {error}") from error
        settings = {} if self.min_confidence is None else {"min_confidence": self.min_confidence}
        extractor = Extractor(rules=self.rules and found(self.rules), **settings)
        for block in blocks:
            yield extractor.answer_lines(block, id_field=self.id_field, text_field=self.text_field, threads=1)
