"""What is wrong with a rule set."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One problem of a rule set."""

    line: int
    """The line, from 1."""
    column: int
    """The column in characters, from 1."""
    rule: str | None
    """The id of the rule that has the problem, if it is in a rule."""
    message: str
    """The problem, the text that caused it, and a suggested fix."""


class RuleSetError(ValueError):
    """A rule set is wrong; `problems` lists all that is wrong with it, in the order of the file."""

    problems: list[Problem]
    """All problems; never empty."""
    origin: str | None
    """The file that was read; `None` for a rule set from memory."""

    def __init__(self, message: str, problems: list[Problem], origin: str | None = None) -> None:
        super().__init__(message, problems, origin)
        self.problems = problems
        self.origin = origin

    def __str__(self) -> str:
        return str(self.args[0])
