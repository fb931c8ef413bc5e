"""The program and the corpus, which the package is compared with."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = Path(os.environ.get("DICTUM", ROOT / "target/release/dictum"))

# hard for offsets: characters of one to four bytes, combining ones, a byte-order mark, controls
HARD = {
    "empty": "",
    "blank": " \n\t\n",
    "accents": "Élan Çelik said the pier was “sûr”. “Ça va,” said Ana Ruiz, “mais…”",
    "astral": "😀😀 “We will pay 😀 more,” said Ana Ruiz 🙂, “and 🇬🇧 wait.” She promised “𝒶𝓁𝓁” to 𝔸𝕟𝕒.",
    "combining": "Jose\u0301 Nunez\u0303 said the cafe\u0301 was “tre\u0300s bon”.",
    "mark": "\ufeffThe mayor said the bridge was safe.",
    "nul": "The mayor said\0 the bridge\0was safe. “\0”, she said.",
    "control": "The mayor said the \x1b[31mbridge\x85 was\u2028safe.\r\nIt rained, she said.",
    "cyrillic": "Олена Мур said that Київ was safe. «Да», she said: “нет”.",
}


@pytest.fixture(scope="session")
def corpus() -> dict[str, str]:
    """Every text of the corpus, and hard ones, by id."""
    texts = {path.stem: path.read_text() for path in sorted((ROOT / "corpus").glob("*.txt"))}
    assert len(texts) > 70
    return {**texts, **HARD}


@pytest.fixture(scope="session")
def program(corpus: dict[str, str]) -> Callable[..., bytes]:
    """What the program prints about the corpus with some options."""
    lines = "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in corpus.items())

    def run(*options: str) -> bytes:
        command = [str(PROGRAM), "extract", *options, "-"]
        return subprocess.run(command, input=lines.encode(), capture_output=True, check=True).stdout

    return run


def in_characters(record: Any, text: str) -> Any:
    """A record of the program with every span in characters, whatever field holds it."""
    before = [len(text.encode()[:byte].decode(errors="ignore")) for byte in range(len(text.encode()) + 1)]

    def converted(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: converted(inner, key) for key, inner in value.items()}
        if name == "span" and value is not None:
            return [before[byte] for byte in value]
        if name in ("spans", "sentences"):
            return [converted(span, "span") for span in value]
        return [converted(inner) for inner in value] if isinstance(value, list) else value

    return converted(record)
