"""An article: the marks lie on the right words, and a note says why."""

import re

import pytest
from selenium.webdriver import ActionChains, Keys

from report import name, on_one_line

FERRY = (
    "Ferry row\n\nLena Moor, the mayor of Tarn Bridge, promised to reopen the river ferry by May. She warned that the old pier could "
    "collapse under a full boat.\n\nIt rained. “It is raining,” Joss Arden said."
)


@pytest.fixture
def ferry(report):
    page = report([{"id": "ferry", "text": FERRY}], address="#article?id=ferry")
    assert [record["evidence"]["rule"] is not None for record in page.records] == [True, True, False]
    return page


def merged(spans):
    """Pieces that touch look like one."""
    out = []
    for start, end in spans:
        if out and out[-1][1] == start:
            out[-1][1] = end
        else:
            out.append([start, end])
    return out


def test_marks_are_the_records_of_the_corpus(report, corpus):
    page = report(corpus)
    assert len(page.records) > 500
    for article in corpus:
        page.run("location.hash = `#article?id=${arguments[0]}`", article["id"])
        page.wait(lambda: page.run("return document.querySelector('.text')?.textContent.length > 0 && location.hash") and
                  page.marked()["text"] == article["text"], article["id"])
        shown = page.marked()
        own = page.select(lambda record: record["document"] == article["id"])
        assert sorted(shown["refs"]) == own
        assert len(shown["pieces"]) == len(own)
        for s, n in enumerate(own):
            record, pieces = page.records[n], shown["pieces"][str(s)]
            assert pieces["content"] == merged(page.units(n, span) for span in record["content"]["spans"]), record
            for role, part in (("cue", record["cue"]), ("source", record["speaker"])):
                span = part and part["span"]
                assert pieces.get(role) == (span and [page.units(n, span)]), record


def test_letters_beyond_ascii_and_ends_of_lines_do_not_shift_marks(report):
    text = "Zoë Łukasz 🦊 wrote at naïve length.\r\nŽiga Černý promised “to keep the café 🦊 open”, Zoë said."
    page = report([{"id": "fox", "text": text}], address="#article?id=fox")
    shown = page.marked()
    assert page.records and shown["text"] == text
    for n, record in enumerate(page.records):
        assert shown["pieces"][str(n)]["content"] == [page.units(n, span) for span in record["content"]["spans"]]


def test_a_statement_within_another_has_its_own_look(report):
    page = report([{"id": "a", "text": "Lena Moor warned that the Harbour Board had promised to close the pier. It rained."}], address="#article?id=a")
    assert {record["category"] for record in page.records} == {"caution", "commitment"}, "the article has one within the other"
    looks = page.run("""return [...document.querySelectorAll(".text mark")].map((mark) =>
      [getComputedStyle(mark).borderBottomColor, getComputedStyle(mark).borderBottomStyle])""")
    assert len({colour for colour, _ in looks}) == len({line for _, line in looks}) == 2
    # without the inner one, its words are the outer one's
    page.toggle("category", "caution")
    page.wait(lambda: len(page.find_all(".text .ref")) == 1)
    outer = next(n for n, record in enumerate(page.records) if record["category"] == "caution")
    assert page.marked()["pieces"][str(outer)]["content"] == [page.units(outer, span) for span in page.records[outer]["content"]["spans"]]
    assert len(page.run("return [...new Set([...document.querySelectorAll('.text mark')].map((m) => getComputedStyle(m).borderBottomColor))]")) == 1


def test_only_what_fits_the_filters_is_marked(ferry):
    ferry.toggle("category", "caution")
    ferry.wait(lambda: len(ferry.find_all(".text .ref")) == 1)
    assert ferry.marked()["text"] == FERRY
    assert ferry.marked()["refs"] == [1]
    assert [mark.text for mark in ferry.find_all(".text mark")] == ["that the old pier could collapse under a full boat"]
    assert ferry.find(".place").text == "1 statement"


def test_the_headline_is_the_heading_and_is_not_said_twice(report):
    articles = [
        {"id": "headed", "text": "Night ferry to close on both banks of the river from May\n\nLena Moor said it was late."},
        {"id": "titled", "title": "A title of its own", "text": "Lena Moor said it was late.\n\nIt rained."},
    ]
    page = report(articles, address="#article?id=headed")
    assert [e.text for e in page.find_all(".headline")] == ["Night ferry to close on both banks of the river from May"]
    assert page.run("return getComputedStyle(document.querySelector('#view-article h2')).position") == "absolute", "only read out"
    page.open("#article?id=titled")
    assert page.find("#view-article h2").text == "A title of its own" and not page.find_all(".headline")


def explained(page, n):
    record = page.records[n]
    evidence = [page.piece(n, span) for span in record["evidence"]["spans"]]
    return [name(record), record["category"], record["kind"], record["type"], record["evidence"]["rule"] or "none matched", *evidence,
            f"{round(record['confidence'] * 100)} %"]


def note(page):
    return page.find(".note").text if page.find_all(".note") else ""


