"""A spaCy component: `nlp.add_pipe("dictum")`.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("dictum")
>>> doc = nlp("The mayor, Lena Moor, promised to rebuild the bridge.")
>>> for content in doc.spans["dictum"]:
...     print(content.label_, content, content._.statement["speaker"]["name"], sep=": ")
commitment: to rebuild the bridge: Lena Moor

`doc.spans` gets three groups: "dictum" with the contents of statements, a span a piece;
"dictum.cues" and "dictum.sources" with the words that attribute them and that name the speaker.
A span's label is the category, its id the index of the statement. `doc._.statements` has the
records as plain dicts, so documents can be stored and sent to other processes; `span._.statement`
is the record of a span of these groups.

The component reads the text alone and needs no other component.
"""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import minibatch

from . import Article, Cue, Excerpt, Extractor, Statement

CONFIG = {"rules": None, "scope": "statements", "min_confidence": 0.5, "spans_key": "dictum", "threads": None}


def _statement(span: Span) -> dict[str, Any] | None:
    """The record of the statement that a span belongs to; None for spans of other components."""
    statements = span.doc._.statements
    index = span.id_
    return statements[int(index)] if index.isdecimal() and int(index) < len(statements) else None


Doc.set_extension("statements", default=[], force=True)
Span.set_extension("statement", getter=_statement, force=True)


class Component:
    """Adds the statements that an extractor finds to documents."""

    def __init__(self, extractor: Extractor, spans_key: str = "dictum", threads: int | None = None) -> None:
        self.extractor = extractor
        self.spans_key = spans_key
        self.threads = threads

    def __call__(self, doc: Doc) -> Doc:
        return self._add(doc, self.extractor.extract(doc.text))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Adds statements to many documents, a batch at a time, on threads."""
        batches: Iterator[list[Doc]] = minibatch(stream, batch_size)  # type: ignore[no-untyped-call]
        for batch in batches:
            articles = self.extractor.extract_all((doc.text for doc in batch), self.threads)
            yield from map(self._add, batch, articles)

    def _add(self, doc: Doc, article: Article) -> Doc:
        statements, key = article.statements, self.spans_key

        def span(statement: Statement, part: Excerpt | Cue) -> Span:
            start, end = part.span
            # a token that is cut belongs to the span as a whole
            found = doc.char_span(
                start, end, statement.category, alignment_mode="expand", span_id=str(statement.index)
            )
            return cast(Span, found)

        doc.spans[key] = [span(one, piece) for one in statements for piece in one.content.pieces]
        doc.spans[f"{key}.cues"] = [span(one, one.cue) for one in statements if one.cue]
        doc.spans[f"{key}.sources"] = [span(one, one.source) for one in statements if one.source]
        doc._.statements = [statement.to_dict() for statement in statements]
        return doc


@Language.factory("dictum", default_config=CONFIG, assigns=["doc.spans", "doc._.statements"])
def make(
    nlp: Language,
    name: str,
    rules: str | None,
    scope: str,
    min_confidence: float,
    spans_key: str,
    threads: int | None,
) -> Component:
    """The component with settings as of `Extractor`; `rules` is a path or the name of a rule set."""
    return Component(Extractor(rules=rules, scope=scope, min_confidence=min_confidence), spans_key, threads)
