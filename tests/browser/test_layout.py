"""Widths, phones, paper, long names."""

import base64
import re
import zlib

import pytest

LONG = {
    "id": "a-very-long-identifier-" + "0123456789abcdef" * 12,
    "date": "2024-03-05",
    "text": (
        "Maximiliane Theodora Wilhelmina von Hohenbrunn-Lichtenwalde-Schwarzenau, the deputy undersecretary for "
        "interregional ferry and footbridge affairs of the Tarn Bridge Harbour Authority, promised to reopen the ferry. "
        f"“{'Aaaa' * 60}!” said Joss Arden. She said the pier was safe."
    ),
}
VIEWS = ["statements", "articles", "speakers", "charts"]


def window(browser, width, height=812):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", dict(width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
    )


@pytest.mark.parametrize("width", [360, 375, 768, 1280])
@pytest.mark.parametrize("many", [False, True], ids=["one article", "corpus"])
def test_nothing_is_wider_than_the_window(report, dated, browser, width, many):
    window(browser, width)
    page = report([LONG, *dated[:20]] if many else [LONG])
    wide = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth, innerWidth]"
    cut = """return [...document.querySelectorAll("h1, h2, h3, a, q, p, small, label, output, button, select, input, .bar, .text, .count")]
      .filter((e) => e.checkVisibility() && !e.closest("#views") && e.getBoundingClientRect().right > innerWidth + 0.5)
      .map((e) => e.outerHTML.slice(0, 200))"""
    for view in VIEWS:
        page.view(view)
        assert page.run(wide) == [width] * 3, view
        assert page.run(cut) == [], view
    page.open("#article?id=" + LONG["id"] + "&statement=1&category=commitment&category=claim&category=caution")
    assert page.run(wide) == [width] * 3 and page.run(cut) == []
    assert page.find(".note").is_displayed()


def test_filters_fold_away_on_a_phone(report, dated, browser):
    window(browser, 375)
    page = report(dated)
    first = page.find(".statement")
    assert first.rect["y"] < 400, "the list begins on the first screen"
    fold, choices = page.find(".fold"), page.find("#choices")
    assert fold.is_displayed() and fold.text == "Filters" and not choices.is_displayed()
    assert page.find("#filters input[type=search]").is_displayed(), "the search is always there"
    fold.click()
    assert choices.is_displayed() and fold.get_attribute("aria-expanded") == "true"
    page.toggle("category", "caution")
    assert page.find(".fold").text == "Filters (1)"
    fold.click()
    assert not choices.is_displayed()
    page.expect(page.select(lambda record: record["category"] == "caution"))
    sizes = page.run("""return [...document.querySelectorAll("button, select, input, .tab")]
      .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().height)""")
    assert min(sizes) >= 24, "large enough for a finger"


def test_a_phone_shows_rows_as_cards_and_the_note_at_the_bottom(report, dated, browser):
    window(browser, 375)
    page = report(dated)
    assert not page.find(".head").is_displayed()
    boxes = page.run("""const box = (s) => document.querySelector(`.statement ${s}`).getBoundingClientRect();
      return [box(".who").bottom <= box(".said").top + 4, box(".said").width > 300, box(".where").top >= box(".said").bottom - 4]""")
    assert boxes == [True] * 3
    assert page.find(".statement .copy").is_displayed()
    page.find(".said a").click()
    page.wait(lambda: page.find_all(".note"))
    note, mark = page.run("""const box = (s) => { const r = document.querySelector(s).getBoundingClientRect(); return [r.top, r.bottom]; };
      return [box(".chosen"), box(".text .lit")]""")
    assert note[1] == pytest.approx(812, abs=1) and note[0] > 400
    assert 0 <= mark[0] < note[0], "the words are not under the note"


def test_notes_are_beside_the_text_where_there_is_room(report, corpus, browser):
    page = report(corpus[:1], address=f"#article?id={corpus[0]['id']}&statement=1")
    beside = "const [t, a] = ['.text', 'aside'].map((s) => document.querySelector(s).getBoundingClientRect()); return a.left >= t.right"
    assert page.run(beside)
    window(browser, 375)
    assert not page.run(beside)


def test_filters_are_beside_the_list_and_stay(report, corpus):
    page = report(corpus)
    page.run("scrollTo(0, 3000)")
    boxes = page.run("""const box = (s) => document.querySelector(s).getBoundingClientRect();
      return [box("#filters").right <= box("main").left, box("#filters input").top, box(".head").top]""")
    assert boxes[0] and 0 <= boxes[1] < 100 and boxes[2] == pytest.approx(0, abs=1)


def printed(browser):
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})["data"])
    data = pdf + b"".join(streams(pdf))
    return len(re.findall(rb"/Type\s*/Page\b", data))


def streams(pdf):
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue


def test_the_whole_list_is_printed(report, corpus, browser):
    page = report(corpus)
    everything = printed(browser)
    assert everything > 15, "also what is far from the window"
    page.toggle("category", "caution")
    assert 1 < printed(browser) < everything / 3, "only what fits the filters"


def test_on_paper_marks_are_told_apart_without_colour(report, browser):
    page = report([{"id": "a", "text": "Lena Moor said it was late. She promised to go. She warned that the pier could collapse."}],
                  address="#article?id=a&statement=1")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    assert not page.find("#filters").is_displayed() and not page.find("#views").is_displayed()
    assert page.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "no ink for the paper"
    lines = page.run("return [...document.querySelectorAll('.text mark')].map((m) => getComputedStyle(m).borderBottomStyle)")
    assert len(lines) == len(set(lines)) == 3
    assert all(ref.is_displayed() for ref in page.find_all(".text .ref"))
    side = page.run("const s = getComputedStyle(document.querySelector('aside')); return [s.position, s.overflowY, s.maxHeight]")
    assert side == ["static", "visible", "none"], "nothing is scrolled out of sight"
