"""Whatever an article holds stays text: no markup, no script, no request."""

import json
import urllib.parse

import pytest
from selenium.common.exceptions import NoAlertPresentException

from report import name, on_one_line

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
    "${alert(1)} {{alert(1)}} {{script}} \u2028 \u0000 \ufeff \u202e",
    "__proto__ constructor toString",
]
VIEWS = ["statements", "articles", "speakers", "charts"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_stays_text(report, attack):
    text = f"{attack}\n\nMayor {attack} Ruiz promised to rebuild {attack} by May. “{attack} is late,” said Joss Arden {attack}, the {attack} master."
    articles = [{"id": i, "text": text, "title": f"T {attack}", "url": attack, "date": attack} for i in (attack, f"b {attack}")]
    title = f"All about {attack}".replace("\0", "")
    page = report(articles, title=title)
    assert page.records, "statements are still found"
    assert page.run("return [document.querySelector('h1').textContent, document.title.length > 0]") == [html(title), True]
    for row in page.rows():
        record = page.records[row["n"]]
        assert row["said"] == on_one_line(record["content"]["text"])
        assert row["who"] == (name(record) or "Unknown speaker")
        assert row["where"] == on_one_line(f"T {attack}")
    for view in VIEWS[1:]:
        page.view(view)
        clean(page)
    for n in (0, len(page.records) - 1):
        page.open("#article?" + urllib.parse.urlencode({"id": page.records[n]["document"], "statement": n - page.first[page.records[n]["document"]] + 1}))
        page.wait(lambda: page.find("#view-article").is_displayed())
        assert page.marked()["text"] == text
        assert name(page.records[n]) in page.run("return document.querySelector('.note').textContent")
    # the page still works
    page.toggle("kind", "direct")
    page.search(attack.split()[0])
    page.wait(lambda: "words=" in page.address())
    page.view("statements")
    clean(page)
    with pytest.raises(NoAlertPresentException):
        page.browser.switch_to.alert
    quiet(page)


def clean(page):
    for element in ["iframe", "img", "svg", "base", "link", "main script", "main style"]:
        assert not page.find_all(element), element
    assert page.run("return [document.scripts.length, document.querySelectorAll('style').length]") == [2, 1]


def test_the_corpus_loads_nothing_and_says_nothing(report, corpus):
    page = report(corpus)
    for view in VIEWS:
        page.view(view)
    quiet(page)


@pytest.mark.parametrize("attempt", [
    "document.body.innerHTML = '<b>markup</b>'",
    "document.write('<b>markup</b>')",
    "setTimeout('alert(1)')",
])
def test_no_string_can_become_markup_or_code(report, attempt):
    page = report([{"id": "a", "text": "Lena Moor said it was late."}])
    assert page.run(f"try {{ {attempt}; return 'done'; }} catch (error) {{ return error.name; }}") == "TypeError"


def test_a_request_would_be_seen_and_would_be_stopped(report):
    # what the tests above stand on: the log shows requests, and the page's own policy refuses them
    page = report([{"id": "a", "text": "Lena Moor said it was late."}])
    quiet(page)
    page.run("const i = new Image(); i.src = 'picture.png'; document.body.append(i); fetch('data.json').catch(() => {});"
             "const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.head.append(s);")
    page.wait(lambda: len([entry for entry in page.browser.get_log("browser") if "Content Security Policy" in entry["message"]]) > 0)
    assert page.run("return getComputedStyle(document.body).color") != "rgb(255, 0, 0)"


def quiet(page):
    requests = []
    for entry in page.browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            requests.append(message["params"]["request"]["url"].split("#")[0])
    assert set(requests) <= {page.path.as_uri(), "about:blank"}
    assert page.browser.get_log("browser") == []


def html(text):
    """What a parser of HTML makes of characters that no page can hold: lines end in one way, and there is no character 0."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
