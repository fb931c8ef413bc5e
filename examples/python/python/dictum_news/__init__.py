"""Who said what in a news article, and what kind of statement is it?

>>> from dictum_news import Extractor
>>> article = Extractor().extract("“We will rebuild the bridge,” the mayor, Lena Moor, said.")
>>> for statement in article.statements:
...     print(statement.category, statement.speaker.name, statement.content, sep=": ")
commitment: Lena Moor: “We will rebuild the bridge,”

Offsets are those of Python strings:

>>> start, end = statement.cue.span
>>> article.text[start:end]
'said'
"""

from ._core import (
    VERSION as __version__,
    Article,
    Content,
    Cue,
    Evidence,
    Excerpt,
    Extractor,
    RuleSet,
    Sentence,
    Speaker,
    Statement,
)
from .errors import Problem, RuleSetError

__all__ = [
    "Article",
    "Content",
    "Cue",
    "Evidence",
    "Excerpt",
    "Extractor",
    "Problem",
    "RuleSet",
    "RuleSetError",
    "Sentence",
    "Speaker",
    "Statement",
    "__version__",
]
