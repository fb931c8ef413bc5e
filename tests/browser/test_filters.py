"""Filters show and hide what they should, alone and together, and all counts follow."""

import itertools
import re

import pytest
from selenium.webdriver import Keys

from report import ROOT, name, on_one_line

CATEGORIES = ["commitment", "claim", "caution"]
KINDS = ["direct", "indirect", "mixed"]


@pytest.fixture
def page(report, dated):
    return report(dated[:14])


def fits(record, categories=(), kinds=(), speakers=(), words=""):
    text = f"{on_one_line(record['content']['text'])}\n{name(record) or 'Unknown speaker'}".lower()
    found = [re.search(r"(?<![^\W_])" + re.escape(word), text) for word in words.lower().split()]
    return (
        (not categories or record["category"] in categories)
        and (not kinds or record["kind"] in kinds)
        and (not speakers or name(record) in speakers)
        and all(found)
    )


def test_categories_and_kinds_alone_and_together(page):
    chosen = ((), ())
    subsets = [(), *[(c,) for c in CATEGORIES], ("commitment", "caution"), tuple(CATEGORIES)]
    for categories, kinds in itertools.product(subsets, [(), ("direct",), ("indirect", "mixed")]):
        page.toggle("category", *set(chosen[0]) ^ set(categories))
        page.toggle("kind", *set(chosen[1]) ^ set(kinds))
        chosen = (categories, kinds)
        page.expect(page.select(lambda record: fits(record, categories, kinds)))


def test_types(page):
    for value in ["communication", "belief", "fact", "eventuality"]:
        assert page.count("type", value) == len(page.select(lambda record: record["type"] == value))
    page.toggle("type", "eventuality")
    page.expect(page.select(lambda record: record["type"] == "eventuality"))


def test_each_choice_tells_how_many_it_would_show(page):
    page.toggle("category", "commitment", "caution")
    page.toggle("kind", "indirect")
    page.expect(page.select(lambda record: fits(record, ["commitment", "caution"], ["indirect"])))
    for category in CATEGORIES:
        assert page.count("category", category) == len(page.select(lambda record: fits(record, [category], ["indirect"])))
    for kind in KINDS:
        assert page.count("kind", kind) == len(page.select(lambda record: fits(record, ["commitment", "caution"], [kind])))


def test_speakers_are_chosen_by_typing(page):
    names = sorted({name(record) for record in page.records} - {""})
    for speaker in names[::12]:
        page.choose_speaker(speaker)
        page.expect(page.select(lambda record: name(record) == speaker))
        page.clear()
    two = [names[0], names[-1]]
    for speaker in two:
        page.choose_speaker(speaker)
    page.expect(page.select(lambda record: name(record) in two))


