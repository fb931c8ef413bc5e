"""Whatever an article holds stays text: no markup, no script, no request."""

import json

import pytest
from selenium.common.exceptions import NoAlertPresentException

from report import name

ATTACKS = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "</style></script><script>alert(1)</script>",
    "</div></article></main><iframe src=https://example.org/></iframe>",
    "<!-- <base href=https://example.org/> --!>",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "<link rel=stylesheet href=https://example.org/a.css>",
    "javascript:alert(1) data:text/html,<script>alert(1)</script>",
    "${alert(1)} {{alert(1)}} \u2028 \u0000 \ufeff \u202e",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_stays_text(report, attack):
    text = f"{attack}\n\nMayor {attack} Ruiz promised to rebuild {attack} by May. “{attack} is late,” said Joss Arden {attack}, the {attack} master."
    articles = [{"id": attack, "text": text}, {"id": f"b {attack}", "text": text}]
    page = report(articles, title=f"All about {attack}".replace("\0", ""))
    with pytest.raises(NoAlertPresentException):
        page.browser.switch_to.alert
    assert page.records, "statements are still found"
    shown = page.marked()
    assert [article["text"] for article in shown] == [html(text)] * 2
    assert page.run("return [...document.querySelectorAll('main > article > h2')].map((h) => h.textContent)") == [
        html(article["id"]) for article in articles]
    assert page.run("return document.querySelector('h1').textContent") == html(f"All about {attack}".replace("\0", ""))
    assert page.run("return document.title.length") > 0
    for element in ["iframe", "img", "svg", "base", "link", "main script"]:
        assert not page.find_all(element), element
    assert len(page.find_all("script")) == 1 and len(page.find_all("style")) == 1
    # the page still works: every statement's note, speaker and filter
    for key, record in page.records.items():
        note = page.find(f"#s{key}")
        assert note.find_element("css selector", "q").get_attribute("textContent") == html(record["content"]["text"])
        assert note.get_attribute("data-speaker") == html(name(record))
    page.toggle("kind", "direct", "mixed", "indirect")
    page.expect([])
    page.run("document.querySelector('.ref')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))")
    page.toggle("kind", "direct", "mixed", "indirect")
    page.expect(page.records)
    for mark in page.find_all(".text mark"):
        page.run("arguments[0].dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))", mark)
        assert page.find("#tip").is_displayed()
        assert not page.find_all("#tip :not(strong, span, b, code)"), "no markup in the note either"
    quiet(page)


def test_the_corpus_loads_nothing_and_says_nothing(report, corpus):
    quiet(report(corpus))


def test_a_request_would_be_seen_and_would_be_stopped(report):
    # what the tests above stand on: the log shows requests, and the page's own policy refuses them
    page = report([{"id": "a", "text": "Lena Moor said it was late."}])
    quiet(page)
    page.run("const i = new Image(); i.src = 'picture.png'; document.body.append(i); fetch('data.json').catch(() => {});")
    page.wait(lambda: len([entry for entry in page.browser.get_log("browser") if "Content Security Policy" in entry["message"]]) > 0)


def quiet(page):
    requests = []
    for entry in page.browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            requests.append(message["params"]["request"]["url"])
    assert set(requests) == {page.path.as_uri()}
    assert page.browser.get_log("browser") == []


def html(text):
    """What a parser of HTML makes of characters that no page can hold: lines end in one way, and there is no character 0."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
