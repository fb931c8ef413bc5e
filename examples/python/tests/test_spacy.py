"""The spaCy component."""

import json
from pathlib import Path

import pytest
import spacy
from dictum_news import Extractor
from spacy.language import Language
from spacy.tokens import DocBin

TEXT = "“We will pay 😀,” said Ana Ruiz, “but not today.” It is late, she said."


@pytest.fixture
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("dictum")
    return nlp


def test_spans_are_those_of_the_statements(nlp: Language, corpus: dict[str, str]) -> None:
    extractor = Extractor()
    for text in corpus.values():
        doc, article = nlp(text), extractor.extract(text)
        pieces = [(piece, one) for one in article.statements for piece in one.content.pieces]
        assert len(doc.spans["dictum"]) == len(pieces)
        for span, (piece, statement) in zip(doc.spans["dictum"], pieces, strict=True):
            # whole tokens
            assert span.start_char <= piece.span[0] and piece.span[1] <= span.end_char
            assert span.label_ == statement.category
            assert span._.statement == statement.to_dict()
        assert doc._.statements == [one.to_dict() for one in article.statements]
        cues = [one.cue.text for one in article.statements if one.cue]
        assert len(doc.spans["dictum.cues"]) == len(cues)
        sources = [one.source.text for one in article.statements if one.source]
        assert len(doc.spans["dictum.sources"]) == len(sources)


def test_words_of_cues_and_sources(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["dictum.cues"]] == ["said", "said"]
    assert [span.text for span in doc.spans["dictum.sources"]] == ["Ana Ruiz", "she"]
    assert [span._.statement["speaker"]["name"] for span in doc.spans["dictum.sources"]] == ["Ana Ruiz"] * 2
    assert doc[0:2]._.statement is None


def test_pipe_gives_the_same_in_order(nlp: Language, corpus: dict[str, str]) -> None:
    texts = list(corpus.values())
    docs = list(nlp.pipe(texts, batch_size=7))
    assert [doc.text for doc in docs] == [nlp.make_doc(text).text for text in texts]
    assert [doc._.statements for doc in docs] == [nlp(text)._.statements for text in texts]


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
def test_documents_are_stored_and_sent_to_other_processes(nlp: Language) -> None:
    wanted = nlp(TEXT)
    (sent,) = nlp.pipe([TEXT], n_process=2)
    stored = DocBin(store_user_data=True, docs=[wanted]).to_bytes()
    (read,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    for doc in (sent, read):
        # spaCy reads lists back as tuples
        assert json.dumps(doc._.statements) == json.dumps(wanted._.statements)
        assert [(span.text, span.label_, span.id_) for span in doc.spans["dictum"]] == [
            (span.text, span.label_, span.id_) for span in wanted.spans["dictum"]
        ]


def test_settings_are_those_of_the_extractor() -> None:
    nlp = spacy.blank("en")
    settings = {"rules": "speech-acts", "scope": "attributions", "min_confidence": 0.1, "spans_key": "said", "threads": 1}
    nlp.add_pipe("dictum", config=settings)
    doc = nlp("The mayor refused to resign. The union backed the bill.")
    assert doc.spans["said"][0].label_ == "refusal"
    assert len(doc.spans["said"]) == 2
    with pytest.raises(ValueError, match="unknown scope"):
        nlp.add_pipe("dictum", name="other", config={"scope": "all"})


def test_a_pipeline_is_stored_with_its_settings(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.statements == nlp(TEXT)._.statements
