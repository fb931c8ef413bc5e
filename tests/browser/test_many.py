"""Ten thousand statements stay fluid: few elements at a time, and every one can be reached."""

import pytest

from report import name


@pytest.fixture
def page(report, corpus):
    articles = [{"id": f"{n:04}-{corpus[n % len(corpus)]['id']}", "text": corpus[n % len(corpus)]["text"]} for n in range(640)]
    page = report(articles)
    assert len(page.records) > 10_000
    return page


def elements(page):
    return page.run("return document.querySelectorAll('*').length")


def positions(page):
    return page.run("return [...document.querySelectorAll('.statement')].map((row) => +row.dataset.position)")


def test_only_what_is_near_the_window_is_there(page):
    assert positions(page)[0] == 0 and len(positions(page)) < 300
    assert elements(page) < 6000
    for share in (0.3, 0.9, 0.5):
        page.run("scrollTo(0, document.body.scrollHeight * arguments[0])", share)
        page.wait(lambda: page.run("return !!document.elementFromPoint(640, 500).closest('.statement')"))
        page.wait(lambda: len(positions(page)) < 400)
        assert min(positions(page)[-80:]) > 1000, "the rows around here"
    assert elements(page) < 8000


def test_the_end_is_the_last_statement(page):
    page.wait(lambda: page.run("scrollTo(0, document.body.scrollHeight); return document.querySelectorAll('.statement').length")
              and positions(page)[-1] == len(page.records) - 1)
    last = page.find_all(".statement")[-1]
    assert int(last.get_attribute("data-n")) in range(len(page.records))
    page.wait(lambda: page.run("""scrollTo(0, document.body.scrollHeight);
      const box = arguments[0].getBoundingClientRect(); return box.bottom <= innerHeight && box.top > 0""", last))


def test_rows_stay_in_their_place_while_others_are_drawn(page):
    page.run("scrollTo(0, document.body.scrollHeight / 2)")
    page.wait(lambda: page.run("return !!document.elementFromPoint(640, 500).closest('.statement')"))
    for _ in range(8):
        before = page.run("const row = document.elementFromPoint(640, 500).closest('.statement'); return [row.dataset.n, row.getBoundingClientRect().top]")
        page.run("scrollBy(0, -300)")
        page.browser.execute_async_script("requestAnimationFrame(() => setTimeout(arguments[0], 60))")
        after = page.run("return document.querySelector(`[data-n='${arguments[0]}']`)?.getBoundingClientRect().top", before[0])
        assert after == pytest.approx(before[1] + 300, abs=3)


def test_filters_and_orders_of_many(page):
    cautions = page.select(lambda record: record["category"] == "caution")
    page.toggle("category", "caution")
    page.expect(cautions)
    speaker = name(page.records[next(n for n in cautions if name(page.records[n]))])
    page.choose_speaker(speaker)
    own = [n for n in cautions if name(page.records[n]) == speaker]
    page.expect(own)
    page.view("articles")
    assert len(page.cards("articles")) == len({page.records[n]["document"] for n in own})
    page.clear()
    page.view("statements")
    page.sort("speaker")
    page.wait(lambda: page.find("[role=columnheader]").get_attribute("aria-sort") == "ascending")
    page.expect(range(len(page.records)))
