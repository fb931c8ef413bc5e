"""Why a statement is one: for a pointer, for the keyboard, and where the script does not run."""

import pytest
from selenium.webdriver import ActionChains, Keys

TEXT = (
    "Ferry row\n\nLena Moor, the mayor of Tarn Bridge, promised to reopen the river ferry by May. She warned that the old pier could "
    "collapse under a full boat.\n\nIt rained. “It is raining,” Joss Arden said."
)


@pytest.fixture
def page(report):
    page = report([{"id": "ferry", "text": TEXT}])
    assert [record["evidence"]["rule"] is not None for record in page.records.values()] == [True, True, False]
    return page


def explained(page, key):
    """What the note beside the words must hold."""
    record = page.records[key]
    evidence = [page.articles[0].piece(span) for span in record["evidence"]["spans"]]
    return [record["speaker"]["name"], record["category"], record["kind"], record["evidence"]["rule"] or "no rule", *evidence]


def tip(page):
    return page.find("#tip")


def test_a_pointer_over_words_shows_why_and_away_hides_it(page):
    marks = page.find_all(".text mark")
    assert len(marks) == 3
    for n, mark in enumerate(marks):
        ActionChains(page.browser).move_to_element(mark).perform()
        page.wait(lambda: tip(page).is_displayed() and page.records[f"0-{n}"]["speaker"]["name"] in tip(page).text)
        for words in explained(page, f"0-{n}"):
            assert words in tip(page).text
        lit = page.run("return [...document.querySelectorAll('.text .lit:not(.ref)')].map((e) => e.textContent)")
        record = page.records[f"0-{n}"]
        parts = [record["content"]["text"], record["cue"]["text"], record["speaker"]["text"]]
        assert sorted(lit) == sorted(parts), "the whole statement lights up"
        assert inside(page, tip(page))
        ActionChains(page.browser).move_to_element(page.find("h1")).perform()
        page.wait(lambda: not tip(page).is_displayed())
        assert not page.find_all(".lit")


def test_a_pointer_over_cue_or_speaker_shows_the_same(page):
    for selector in [".text .cue", ".text .source"]:
        ActionChains(page.browser).move_to_element(page.find(selector)).perform()
        page.wait(lambda: tip(page).is_displayed())
        assert all(words in tip(page).text for words in explained(page, "0-0"))
        ActionChains(page.browser).send_keys(Keys.ESCAPE).perform()
        assert not tip(page).is_displayed()


def test_the_note_stays_while_the_pointer_goes_over_to_it(page):
    ActionChains(page.browser).move_to_element(page.find(".text mark")).perform()
    page.wait(lambda: tip(page).is_displayed())
    ActionChains(page.browser).move_to_element(tip(page)).pause(0.4).perform()
    assert tip(page).is_displayed()


def test_the_keyboard_shows_why_and_escape_closes(page):
    assert tab_to(page, "ref") == "1"
    assert tip(page).is_displayed()
    assert all(words in tip(page).text for words in explained(page, "0-0"))
    ring = page.run("const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)]")
    assert ring[0] == "solid" and ring[1] >= 2
    ActionChains(page.browser).send_keys(Keys.ESCAPE).perform()
    assert not tip(page).is_displayed() and not page.find_all(".lit")
    assert page.browser.switch_to.active_element.text == "1", "focus stays where it was"
    assert tab_to(page, "ref") == "2"
    assert all(words in tip(page).text for words in explained(page, "0-1"))


def test_the_note_stays_when_focus_comes_from_the_search(page):
    page.search("rain")
    page.expect(["0-2"])
    assert tab_to(page, "ref") == "3"
    ActionChains(page.browser).pause(0.5).perform()
    assert all(words in tip(page).text for words in explained(page, "0-2"))


def test_the_note_stands_at_words_far_down_the_page(report, corpus):
    page = report(corpus)
    for key in ["30-2", "55-0", "2-1"]:
        page.run("document.getElementById(`r${arguments[0]}`).focus()", key)
        assert page.records[key]["category"] in tip(page).text
        page.wait(lambda: page.run("""
          const [t, r] = ["tip", `r${arguments[0]}`].map((id) => document.getElementById(id).getBoundingClientRect());
          return Math.min(Math.abs(t.top - r.bottom), Math.abs(t.bottom - r.top)) < 2 && t.top >= 0 && t.bottom <= innerHeight;""", key))


def test_enter_leads_to_the_note_and_back_to_the_words(page):
    tab_to(page, "ref")
    ActionChains(page.browser).send_keys(Keys.ENTER).perform()
    page.wait(lambda: page.run("return document.activeElement.id") == "s0-0")
    ActionChains(page.browser).send_keys(Keys.TAB, Keys.ENTER).perform()
    page.wait(lambda: page.run("return document.activeElement.id") == "r0-0")


def test_a_hidden_statement_is_passed_over(page):
    page.toggle("category", "commitment")
    page.expect(["0-1", "0-2"])
    page.run("arguments[0].focus()", page.find("button[type=reset]"))
    assert tab_to(page, "ref") == "2"
    ActionChains(page.browser).move_to_element(page.find(".text mark.off")).pause(0.3).perform()
    assert not tip(page).is_displayed()


def test_all_is_there_without_a_script(page):
    page.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page.browser.get(page.path.as_uri())
    assert not page.find("#filters").is_displayed(), "no filters that do nothing"
    for key in page.records:
        note = page.find(f"#s{key}")
        assert note.is_displayed() and page.records[key]["content"]["text"] in note.text
        for words in explained(page, key)[1:]:
            assert words in note.text
    assert page.find(".key").text.split() == ["commitment", "claim", "caution", "speaker", "cue"]


def tab_to(page, wanted):
    for _ in range(30):
        ActionChains(page.browser).send_keys(Keys.TAB).perform()
        active = page.browser.switch_to.active_element
        if wanted in (active.get_attribute("class") or "").split():
            return active.text
    raise AssertionError(f"no {wanted} can be reached")


def inside(page, element):
    return page.run(
        "const b = arguments[0].getBoundingClientRect();"
        "return b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight", element)
