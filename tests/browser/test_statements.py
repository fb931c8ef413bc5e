"""The list of statements says what the records say, in any order, and leads to the articles."""

import datetime
import itertools
import re

import pytest
from selenium.webdriver import ActionChains, Keys

from report import name, on_one_line


def readable(date):
    return datetime.date.fromisoformat(date).strftime("%-d %b %Y").replace("Sep ", "Sept ") if date else ""


def title(article):
    return article["text"].strip().split("\n")[0] if "\n" in article["text"].strip() else article["id"]


@pytest.fixture
def page(report, dated):
    return report(dated)


def test_it_opens_on_one_list_of_all_statements(page):
    assert page.address() == ""
    page.expect(range(len(page.records)))
    assert [view.get_attribute("id") for view in page.find_all("main > section") if view.is_displayed()] == ["view-statements"]


def test_rows_say_what_the_records_say(page):
    for row in page.rows():
        record, article = page.records[row["n"]], page.by_id[page.records[row["n"]]["document"]]
        assert row["who"] == (name(record) or "Unknown speaker")
        assert row["said"] == on_one_line(record["content"]["text"])
        cue = on_one_line((record["cue"] or {"text": ""})["text"])
        assert row["cue"] == (cue if re.search(r"\w", cue) else "")
        assert row["what"] == record["category"]
        assert row["when"] == readable(article["date"])
        assert row["where"] in (title(article), article["id"])


def test_titles_stand_for_file_names(report):
    text = "Ferry row\n\nLena Moor said the pier was safe."
    page = report([{"id": "a17", "text": text}, {"id": "b", "text": text, "title": "The field's title"}, {"id": "c", "text": "Lena Moor said the pier was safe."}])
    assert [row["where"] for row in page.rows()] == ["Ferry row", "The field's title", "c"]


def sorted_by(rows, key):
    return [row[key].lower() for row in rows]


def test_headings_sort_both_ways(page):
    by_label = {heading.text.split(" ")[0]: heading for heading in page.find_all("[role=columnheader] button")}
    assert list(by_label) == ["Speaker", "Category", "Date", "Article"]
    heading = lambda label: page.find_all("[role=columnheader] button")[list(by_label).index(label)]
    sort_of = lambda label: heading(label).find_element("xpath", "..").get_attribute("aria-sort")
    assert sort_of("Date") == "descending", "the latest come first"
    for label, key in [("Category", "what"), ("Article", "where"), ("Speaker", "who")]:
        heading(label).click()
        assert sort_of(label) == "ascending" and sort_of("Date") == "none"
        up = [row[key] for row in page.rows() if row[key] != "Unknown speaker"]
        groups = [value for value, _ in itertools.groupby(up, key=str.lower)]
        assert len(groups) == len({value.lower() for value in up}), "equal ones are together"
        heading(label).click()
        assert sort_of(label) == "descending"
        down = [row[key] for row in page.rows() if row[key] != "Unknown speaker"]
        assert [v for v, _ in itertools.groupby(down, key=str.lower)] == groups[::-1]
    assert page.rows()[-1]["who"] == "Unknown speaker", "who has no name comes last, both ways"


def test_dates_sort_both_ways_and_the_undated_come_last(page):
    date = lambda row: page.by_id[page.records[row["n"]]["document"]]["date"]
    for sort, down in [("-date", True), ("date", False)]:
        page.sort(sort)
        dates = [date(row) for row in page.rows()]
        known = [d for d in dates if d]
        assert known == sorted(known, reverse=down)
        assert dates[len(known):] == [None] * (len(dates) - len(known))
    page.sort("place")
    assert page.listed() == list(range(len(page.records)))
    page.sort("-confidence")
    confidences = [round(page.records[n]["confidence"], 2) for n in page.listed()]
    assert confidences == sorted(confidences, reverse=True)


def test_without_dates_there_is_no_column_of_dates(report, corpus):
    page = report(corpus[:3])
    assert not page.find_all(".when") and "Date" not in page.find(".head").text
    assert page.listed() == list(range(len(page.records))), "and the order is that of the articles"


def test_a_click_goes_to_the_place_in_the_article_and_back_to_the_row(page):
    page.run("scrollTo(0, document.body.scrollHeight / 8)")
    row = page.wait(lambda: page.run("return document.elementFromPoint(640, 500).closest('.statement')"))
    n = int(row.get_attribute("data-n"))
    before = page.run("return arguments[0].getBoundingClientRect().top", row)
    row.find_element("css selector", ".said a").click()
    page.wait(lambda: page.find("#view-article").is_displayed())
    assert page.run("return document.activeElement.id") == f"ref-{n}"
    lit = page.run("return [...document.querySelectorAll('.text .lit:not(.ref)')].map((e) => e.textContent).join(' ')")
    for piece in page.records[n]["content"]["spans"]:
        assert page.piece(n, piece) in lit
    rect = page.run("const r = document.querySelector('.text .lit').getBoundingClientRect(); return [r.top, r.bottom]")
    assert 0 <= rect[0] and rect[1] <= 900
    page.browser.back()
    page.wait(lambda: page.find("#view-statements").is_displayed())
    assert page.run("return document.activeElement.closest('.statement')?.dataset.n") == str(n)
    after = page.run("return document.activeElement.closest('.statement').getBoundingClientRect().top")
    assert 0 < after < 900 and abs(after - before) < 300


def test_a_click_anywhere_in_a_row_does_the_same(page):
    row = page.find(".statement")
    ActionChains(page.browser).move_to_element(row.find_element("css selector", ".what")).click().perform()
    page.wait(lambda: page.find("#view-article").is_displayed())


def test_a_speaker_of_a_row_is_a_filter(page):
    row = page.find(".statement")
    speaker = row.find_element("css selector", ".who a").text
    row.find_element("css selector", ".who a").click()
    page.expect(page.select(lambda record: name(record) == speaker))


def test_the_keys_walk_through_the_rows(page):
    page.find(".statement .said a").send_keys(Keys.ARROW_DOWN)
    focused = lambda: page.run("return [document.activeElement.closest('.statement')?.dataset.position, document.activeElement.parentElement.className]")
    assert focused() == ["1", "said"]
    for _ in range(60):
        ActionChains(page.browser).send_keys(Keys.ARROW_DOWN).perform()
    assert focused() == ["61", "said"], "also into rows that were not there before"
    assert page.run("const r = document.activeElement.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight")
    ActionChains(page.browser).send_keys(Keys.ARROW_UP, Keys.TAB).perform()
    assert focused() == ["60", "where"]
    ActionChains(page.browser).send_keys(Keys.ARROW_UP).perform()
    assert focused() == ["59", "where"], "to the same control of the row before"
    ActionChains(page.browser).send_keys("/").perform()
    assert page.run("return document.activeElement.type") == "search"


def test_what_was_searched_for_is_marked(page):
    page.search("the mayor")
    page.wait(lambda: page.find_all(".hit"))
    assert {hit.text.lower() for hit in page.find_all(".hit")} <= {"the", "mayor"}
