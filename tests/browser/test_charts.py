"""Charts follow the filters, and set them."""

import collections
import datetime

import pytest

from report import bar, name, plural


def lines(page):
    """Each chart by its title: rows of label, count, what the bar says, and whether it is chosen."""
    return page.run("""return Object.fromEntries([...document.querySelectorAll(".chart")].map((chart) => [
      chart.querySelector("h2").textContent, [...chart.querySelectorAll(".line")].map((line) => [
        line.querySelector(".label").textContent, +line.querySelector(".count").textContent.replace(",", ""),
        line.querySelector(".bar").getAttribute("aria-label"), line.getAttribute("aria-pressed") === "true",
        line.querySelector(".bar").getBoundingClientRect().width])]))""")


def columns(page):
    return page.run("""const plot = document.querySelector(".plot").getBoundingClientRect();
      return [...document.querySelectorAll(".column")].map((column) => {
        const box = column.getBoundingClientRect();
        return [column.getAttribute("aria-label"), (box.left - plot.left) / plot.width, column.querySelector(".stack").getBoundingClientRect().height]; })""")


@pytest.fixture
def page(report, dated):
    page = report(dated)
    page.view("charts")
    return page


def test_figures_are_the_sums_of_the_records(page):
    shown = lines(page)
    assert [title.text for title in page.find_all(".chart h2")] == ["Over time", "Category", "Whose words", "Type", "Who speaks most"]
    for title, key in [("Category", "category"), ("Whose words", "kind"), ("Type", "type")]:
        counts = collections.Counter(record[key] for record in page.records)
        assert {label: count for label, count, *_ in shown[title]} == counts
        for label, _, said, *_ in shown[title]:
            assert said == bar([record for record in page.records if record[key] == label])
    counts = collections.Counter(name(record) for record in page.records if name(record))
    speakers = shown["Who speaks most"]
    assert [count for _, count, *_ in speakers] == sorted(counts.values(), reverse=True)[:20]
    for who, count, said, *_ in speakers:
        assert count == counts[who] and said == bar([record for record in page.records if name(record) == who])


def test_bars_are_as_long_as_their_numbers(page):
    for title, rows in lines(page).items():
        most = max((count for _, count, *_ in rows), default=0)
        full = max((width for *_, width in rows), default=0)
        for label, count, _, _, width in rows:
            assert width == pytest.approx(max(full * count / most, 2), abs=1), (title, label)


def test_a_bar_sets_a_filter_and_the_other_charts_follow(page):
    page.find("[data-bar='category caution']").click()
    cautions = [record for record in page.records if record["category"] == "caution"]
    page.wait(lambda: page.shown().startswith(f"{len(cautions)} of "))
    shown = lines(page)
    assert [row[:4] for row in shown["Category"] if row[3]] == [["caution", len(cautions), f"{len(cautions)} caution", True]]
    assert {label: count for label, count, *_ in shown["Category"]} == collections.Counter(r["category"] for r in page.records), \
        "what is not chosen can still be compared"
    kinds = collections.Counter(record["kind"] for record in cautions)
    assert {label: count for label, count, *_ in shown["Whose words"] if count} == kinds
    assert page.run("return document.activeElement.dataset.bar") == "category caution", "the focus stays"
    assert page.find("input[name=category][value=caution]").is_selected()
    page.find("[data-bar='category caution']").click()
    page.wait(lambda: " of " not in page.shown())


def test_a_speaker_is_one_click_away(page):
    bar = page.find("[data-bar^='speaker ']")
    who = bar.find_element("css selector", ".label").text
    bar.click()
    page.view("statements")
    page.expect(page.select(lambda record: name(record) == who))


def test_time_is_drawn_to_scale(page):
    dates = {article["id"]: article["date"] for article in page.articles}
    days = [datetime.date.fromisoformat(dates[r["document"]]) for r in page.records if dates[r["document"]]]
    total = 0
    for label, left, height in columns(page):
        month = datetime.datetime.strptime(label.split(":")[0], "%B %Y").date() if not label.startswith("Week") else None
        own = [day for day in days if month and (day.year, day.month) == (month.year, month.month)]
        if month is None:
            start = datetime.datetime.strptime(label.split(":")[0].removeprefix("Week of ").replace("Sept", "Sep"), "%d %b %Y").date()
            own = [day for day in days if start <= day < start + datetime.timedelta(days=7)]
        assert f"{plural(len(own), 'statement')} (" in label
        total += len(own)
    assert total == len(days)
    tallest = max(columns(page), key=lambda column: column[2])
    assert int(tallest[0].split(": ")[1].split(" ")[0]) == max(int(label.split(": ")[1].split(" ")[0]) for label, *_ in columns(page))


def test_an_empty_year_is_an_empty_place(report):
    text = "Lena Moor said the pier was safe."
    page = report([{"id": f"{year}-05-01-a", "text": text} for year in (1960, 1961, 2010, 2020)])
    page.view("charts")
    shown = columns(page)
    assert [label for label, *_ in shown] == [f"{year}: 1 statement (1 claim)" for year in (1960, 1961, 2010, 2020)]
    places = [left for _, left, _ in shown]
    assert places == pytest.approx([0, 1 / 61, 50 / 61, 60 / 61], abs=0.004)


@pytest.mark.parametrize("dates, first", [
    (["2024-03-05", "2024-03-09"], "5 Mar 2024"),
    (["2024-01-01", "2024-06-30"], "Week of 1 Jan 2024"),
    (["2022-01-15", "2024-06-30"], "January 2022"),
    (["2012-01-15", "2024-06-30"], "Quarter from January 2012"),
])
def test_columns_are_as_wide_as_is_useful(report, dates, first):
    page = report([{"id": f"{date}-a", "text": "Lena Moor said the pier was safe."} for date in dates])
    page.view("charts")
    assert columns(page)[0][0] == f"{first}: 1 statement (1 claim)"
    assert len(columns(page)) == 2


def test_a_column_sets_the_dates(page):
    dates = {article["id"]: article["date"] or "" for article in page.articles}
    column = page.find_all(".column")[2]
    label = column.get_attribute("aria-label")
    count = int(label.split(": ")[1].split(" ")[0])
    column.click()
    page.wait(lambda: page.shown().startswith(f"{count} of "))
    start, end = [page.find(f"input[name={field}]").get_attribute("value") for field in ("from", "to")]
    page.view("statements")
    page.expect(page.select(lambda record: start <= dates[record["document"]] <= end))
    page.view("charts")
    assert len(page.find_all(".column.out")) == len(page.find_all(".column")) - 1
    page.find(".column[aria-pressed=true]").click()
    page.wait(lambda: " of " not in page.shown())


def test_no_chart_of_time_where_nothing_has_a_date(report, corpus):
    page = report(corpus[:3])
    page.view("charts")
    assert "Over time" not in lines(page) and not page.find_all("input[type=date]")