def test_the_list_of_speakers_works_by_keys(page):
    field = page.find("[role=combobox]")
    field.click()
    options = lambda: [option.text for option in page.find_all("#offered .name")]
    assert field.get_attribute("aria-expanded") == "true"
    counts = [int(c.text) for c in page.find_all("#offered .count")]
    assert counts == sorted(counts, reverse=True) and len(counts) == 50, "those who say most are offered first"
    assert page.find("#offered .rest").text.startswith("and ")
    field.send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    active = page.find(f"#{field.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("id") == "offered-1" and "active" in active.get_attribute("class")
    field.send_keys(Keys.ESCAPE)
    assert field.get_attribute("aria-expanded") == "false" and not page.find("#offered").is_displayed()
    speaker = name(page.records[3])
    field.send_keys(speaker[:4].lower())
    assert all(speaker[:4].lower() in option.lower() for option in options())
    first = options()[0]
    field.send_keys(Keys.ENTER)
    page.wait(lambda: page.find_all(".chip"))
    assert page.find(".chip span").text == page.find("[aria-label^='Remove']").text.split("\n")[0]
    assert page.find(".chip span").text in first
    field.send_keys("zzzz")
    assert page.find("#offered .rest").text == "No such speaker"


def test_search_finds_words_from_their_beginning(page):
    for words in ["the", "  Will ", "would be"]:
        wanted = page.select(lambda record: fits(record, words=words))
        titles = {a["id"]: a["text"].strip().split("\n")[0].lower() for a in page.articles}
        in_title = page.select(lambda record: all(
            re.search(r"(?<![^\W_])" + re.escape(w), f"{record['content']['text']}\n{name(record)}\n{titles[record['document']]}".lower())
            for w in words.lower().split()))
        page.search(words)
        page.wait(lambda: " of " in page.shown() and sorted(page.listed()) == sorted(set(wanted) | set(in_title)))
    page.search("")
    page.expect(range(len(page.records)))


def test_a_phrase_in_quotation_marks_is_found_whole(report):
    page = report([{"id": "a", "text": "Lena Moor said the old pier was safe. Joss Arden said the pier was old."}])
    page.search("old pier")
    page.expect([0, 1])
    page.search('"old pier"')
    page.expect([0])
    page.search("ier")
    page.expect([])


def test_dates(page):
    date = lambda record: page.by_id[record["document"]]["date"] or ""
    days = sorted({date(record) for record in page.records} - {""})
    set_date = lambda field, day: page.run(
        "const f = document.querySelector(`input[name=${arguments[0]}]`); f.value = arguments[1]; f.dispatchEvent(new Event('change'))", field, day)
    set_date("from", days[2])
    page.expect(page.select(lambda record: date(record) >= days[2]))
    set_date("to", days[5])
    page.expect(page.select(lambda record: days[2] <= date(record) <= days[5]))
    set_date("from", "")
    page.expect(page.select(lambda record: "" < date(record) <= days[5]))


def test_confidence(page):
    page.run("const f = document.querySelector('[type=range]'); f.value = 90; f.dispatchEvent(new Event('input'))")
    page.wait(lambda: page.find_all(".chip"))
    assert page.find(".range output").text == "90 % or more"
    page.expect(page.select(lambda record: round(record["confidence"], 2) >= 0.9))


def test_filters_are_listed_and_taken_away_one_by_one(page):
    page.toggle("category", "claim")
    page.toggle("kind", "direct")
    page.search("the")
    page.wait(lambda: len(page.find_all(".chip")) == 3)
    assert [chip.find_element("css selector", "span").text for chip in page.find_all(".chip")] == ["“the”", "claim", "direct"]
    page.find_all(".chip")[1].click()
    assert not page.find("input[name=category][value=claim]").is_selected()
    assert page.run("return document.activeElement.id") == "shown", "the focus goes to the new count"
    page.find_all(".chip")[0].click()
    assert page.find("#filters input[type=search]").get_attribute("value") == ""
    page.expect(page.select(lambda record: record["kind"] == "direct"))
    page.clear()
    page.expect(range(len(page.records)))
    assert not page.find(".chips").is_displayed()


def test_nothing_that_fits_is_said(page):
    nothing = page.find("#nothing")
    assert not nothing.is_displayed()
    page.search("zzzz")
    page.expect([])
    assert nothing.is_displayed() and nothing.text == "No statement fits these filters."
    page.clear()
    page.expect(range(len(page.records)))
    assert not nothing.is_displayed()


def test_eighteen_acts_can_be_told_apart(report, corpus):
    page = report(corpus[:12], rules=ROOT / "src/rules/speech_acts.toml")
    categories = [box.get_attribute("value") for box in page.find_all("input[name=category]")]
    assert len(categories) == 18
    looks = page.run("""
      return [...document.querySelectorAll("#filters .badge")].map((badge) => {
        const mark = Object.assign(document.createElement("mark"), { className: badge.className.replace("badge", "") });
        document.body.append(mark);
        const style = getComputedStyle(mark);
        const shape = getComputedStyle(badge.querySelector(".shape")).clipPath;
        return { colour: style.borderBottomColor, plain: `${style.borderBottomStyle} ${shape}`, shape }; })""")
    assert len({look["colour"] for look in looks}) == 18
    assert len({look["plain"] for look in looks}) == 18, "also without colour"
    assert all(a["shape"] != b["shape"] for a, b in zip(looks, looks[1:]))
    page.toggle("category", "promise")
    page.expect(page.select(lambda record: record["category"] == "promise"))


def test_categories_of_ones_own(report, corpus, tmp_path):
    rules = tmp_path / "own.toml"
    rules.write_text('name = "own"\nextends = "statements"\n[[category]]\nid = "of-rain"\npriority = 60\n'
                     '[[rule]]\nid = "of-rain.rain"\ncategory = "of-rain"\nany = ["rain"]\n'
                     'matches = ["Lena Moor said: “There will be rain.”"]\n', encoding="utf-8")
    page = report([{"id": "a", "text": "Lena Moor said the rain would stop. She said it was late."}], rules=rules)
    assert [row["what"] for row in page.rows()] == ["of-rain", "claim"]
    page.toggle("category", "of-rain")
    page.expect([0])


def test_speakers_may_be_called_like_anything(report):
    # names that mean something to a script
    page = report([{"id": "constructor", "text": "Constructor Proto said it was late. “It is,” said Constructor Proto."}])
    page.expect(range(len(page.records)))
    for speaker in {name(record) for record in page.records} - {""}:
        page.choose_speaker(speaker)
        page.expect(page.select(lambda record: name(record) == speaker))
