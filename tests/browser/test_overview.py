"""The first page of many articles: its figures are the sums of the records."""

import collections

import pytest

from report import name


def charts(page):
    """Each chart by its caption: rows of name, total, and the figures in the bar by category."""
    return page.run("""return Object.fromEntries([...document.querySelectorAll(".chart")].map((chart) => [
      chart.caption.textContent, [...chart.rows].map((row) => [row.querySelector("th").textContent,
        +row.querySelector(".number").textContent,
        Object.fromEntries([...row.querySelectorAll(".bar span")].map((part) => part.title.split(" ").reverse().concat(part.textContent))
          .map(([category, count, said]) => [category, count === said ? +count : null]))])]))""")


def sums(records, key):
    out = collections.defaultdict(collections.Counter)
    for record in records:
        out[key(record)][record["category"]] += 1
    return out


def test_figures_are_the_sums_of_the_records(report, corpus):
    page = report(corpus)
    records = list(page.records.values())
    shown = charts(page)
    assert list(shown) == ["Statements by category", "Who speaks most"], "no chart by date where nothing has one"
    by_category = collections.Counter(record["category"] for record in records)
    assert [(row, total) for row, total, _ in shown["Statements by category"]] == [
        (category, by_category[category]) for category in ["commitment", "claim", "caution"]]
    by_speaker = sums([record for record in records if name(record)], name)
    most = sorted((sum(counts.values()) for counts in by_speaker.values()), reverse=True)[:20]
    assert [total for _, total, _ in shown["Who speaks most"]] == most
    for speaker, _, parts in shown["Who speaks most"]:
        assert parts == by_speaker[speaker]
    assert page.find("#overview p").text == f"{len(corpus)} articles, {len(records)} statements."
    per_article = collections.Counter(key.split("-")[0] for key in page.records)
    assert [item.text for item in page.find_all("#overview nav li")] == [
        f"{article['id']} ({per_article[str(n)]})" for n, article in enumerate(corpus)]


def test_the_chart_follows_the_dates_of_ids(report, corpus):
    dates = ["2024-03-06", "2024-03-05", "2024-02-29", None]
    articles = [dict(a, id=f"{dates[n % 4]}-{a['id']}" if dates[n % 4] else a["id"]) for n, a in enumerate(corpus[:12])]
    page = report(articles)
    dated = [record for record in page.records.values() if record["document"].startswith("2024")]
    wanted = sums(dated, lambda record: record["document"][:10])
    assert charts(page)["Statements by date"] == [[date, sum(wanted[date].values()), wanted[date]] for date in sorted(wanted)]


def test_the_chart_follows_the_field_of_the_date_before_the_id(report):
    said = "Lena Moor said the pier was safe."
    articles = [
        {"id": "2023-01-01-a", "text": said, "date": "2024-03-05"},
        {"id": "b", "text": said + " “It is,” she promised to repeat.", "date": "2024-03-05T18:30:00Z"},
        {"id": "2024-03-04-c", "text": said, "date": None},
        {"id": "d", "text": said, "date": "<b>yesterday</b>"},
        {"id": "e", "text": said},
    ]
    page = report(articles)
    when = {"2023-01-01-a": "2024-03-05", "b": "2024-03-05", "2024-03-04-c": "2024-03-04"}
    wanted = sums([r for r in page.records.values() if r["document"] in when], lambda r: when[r["document"]])
    assert charts(page)["Statements by date"] == [[date, sum(wanted[date].values()), wanted[date]] for date in sorted(wanted)]
    assert [e.text for e in page.find_all("main > article > h2")] == ["2023-01-01-a 2024-03-05", "b 2024-03-05", "2024-03-04-c", "d", "e"]


@pytest.mark.parametrize(
    "date, caption, length",
    [(lambda n: f"2024-{n // 28 + 1:02}-{n % 28 + 1:02}", "Statements by month", 7),
     (lambda n: f"{1960 + n // 12}-{n % 12 + 1:02}-15", "Statements by year", 4)],
)
def test_many_dates_are_drawn_together(report, date, caption, length):
    articles = [{"id": f"{date(n)}-a", "text": "Lena Moor said the pier was safe."} for n in range(100)]
    page = report(articles)
    wanted = sums(page.records.values(), lambda record: record["document"][:length])
    assert sum(sum(counts.values()) for counts in wanted.values()) == 100
    assert charts(page)[caption] == [[row, sum(wanted[row].values()), wanted[row]] for row in sorted(wanted)]


def test_one_article_needs_no_overview(report, corpus):
    assert not report(corpus[:1]).find_all("#overview")


def test_an_article_without_statements_says_so(report):
    page = report([{"id": "quiet", "text": "It rained all day."}])
    assert page.records == {}
    assert page.find("aside").text == "No statements found in this article."
    assert page.shown() == "0 of 0 statements" and not page.find("#nothing").is_displayed()


def test_no_article_says_so(report):
    page = report([])
    assert "No articles." in page.find("main").text
