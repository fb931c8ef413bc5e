"""Colours can be read by everybody: WCAG 2.2 at AA, light and dark, and lines where colours fail."""

import pytest

from report import ROOT

# The contrast of every word that can be seen with what lies behind it, mixed by the browser itself on a canvas; and of the
# borders of what one fills in.
CONTRASTS = """
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const behind = (element) => {
  const layers = [];
  for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
  return layers;
};
const mix = (layers) => {
  canvas.clearRect(0, 0, 1, 1);
  for (const layer of ["white", ...layers]) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const light = (rgb) => {
  const [r, g, b] = rgb.map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [low, high] = [light(mix(a)), light(mix(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const found = new Map();
const add = (what, value, needed) => {
  const key = `${what} needs ${needed}`;
  found.set(key, Math.min(found.get(key) ?? Infinity, value));
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("script, option, .unseen")) continue;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
  const layers = behind(element);
  add(`${element.tagName} .${element.className} in .${element.parentElement.className}`, contrast([...layers, style.color], layers), large ? 3 : 4.5);
}
for (const element of document.querySelectorAll("select, input:is([type=search], [type=text], [type=date]), .actions button")) {
  if (!element.checkVisibility()) continue;
  const layers = behind(element.parentElement);
  add(`border of ${element.tagName}`, contrast([...layers, getComputedStyle(element).borderTopColor], layers), 3);
}
for (const [selector, property] of [["mark", "borderBottomColor"], [".shape", "backgroundColor"], [":not(.out) > * > .part", "backgroundColor"]]) {
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility()) continue;
    const layers = behind(element.parentElement);
    add(`${selector} ${element.className}`, contrast([...layers, getComputedStyle(element)[property]], layers), 3);
  }
}
return Object.fromEntries(found);
"""


@pytest.fixture(params=["light", "dark"])
def scheme(request, browser):
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": request.param}]}
    )
    return request.param


@pytest.mark.parametrize("rules", [None, ROOT / "src/rules/speech_acts.toml"], ids=["statements", "speech acts"])
def test_words_borders_and_lines_stand_out(report, dated, scheme, rules):
    page = report(dated, rules=rules)
    paper = page.run("return getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(251, 250, 247)") == (scheme == "light"), "the page follows the reader's scheme"
    page.toggle("category", page.records[0]["category"])
    page.search("the")
    page.wait(lambda: page.find_all(".hit"))
    for view in ["statements", "articles", "speakers", "charts"]:
        page.view(view)
        hold(page.run(CONTRASTS))
    # an article with its note, a statement lit up, and a few others
    for article in dated[:8]:
        page.open(f"#article?id={article['id']}&statement=2")
        contrasts = page.run(CONTRASTS)
        assert any("lit" in what for what in contrasts)
        hold(contrasts)


def hold(contrasts):
    assert len(contrasts) > 20
    low = {what: value for what, value in contrasts.items() if value < float(what.rsplit(" ", 1)[1])}
    assert not low


def test_the_focus_ring_stands_out(report, scheme):
    page = report([{"id": "a", "text": "Lena Moor said it was late."}])
    page.find("body").send_keys("\ue004")
    ring = page.run("return getComputedStyle(document.activeElement).outlineColor")
    assert contrast(ring, page.run("return getComputedStyle(document.body).backgroundColor")) >= 3


def test_speaker_and_cue_differ_without_colour(report):
    page = report([{"id": "a", "text": "Lena Moor said it was late."}], address="#article?id=a")
    speaker, cue = page.run("""return [".text .source", ".text .cue"].map((s) => {
      const style = getComputedStyle(document.querySelector(s));
      return [style.textDecorationLine, style.textDecorationThickness, style.fontStyle]; })""")
    assert speaker[0] == cue[0] == "underline" and speaker != cue


def contrast(a, b):
    def light(colour):
        parts = [int(part) / 255 for part in colour[4:-1].split(",")]
        r, g, b = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted([light(a), light(b)])
    return (high + 0.05) / (low + 0.05)
