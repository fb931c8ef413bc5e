"""The examples of README.md."""

import contextlib
import io
import re
from pathlib import Path

HERE = Path(__file__).parents[1]


def blocks(section: str | None = None) -> list[tuple[str, str]]:
    """The Python blocks of README.md, or of one of its sections, each with what it prints."""
    text = (HERE / "README.md").read_text()
    if section:
        text = text.split(f"\n## {section}\n")[1].split("\n## ")[0]
    found = re.findall(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", text, re.DOTALL | re.MULTILINE)
    return [(code, printed) for code, printed in found]


def run(examples: list[tuple[str, str]]) -> None:
    """Runs blocks one after the other, as one program."""
    names: dict[str, object] = {"__name__": "__main__"}
    for code, printed in examples:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(code, "README.md", "exec"), names)
        assert said.getvalue() == printed, code
