"""What a reader takes away: a citation, a table."""

import csv
import io

import pytest
from selenium.webdriver import ActionChains, Keys

from report import name, on_one_line

TEXT = "Ferry row\n\nLena Moor, the mayor of Tarn Bridge, promised to reopen\nthe ferry. “It rains,” she said. Fears grew that the pier was lost."


@pytest.fixture
def page(report, browser):
    browser.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    return report([{"id": "a17", "text": TEXT, "date": "2024-03-05", "url": "https://news.example/a"}])


def clipboard(page):
    return page.browser.execute_async_script("navigator.clipboard.readText().then(arguments[0], (e) => arguments[0](`${e}`))")


def test_a_statement_is_copied_as_a_citation(page):
    row = page.find(".statement")
    ActionChains(page.browser).move_to_element(row).perform()
    row.find_element("css selector", ".copy").click()
    page.wait(lambda: row.find_element("css selector", ".copy").text == "Copied")
    record = page.records[int(row.get_attribute("data-n"))]
    assert clipboard(page) == (
        f"Lena Moor, mayor of Tarn Bridge: to reopen the ferry (promised; {record['kind']}, {record['category']}). "
        "In: Ferry row, 5 Mar 2024, https://news.example/a")
    assert page.find("#said").text == "Citation copied" and page.find("#said").get_attribute("role") == "status"


def test_the_note_copies_too(page):
    page.open("#article?id=a17&statement=2")
    page.find(".note .copy").click()
    page.wait(lambda: page.find(".note .copy").text == "Copied")
    assert clipboard(page).startswith("Lena Moor, mayor of Tarn Bridge: “It rains,” (said; direct, claim). In: Ferry row")


def test_control_c_on_a_row_copies_it(page):
    page.find(".said a").send_keys(Keys.CONTROL, "c")
    assert clipboard(page).startswith("Lena Moor, mayor of Tarn Bridge: to reopen the ferry (promised; ")


def saved(page, folder):
    page.browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    page.find(".actions button").click()
    page.wait(lambda: list(folder.glob("*.csv")))
    (file,) = folder.glob("*.csv")
    data = page.wait(lambda: file.read_bytes())
    assert data.startswith("\ufeff".encode()), "spreadsheets know the encoding by this"
    return file.name, list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_is_listed_is_saved_in_its_order(report, dated, tmp_path):
    page = report(dated, address="#statements?category=caution&kind=direct&kind=mixed&sort=title", title="All, of “March”!")
    file, rows = saved(page, tmp_path)
    assert file == "all-of-march.csv"
    listed = page.listed()
    assert len(listed) > 10 and len(rows) == len(listed)
    for n, row in zip(listed, rows):
        record = page.records[n]
        assert row["statement"] == on_one_line(record["content"]["text"])
        assert (row["speaker"], row["category"], row["kind"], row["type"]) == (name(record), record["category"], record["kind"], record["type"])
        assert row["document"] == record["document"] and row["date"] == (page.by_id[record["document"]]["date"] or "")
        assert row["confidence"] == f"{record['confidence']:.2f}" and row["rule"] == (record["evidence"]["rule"] or "")
        assert row["sentence"] == on_one_line(page.piece(n, record["sentence"]["span"]))


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_run_as_a_formula(report, tmp_path, start):
    page = report([{"id": f"{start}1+2", "title": f'{start}HYPERLINK("https://example.org")', "text": "Lena Moor said it was late, and “cold”."}])
    _, rows = saved(page, tmp_path)
    assert rows[0]["document"] == f"'{start}1+2" and rows[0]["title"] == f"'{start}HYPERLINK(\"https://example.org\")"
    assert all(value[:1] not in "=+-@" for row in rows for value in row.values() if value)