def test_a_pointer_over_words_shows_why_and_away_hides_it(ferry):
    for n, mark in enumerate(ferry.find_all(".text mark")):
        ActionChains(ferry.browser).move_to_element(mark).perform()
        ferry.wait(lambda: name(ferry.records[n]) in note(ferry) and ferry.records[n]["category"] in note(ferry))
        for words in explained(ferry, n):
            assert words in note(ferry)
        record = ferry.records[n]
        parts = [record["content"]["text"], record["cue"]["text"], record["speaker"]["text"]]
        assert sorted(e.text for e in ferry.find_all(".text .lit:not(.ref)")) == sorted(parts), "the whole statement lights up"
    ActionChains(ferry.browser).move_to_element(ferry.find(".headline")).perform()
    ferry.wait(lambda: not note(ferry) and not ferry.find_all(".lit"))


def test_a_resting_pointer_does_not_take_the_light_from_the_chosen_statement(ferry):
    first = ferry.find(".text mark").text
    place = ferry.run("const { x, y } = document.querySelector('.text mark').getClientRects()[0]; return [Math.ceil(x) + 5, Math.ceil(y) + 5]")
    pointer = ActionChains(ferry.browser)
    pointer.w3c_actions.pointer_action.move_to_location(*place)
    ferry.view("statements")
    pointer.perform()
    # by the keyboard: the article is drawn under the pointer, which rests on the first statement's words
    ferry.find_all(".statement .said a")[1].send_keys(Keys.ENTER)
    ferry.wait(lambda: ferry.find("#view-article").is_displayed())
    ActionChains(ferry.browser).pause(0.5).perform()
    under = ferry.run("return document.elementFromPoint(...arguments).closest('mark').textContent", *place)
    assert under == first
    assert "caution" in note(ferry)


def test_a_click_keeps_the_note_and_its_address(ferry):
    ActionChains(ferry.browser).move_to_element(ferry.find_all(".text mark")[1]).click().perform()
    ferry.wait(lambda: ferry.address() == "#article?id=ferry&statement=2")
    ActionChains(ferry.browser).move_to_element(ferry.find(".headline")).pause(0.3).perform()
    assert "caution" in note(ferry)
    assert "found by the pronoun “She”" in note(ferry)
    ferry.find(".close").click()
    ferry.wait(lambda: not note(ferry))
    assert ferry.address() == "#article?id=ferry"


def test_the_keyboard_walks_through_the_statements(ferry):
    ferry.find("body").send_keys("n")
    for n in range(3):
        ferry.wait(lambda: ferry.run("return document.activeElement.id") == f"ref-{n}")
        assert all(words in note(ferry) for words in explained(ferry, n))
        assert ferry.find(".place").text == f"{n + 1} of 3"
        ring = ferry.run("const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)]")
        assert ring[0] == "solid" and ring[1] >= 2
        ActionChains(ferry.browser).send_keys("n").perform()
    ActionChains(ferry.browser).send_keys("p").perform()
    ferry.wait(lambda: ferry.run("return document.activeElement.id") == "ref-1")
    ActionChains(ferry.browser).send_keys(Keys.ESCAPE).perform()
    ferry.wait(lambda: not note(ferry))


def test_next_goes_on_into_the_next_article_of_the_list(report):
    page = report([{"id": a, "text": f"Lena Moor said {a} was late. She promised to go."} for a in ("one", "two")],
                  address="#statements?category=commitment")
    page.find(".said a").click()
    page.wait(lambda: page.find(".place").text == "1 of 2")
    page.find(".step[aria-keyshortcuts=n]").click()
    page.wait(lambda: "two was late" in page.find(".text").text)
    assert page.address() == "#article?category=commitment&id=two&statement=2"
    assert page.find(".place").text == "2 of 2" and not page.find_all(".step[aria-keyshortcuts=n]")


def test_speakers_of_the_article_with_their_statements(ferry):
    items = [re.split(r"\s+", item.text) for item in ferry.find_all(".voices li")]
    assert [(" ".join(item[:2]), item[-1]) for item in items] == [("Lena Moor", "2"), ("Joss Arden", "3")]
    ferry.find(".voices .ref:last-child").click()
    ferry.wait(lambda: "caution" in note(ferry))


def test_the_article_links_to_where_it_was_read(report):
    page = report([{"id": "a", "text": FERRY, "url": "https://news.example/a", "date": "2024-03-05"},
                   {"id": "b", "text": FERRY, "url": "javascript:alert(1)"}], address="#article?id=a")
    link = page.find(".about a")
    assert link.get_attribute("href") == "https://news.example/a" and link.get_attribute("rel") == "noopener noreferrer"
    assert page.find(".about").text.split("\n") == ["5 Mar 2024", "news.example", "a"]
    page.open("#article?id=b")
    assert not page.find_all(".about a")


def test_statements_of_nobody(report):
    page = report([{"id": "a", "text": "“Go home.”\n\nIt rained all day."}], address="#article?id=a&statement=1")
    for n, record in enumerate(page.records):
        assert name(record) == "" and "Unknown speaker" in note(page)


def test_an_article_without_statements_can_be_read(report):
    page = report([{"id": "quiet", "text": "It rained all day."}])
    assert page.records == [] and page.find("#nothing").text == "No statements found."
    page.view("articles")
    page.find("#view-articles .name a").click()
    page.wait(lambda: page.find(".text").text == "It rained all day.")


def test_no_article_says_so(report):
    assert report([]).find("#nothing").text == "No articles."
