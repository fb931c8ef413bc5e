"""Widths, paper, long names."""

import base64
import re
import zlib

import pytest

LONG = {
    "id": "a-very-long-identifier-" + "0123456789abcdef" * 12,
    "text": (
        "Maximiliane Theodora Wilhelmina von Hohenbrunn-Lichtenwalde-Schwarzenau, the deputy undersecretary for "
        "interregional ferry and footbridge affairs of the Tarn Bridge Harbour Authority, promised to reopen the ferry. "
        f"“{'Aaaa' * 60}!” said Joss Arden."
    ),
}


def test_bars_of_an_article_compare_its_speakers(report, corpus):
    page = report(corpus[:1])
    cards = page.run("""return [...document.querySelectorAll(".speaker")].map((card) => [
      card.querySelectorAll(".note").length, card.querySelector(".bar").getBoundingClientRect().width])""")
    assert len(cards) > 2 and len({count for count, _ in cards}) > 1
    most, full = max(cards)
    for count, width in cards:
        assert width == pytest.approx(full * count / most, abs=full / 50 + 12)


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("many", [False, True], ids=["one article", "corpus"])
def test_nothing_is_wider_than_the_window(report, corpus, browser, width, many):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", dict(width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    )
    page = report([LONG, *corpus[:20]] if many else [LONG])
    page.run("document.querySelectorAll('article').forEach((a) => (a.style.contentVisibility = 'visible'))")
    wide = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth, innerWidth]"
    assert page.run(wide) == [width] * 3
    for mark in page.find_all(".text mark")[:12]:
        page.run("arguments[0].dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))", mark)
        assert page.find("#tip").is_displayed()
        assert page.run(wide) == [width] * 3
    # nothing is cut off at the right either
    cut = page.run("""return [...document.querySelectorAll("h1, h2, h3, q, .why, .role, label, output, th, .number, .bar, .text")]
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 0.5).map((e) => e.outerHTML.slice(0, 200))""")
    assert cut == []


def test_sidebar_stands_beside_the_text_where_there_is_room(report, corpus, browser):
    page = report(corpus[:1])
    beside = "const [t, a] = ['.text', 'aside'].map((s) => document.querySelector(s).getBoundingClientRect()); return a.left >= t.right"
    assert page.run(beside)
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", dict(width=390, height=800, deviceScaleFactor=1, mobile=True))
    assert not page.run(beside)


def test_bars_are_as_long_as_their_numbers(report, corpus):
    page = report(corpus[:20])
    bars = page.run("""return [...document.querySelectorAll(".chart")].map((chart) => [...chart.rows].map((row) => [
      +row.querySelector(".number").textContent, row.querySelector(".bar")?.getBoundingClientRect().width ?? 0,
      [...row.querySelectorAll(".bar span")].map((part) => [+part.textContent, part.getBoundingClientRect().width])]))""")
    for chart in bars:
        most = max(number for number, _, _ in chart)
        full = max(width for _, width, _ in chart)
        for number, width, parts in chart:
            assert width == pytest.approx(full * number / most, abs=full / 50 + 12)
            assert sum(count for count, _ in parts) == number
            assert [w for _, w in sorted(parts)] == sorted(w for _, w in parts)


def test_on_paper_marks_are_told_apart_without_colour(report, corpus, browser):
    page = report(corpus[:3])
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    assert not page.find("#filters").is_displayed()
    assert page.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "no ink for the paper"
    styles = page.run("""return Object.fromEntries(["commitment", "claim", "caution"].map((category) => {
      const note = document.querySelector(`.note[data-category=${category}]`);
      const mark = [...document.querySelectorAll(".text mark")].find((m) => note.className.includes(m.classList[0]));
      const style = getComputedStyle(mark);
      return [category, [style.borderBottomStyle, parseFloat(style.borderBottomWidth)]]; }))""")
    assert len({style for style, _ in styles.values()}) == 3
    assert all(width >= 1 for _, width in styles.values())
    assert all(ref.is_displayed() for ref in page.find_all(".ref")[:5]), "numbers lead to the notes"
    side = page.run("const s = getComputedStyle(document.querySelector('aside')); return [s.position, s.overflowY, s.maxHeight]")
    assert side == ["static", "visible", "none"], "nothing is scrolled out of sight"


def test_every_article_is_printed(report, corpus, browser):
    page = report(corpus[:3])
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})["data"])
    assert len(re.findall(rb"/Type\s*/Page\b", pdf + b"".join(streams(pdf)))) >= 4, "charts, then a page an article at least"


def streams(pdf):
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue
