"""The marks lie on the right words."""

from report import name


def test_marks_are_the_records_of_the_corpus(report, corpus):
    page = report(corpus)
    shown = page.marked()
    assert [article["text"] for article in shown] == [article.text for article in page.articles]
    assert len(page.records) > 500
    for key, record in page.records.items():
        n, s = key.split("-")
        article, pieces = page.articles[int(n)], shown[int(n)]["pieces"][s]
        assert pieces["content"] == merged(map(article.units, record["content"]["spans"])), record
        for role, part in (("cue", record["cue"]), ("source", record["speaker"])):
            span = part and part["span"]
            assert pieces.get(role) == (span and [article.units(span)]), record
    assert sum(len(article["pieces"]) for article in shown) == len(page.records)


def test_the_sidebar_says_what_the_records_say(report, corpus):
    page = report(corpus)
    notes = page.run("""
      return Object.fromEntries([...document.querySelectorAll(".note")].map((note) => [note.id.slice(1), {
        content: note.querySelector("q").textContent, why: note.querySelector(".why").textContent,
        speaker: note.closest(".speaker").querySelector("h3").textContent }]));""")
    assert notes.keys() == page.records.keys()
    for key, record in page.records.items():
        note = notes[key]
        assert note["content"] == record["content"]["text"]
        assert note["speaker"] == (name(record) or "Unknown speaker")
        assert note["why"].startswith(f"{record['category']}, {record['kind']}")
        rule = record["evidence"]["rule"]
        article = page.articles[int(key.split("-")[0])]
        words = "".join(f" “{article.piece(span)}”" for span in record["evidence"]["spans"])
        assert (f"; rule {rule}{words};" if rule else "; no rule matched;") in note["why"]


def test_letters_beyond_ascii_do_not_shift_marks(report):
    text = "Zoë Łukasz 🦊 wrote at naïve length.\r\nŽiga Černý promised “to keep the café 🦊 open”, Zoë said."
    page = report([{"id": "fox", "text": text}])
    assert page.records
    shown = page.marked()[0]
    for key, record in page.records.items():
        (article,) = page.articles
        data = shown["text"].encode("utf-16-le")
        pieces = [data[2 * start:2 * end].decode("utf-16-le") for start, end in shown["pieces"][key[2:]]["content"]]
        assert pieces == [article.piece(span) for span in record["content"]["spans"]]


def test_a_statement_within_another_has_its_own_colour(report):
    page = report([{"id": "a", "text": "Lena Moor warned that the Harbour Board had promised to close the pier. It rained."}])
    categories = {record["category"] for record in page.records.values()}
    assert categories == {"caution", "commitment"}, "the article has one within the other"
    colours = page.run("""
      return [...document.querySelectorAll(".text mark")].map((mark) =>
        [mark.textContent, getComputedStyle(mark).borderBottomColor, getComputedStyle(mark).borderBottomStyle])""")
    assert len({colour for _, colour, _ in colours}) == 2
    assert len({line for _, _, line in colours}) == 2
    # without the inner one, its words are the outer one's
    page.toggle("category", "commitment")
    page.expect(page.select(lambda record: record["category"] == "caution"))
    left = page.run("return [...new Set([...document.querySelectorAll('.text mark')].map((m) => m.className.replace('cue', '').trim()))]")
    assert len([classes for classes in left if "source" not in classes]) == 1, left


def test_a_headline_stands_out_whole_and_a_paragraph_does_not(report):
    articles = [
        {"id": "headed", "text": "Night ferry to close on both banks of the river from May\n\nLena Moor said it was late."},
        {"id": "plain", "text": "Lena Moor said it was late.\n\nIt rained."},
    ]
    page = report(articles)
    assert [e.text for e in page.find_all(".headline")] == ["Night ferry to close on both banks of the river from May"]
    assert [a["text"] for a in page.marked()] == [a["text"] for a in articles]


def merged(spans):
    """Pieces that touch look like one."""
    out = []
    for start, end in spans:
        if out and out[-1][1] == start:
            out[-1][1] = end
        else:
            out.append([start, end])
    return out
