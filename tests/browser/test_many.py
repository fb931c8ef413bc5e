"""A page of thousands of articles opens and filters."""

from report import name


def test_two_thousand_articles(report, corpus):
    articles = [{"id": f"{n:04}-{corpus[n % len(corpus)]['id']}", "text": corpus[n % len(corpus)]["text"]} for n in range(2000)]
    page = report(articles)
    assert len(page.records) > 20_000
    assert page.shown() == f"{len(page.records)} of {len(page.records)} statements"
    assert page.run("return document.querySelectorAll('main > article').length") == 2000

    cautions = page.select(lambda record: record["category"] == "caution")
    page.toggle("category", "commitment", "claim")
    page.wait(lambda: page.shown().startswith(f"{len(cautions)} of"))
    speaker = name(page.records[next(key for key in cautions if name(page.records[key]))])
    own = [key for key in cautions if name(page.records[key]) == speaker]
    page.speaker(speaker)
    page.wait(lambda: page.shown().startswith(f"{len(own)} of"))
    visible = page.run("return [...document.querySelectorAll('.note:not([hidden])')].map((note) => note.id.slice(1))")
    assert sorted(visible) == sorted(own)

    last = own[-1]
    words = page.records[last]["content"]["text"]
    page.search(words[:40])
    found = [key for key in own if words[:40].strip().lower() in page.records[key]["content"]["text"].lower()]
    page.wait(lambda: page.shown().startswith(f"{len(found)} of"))
    page.run("document.getElementById(`r${arguments[0]}`).focus()", last)
    assert page.find("#tip").is_displayed() and page.records[last]["category"] in page.find("#tip").text
    page.find("button[type=reset]").click()
    page.wait(lambda: page.shown().startswith(f"{len(page.records)} of"))
