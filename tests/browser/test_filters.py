"""Filters show and hide what they should, alone and together, and tell how many."""

import itertools

import pytest

from report import ROOT, name

CATEGORIES = ["commitment", "claim", "caution"]
KINDS = ["direct", "mixed", "indirect"]
EXTREMES = [(CATEGORIES, KINDS), ([], KINDS), (CATEGORIES, [])]
ONE_EACH = [([category], [kind]) for category, kind in itertools.product(CATEGORIES, KINDS)]
TWO_OUT = [(list(categories), KINDS) for categories in itertools.combinations(CATEGORIES, 2)]


@pytest.fixture
def page(report, corpus):
    return report(corpus[:12])


def fits(record, categories, kinds, speaker="", words=""):
    return (
        record["category"] in categories
        and record["kind"] in kinds
        and (not speaker or name(record) == speaker)
        and words.lower() in record["content"]["text"].lower()
    )


def test_categories_and_kinds_alone_and_together(page):
    on = (CATEGORIES, KINDS)
    page.expect(page.records)
    for categories, kinds in EXTREMES + ONE_EACH + TWO_OUT:
        page.toggle("category", *set(on[0]) ^ set(categories))
        page.toggle("kind", *set(on[1]) ^ set(kinds))
        on = (categories, kinds)
        page.expect(page.select(lambda record: fits(record, categories, kinds)))


def test_every_speaker_alone(page):
    names = sorted({name(record) for record in page.records.values()} - {""}, key=str.lower)
    offered = [option.get_attribute("value") for option in page.find_all("select[name=speaker] option")]
    assert sorted(offered, key=str.lower) == ["", *names]
    for speaker in names[::5]:
        own = page.select(lambda record: name(record) == speaker)
        page.speaker(speaker)
        seen = page.expect(own)
        assert page.run("return document.querySelector('select').selectedOptions[0].textContent") == f"{speaker} ({len(own)})"
        assert seen["speakers"] == len(seen["articles"]), "one card in each article where they speak"
    page.speaker("")
    page.expect(page.records)


def test_each_choice_tells_how_many_it_would_show(page):
    speaker = max({name(r) for r in page.records.values()} - {""}, key=lambda who: len(page.select(lambda r: name(r) == who)))
    page.toggle("category", "claim")
    page.speaker(speaker)
    page.expect(page.select(lambda record: fits(record, ["commitment", "caution"], KINDS, speaker)))
    for category in CATEGORIES:
        own = page.select(lambda record: fits(record, [category], KINDS, speaker))
        assert page.count("category", category) == str(len(own)), category
    for kind in KINDS:
        own = page.select(lambda record: fits(record, ["commitment", "caution"], [kind], speaker))
        assert page.count("kind", kind) == str(len(own)), kind


def test_search_finds_and_clears(page):
    for words in ["the", "The", "  will "]:
        wanted = page.select(lambda record: words.strip().lower() in record["content"]["text"].lower())
        assert 0 < len(wanted) < len(page.records)
        page.search(words)
        page.expect(wanted)
    page.search("")
    page.expect(page.records)


def test_everything_together_and_everything_back(page):
    page.toggle("kind", "direct")
    page.toggle("category", "claim")
    page.search("the")
    wanted = page.select(lambda record: fits(record, ["commitment", "caution"], ["mixed", "indirect"], words="the"))
    assert wanted
    page.expect(wanted)
    page.find("button[type=reset]").click()
    page.expect(page.records)


def test_nothing_that_fits_is_said(page):
    nothing = page.find("#nothing")
    assert not nothing.is_displayed()
    page.search("zzzz")
    page.expect([])
    assert nothing.is_displayed() and nothing.text == "No statements match these filters."
    page.search("")
    page.expect(page.records)
    assert not nothing.is_displayed()


def test_charts_of_everything_do_not_stand_above_a_part(page):
    assert all(chart.is_displayed() for chart in page.find_all(".chart"))
    page.toggle("category", "claim")
    page.expect(page.select(lambda record: record["category"] != "claim"))
    assert not any(chart.is_displayed() for chart in page.find_all(".chart"))
    page.toggle("category", "claim")
    page.expect(page.records)
    assert all(chart.is_displayed() for chart in page.find_all(".chart"))


def test_links_lead_only_to_articles_that_are_shown(page):
    word = page.records["3-0"]["content"]["text"]
    wanted = page.select(lambda record: word in record["content"]["text"])
    page.search(word)
    seen = page.expect(wanted)
    links = [link for link in page.find_all("#overview nav a") if link.is_displayed()]
    assert [link.get_attribute("href").split("#")[1] for link in links] == [f"a{n}" for n in seen["articles"]]


def test_a_rule_set_with_many_categories(report, corpus):
    page = report(corpus[:12], rules=ROOT / "src/rules/speech_acts.toml")
    categories = [box.get_attribute("value") for box in page.find_all("input[name=category]")]
    assert len(categories) == 18
    looks = page.run("""
      return [...document.querySelectorAll(".key mark")].map((mark) => {
        const style = getComputedStyle(mark);
        return `${style.borderBottomColor} ${style.borderBottomStyle} ${style.borderBottomWidth}`; })""")
    assert len(set(looks)) == 18, "each category looks different"
    page.toggle("category", "promise")
    page.expect(page.select(lambda record: record["category"] != "promise"))


def test_speakers_may_be_called_like_anything(report):
    # names that mean something to a script
    page = report([{"id": "constructor", "text": "Constructor Proto said it was late. “It is,” said Constructor Proto."}])
    page.expect(page.records)
    for speaker in {name(record) for record in page.records.values()} - {""}:
        page.speaker(speaker)
        page.expect(page.select(lambda record: name(record) == speaker))
