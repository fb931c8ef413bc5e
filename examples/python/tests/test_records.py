"""The package finds what the program finds: on the whole corpus, byte for byte."""

import json
from collections.abc import Callable

import pytest
from conftest import in_characters
from dictum_news import Article, Cue, Excerpt, Extractor, RuleSet, Sentence

SETTINGS: list[tuple[Extractor, list[str]]] = [
    (Extractor(), []),
    (Extractor(scope="attributions"), ["--scope", "attributions"]),
    (Extractor(min_confidence=0.3), ["--min-confidence", "0.3"]),
    (Extractor(rules="speech-acts"), ["--rules", "speech-acts"]),
]


OPENING = "“\"'‘«„`"


def expected(program: Callable[..., bytes], corpus: dict[str, str], *options: str) -> list[str]:
    """The lines of the program after conversion of offsets."""
    records = map(json.loads, program(*options).splitlines())
    converted = [in_characters(record, corpus[record["document"]]) for record in records]
    return [json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in converted]


@pytest.mark.parametrize(("extractor", "options"), SETTINGS, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_records_are_those_of_the_program(
    program: Callable[..., bytes], corpus: dict[str, str], extractor: Extractor, options: list[str]
) -> None:
    lines = [
        line
        for id, article in zip(corpus, extractor.extract_all(corpus.values()), strict=True)
        for line in article.to_jsonl(id).split("\n")[:-1]
    ]
    wanted = expected(program, corpus, *options)
    assert len(wanted) > 500
    assert lines == wanted


def test_extract_and_to_dict_give_the_same_records(program: Callable[..., bytes], corpus: dict[str, str]) -> None:
    extractor = Extractor()
    records = [
        statement.to_dict(id) for id, text in corpus.items() for statement in extractor.extract(text).statements
    ]
    assert records == [json.loads(line) for line in expected(program, corpus)]


def test_an_article_as_a_dict_has_the_answer_of_the_program_and_more(program: Callable[..., bytes], corpus: dict[str, str]) -> None:
    extractor = Extractor()
    for line in program("--format", "answers").splitlines():
        answer = json.loads(line)
        text = corpus[answer["document"]]
        article = extractor.extract(text)
        record = article.to_dict(answer["document"])
        assert {name: record[name] for name in answer} == in_characters(answer, text)
        assert record.get("sentences", []) == [list(sentence.span) for sentence in article.sentences]
        assert [one["mentions"] for one in record.get("speakers", [])] == [
            [list(mention.span) for mention in speaker.mentions] for speaker in article.speakers
        ]
        for start, end in (quotation["span"] for quotation in record.get("quotations", [])):
            assert start < end and text[start] in OPENING


def test_views_say_what_the_records_say(corpus: dict[str, str]) -> None:
    extractor = Extractor(min_confidence=0.3)
    seen = 0
    for article in extractor.extract_all(corpus.values()):
        for statement in article.statements:
            assert shown(article, statement.index) == statement.to_dict()
            seen += 1
    assert seen > 500


def shown(article: Article, index: int) -> dict[str, object]:
    """A record made of the views of a statement."""
    statement = article.statements[index]
    speaker, source, cue, within = statement.speaker, statement.source, statement.cue, statement.within
    record: dict[str, object] = {
        "version": 1,
        "document": "",
        "index": statement.index,
        "sentence": {"index": statement.sentence.index, "span": list(statement.sentence.span)},
        "kind": statement.kind,
        "type": statement.type,
        "form": statement.form,
        "confidence": pytest.approx(statement.confidence, abs=0.0051),
        "category": statement.category,
        "content": {"spans": [list(span) for span in statement.content.spans], "text": statement.content.text},
        "cue": None,
        "speaker": None,
        "evidence": {"rule": statement.evidence.rule, "spans": [list(span) for span in statement.evidence.spans]},
    }
    if within:
        record["within"] = within.index
    if cue:
        lemma = {} if cue.lemma is None else {"lemma": cue.lemma}
        record["cue"] = {"span": list(cue.span), "text": cue.text, **lemma}
    if source or speaker:
        record["speaker"] = {
            "span": list(source.span) if source else None,
            "text": source.text if source else None,
            "name": speaker.name if speaker else None,
            **({"id": speaker.index, "kind": speaker.kind} if speaker else {}),
            "role": speaker.role if speaker else None,
            "organization": speaker.organization if speaker else None,
            "anonymous": speaker.anonymous if speaker else False,
            "resolution": statement.resolution,
        }
    return record


def test_offsets_index_python_strings(corpus: dict[str, str]) -> None:
    for article in Extractor(min_confidence=0.1, scope="attributions").extract_all(corpus.values()):
        text = article.text
        parts: list[Excerpt | Cue | Sentence] = [mention for speaker in article.speakers for mention in speaker.mentions]
        for statement in article.statements:
            parts += [*statement.content.pieces, *statement.evidence.excerpts]
            parts += [part for part in (statement.cue, statement.source, statement.sentence) if part]
        parts += article.sentences
        for part in parts:
            assert text[slice(*part.span)] == part.text == str(part)


def test_sentences_are_those_of_the_program(program: Callable[..., bytes], corpus: dict[str, str]) -> None:
    for line in program("--sentences").splitlines():
        record = json.loads(line)
        text = corpus[record["document"]]
        spans = [list(sentence.span) for sentence in Extractor().extract(text).sentences]
        assert spans == in_characters(record, text)["sentences"]


def test_answers_are_the_bytes_of_the_program(program: Callable[..., bytes], corpus: dict[str, str]) -> None:
    lines = "".join(json.dumps({"nr": id, "body": text}) + "\n" for id, text in corpus.items())
    answers = Extractor().answer_lines(lines.encode(), id_field="nr", text_field="body")
    assert answers == program("--format", "answers")
    bad = Extractor().answer_lines(b'{"id": "a"}\n\xff\n{"id": "b", "text": ""}\n', threads=1)
    assert [json.loads(line).get("error") for line in bad.splitlines()] == ["missing field `text`", "not valid UTF-8", None]


def test_the_text_is_the_object_that_was_given() -> None:
    text = "“Ça va,” said Ana Ruiz."
    assert Extractor().extract(text).text is text


def test_statements_and_speakers_are_equal_if_they_are_the_same() -> None:
    text = "“We will pay,” said Ana Ruiz. “It is late,” she said."
    article, other = Extractor().extract(text), Extractor().extract(text)
    first, second = article.statements
    assert (first, first.speaker) == (article.statements[0], second.speaker)
    assert first != second and first != other.statements[0]
    assert len({first, second, article.statements[0]}) == 2
    assert {second.speaker: 1}[article.speakers[0]] == 1
    assert first.cue and second.cue and first.cue != second.cue
    assert first.cue == article.statements[0].cue and len({first.cue, second.cue}) == 2
    assert article.speakers[0].statements == [first, second]


def test_a_rule_set_decides() -> None:
    source = 'name = "mine"\ndefault = "said"\n[[category]]\nid = "said"\ndescription = "anything"\n'
    extractor = Extractor(rules=RuleSet(source))
    assert extractor.rules.categories == {"said": "anything"}
    assert extractor.extract("The mayor promised to pay.").statements[0].category == "said"
