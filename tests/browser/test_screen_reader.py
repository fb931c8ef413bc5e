"""What Chromium tells a screen reader: roles, names, descriptions, landmarks, headings."""

import pytest
from selenium.webdriver import ActionChains, Keys

TWO = [
    {"id": "2024-03-05-ferry", "text": "Ferry row\n\nLena Moor, the mayor, promised to reopen the ferry. She warned that the pier could collapse."},
    {"id": "2024-03-06-silence", "text": "It rained all day.\n\nNothing else happened."},
]


@pytest.fixture
def page(report):
    return report(TWO)


def tree(page):
    """The accessibility tree: nodes that are not ignored, in the order of the page."""
    page.browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes = page.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    ordered = []

    def walk(node):
        if not node["ignored"]:
            value = lambda key: node.get(key, {}).get("value", "")
            properties = {p["name"]: p["value"].get("value") for p in node.get("properties", [])}
            ordered.append({"role": value("role"), "name": value("name"), "description": value("description"), **properties})
        for child in node.get("childIds", []):
            if child in by_id:
                walk(by_id[child])

    walk(nodes[0])
    return ordered


def named(nodes, role):
    return [node["name"] for node in nodes if node["role"] == role]


def test_landmarks_are_named_and_few(page):
    nodes = tree(page)
    assert named(nodes, "RootWebArea") == ["Who said what"]
    assert len(named(nodes, "banner")) == 1 and len(named(nodes, "main")) == 1
    assert named(nodes, "search") == ["Filters"]
    assert named(nodes, "navigation") == ["Views"]
    assert named(nodes, "region") == ["Statements"]


def test_the_list_is_a_table_with_all_its_rows(page):
    nodes = tree(page)
    assert named(nodes, "table") == ["Statements"]
    assert named(nodes, "columnheader") == ["Speaker", "What was said", "Category", "Date", "Article", "Copy"]
    assert len(named(nodes, "row")) == 1 + len(page.records)
    rows = page.run("return [...document.querySelectorAll('.statement')].map((row) => row.getAttribute('aria-rowindex'))")
    assert rows == ["2", "3"] and page.find("[role=table]").get_attribute("aria-rowcount") == "3"
    cells = named(nodes, "cell")
    assert cells[:5] == ["Lena Moor mayor", "promised to reopen the ferry", "commitment", "5 Mar 2024", "Ferry row"]
    sorts = page.run("return [...document.querySelectorAll('[role=columnheader]')].map((cell) => cell.getAttribute('aria-sort'))")
    assert sorts == ["none", None, "none", "descending", "none", None]


def test_every_control_has_a_name(page):
    nodes = tree(page)
    assert named(nodes, "group") == ["Category", "Speaker", "Date", "Whose words", "Type", "Confidence"]
    assert named(nodes, "checkbox") == [
        "commitment 1", "claim 0", "caution 1", "direct 0", "indirect 2", "mixed 0", "communication 1", "belief 0", "fact 0", "eventuality 1"]
    assert named(nodes, "searchbox") == ["Search"]
    assert "Speaker" in named(nodes, "combobox") + named(nodes, "ComboBoxMenuButton")
    assert "Sort by" in named(nodes, "combobox")
    assert named(nodes, "slider") == ["Lowest confidence"]
    assert named(nodes, "Date") == ["From", "To"]
    assert all(node["name"] for node in nodes if node["role"] in ("button", "link", "checkbox", "combobox", "option"))


def test_a_new_count_and_what_was_done_are_read_out(page):
    status = [node for node in tree(page) if node["role"] == "status" and node.get("live") == "polite"]
    assert len(status) >= 1
    assert page.find("#shown").get_attribute("aria-live") == "polite"
    page.toggle("category", "caution")
    assert page.shown() == "1 of 2 statements, 1 article, 1 speaker"


def test_headings_of_an_article_descend_one_by_one(page):
    page.open("#article?id=2024-03-05-ferry&statement=1")
    headings = [(node["level"], node["name"]) for node in tree(page) if node["role"] == "heading"]
    assert headings == [(1, "Who said what"), (2, "Ferry row"), (3, "Lena Moor"), (3, "In this article")]


def test_statements_in_an_article_are_links_that_say_what_they_are(page):
    page.open("#article?id=2024-03-05-ferry&statement=2")
    nodes = tree(page)
    links = [node for node in nodes if node["role"] == "link" and node["name"].startswith("Statement ") and ":" in node["name"]]
    assert [link["name"] for link in links] == ["Statement 1: Lena Moor, commitment", "Statement 2: Lena Moor, caution"]
    record = page.records[1]
    for part in [record["speaker"]["name"], record["category"], record["cue"]["text"], record["evidence"]["rule"]]:
        assert part in links[1]["description"], "the focused one is described by its note"
    assert named(nodes, "mark"), "marks are marks"
    assert named(nodes, "complementary") == ["Notes"]


def test_charts_are_buttons_that_say_their_figures(page):
    page.view("charts")
    nodes = tree(page)
    assert named(nodes, "region") == ["Charts", "Over time", "Category", "Whose words", "Type", "Who speaks most"]
    buttons = named(nodes, "button")
    for said in ["5 Mar 2024: 2 statements (1 commitment, 1 caution)", "caution, 1 statement", "Lena Moor, 2 statements: 1 commitment, 1 caution"]:
        assert said in buttons
    page.find("[data-bar='category caution']").click()
    pressed = page.run("return [...document.querySelectorAll('[aria-pressed=true]')].map((button) => button.dataset.bar)")
    assert pressed == ["category caution"]


def test_articles_and_speakers_are_lists(page):
    for view, name in [("articles", "Ferry row"), ("speakers", "Lena Moor")]:
        page.view(view)
        nodes = tree(page)
        assert name in named(nodes, "link")
        assert len(named(nodes, "list")) == 1 and len(named(nodes, "listitem")) == {"articles": 2, "speakers": 1}[view]


def test_the_first_key_skips_the_filters(page):
    page.find("body").send_keys(Keys.TAB)
    skip = page.browser.switch_to.active_element
    assert skip.text == "Skip to the results" and skip.is_displayed()
    skip.send_keys(Keys.ENTER)
    page.wait(lambda: page.run("return document.activeElement.id") == "main")
    assert page.address() == "", "which is no change of what is shown"


def test_everything_is_reached_by_the_tab_key(page):
    seen = []
    for _ in range(60):
        ActionChains(page.browser).send_keys(Keys.TAB).perform()
        seen.append(page.run("const e = document.activeElement; return e.getAttribute('aria-label') || e.textContent.trim() || e.name"))
        if seen[-1] == "Copy as a citation" and seen.count(seen[-1]) == 2:
            break
    order = ["Skip to the results", "Charts", "Search", "category", "Speaker", "from", "Lowest confidence", "Sort by", "Save as CSV",
             "Category", "promised to reopen the ferry", "Copy as a citation"]
    places = [seen.index(name) for name in order]
    assert places == sorted(places), seen
    assert seen.count("Copy as a citation") == 2
    hidden = page.run("return getComputedStyle(document.activeElement).opacity")
    assert hidden == "1", "what has the focus can be seen"


def test_without_a_script_it_says_what_to_do(page):
    page.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page.open()
    assert "dictum extract --format html" in page.find(".notice").text
    assert not page.find("#columns").is_displayed(), "no filters that do nothing"
