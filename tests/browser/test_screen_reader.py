"""What Chromium tells a screen reader: roles, names, descriptions, landmarks, headings."""

import pytest

TWO = [
    {"id": "2024-03-05-ferry", "text": "Lena Moor, the mayor, promised to reopen the ferry. She warned that the pier could collapse."},
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
    assert named(nodes, "navigation") == ["Articles"]
    assert named(nodes, "region") == ["Overview"]
    assert named(nodes, "complementary") == [], "a landmark an article would be too many"
    assert named(nodes, "article") == [article["id"] for article in TWO]


def test_headings_descend_one_by_one(page):
    headings = [(node["level"], node["name"]) for node in tree(page) if node["role"] == "heading"]
    assert headings == [
        (1, "Who said what"), (2, "Overview"), (2, "Articles"),
        (2, "2024-03-05-ferry"), (3, "Lena Moor"), (2, "2024-03-06-silence"),
    ]


def test_every_control_has_a_name(page):
    nodes = tree(page)
    assert named(nodes, "group") == ["Category", "Kind"]
    assert named(nodes, "checkbox") == ["commitment 1", "claim 0", "caution 1", "direct 0", "mixed 0", "indirect 2"]
    assert named(nodes, "combobox") == ["Speaker"]
    assert named(nodes, "searchbox") == ["Search"]
    assert named(nodes, "button") == ["Show all"]
    status = [node for node in nodes if node["role"] == "status"]
    assert len(status) == 1 and status[0]["live"] == "polite", "a new count is read out"


def test_statements_are_links_that_are_described_by_their_notes(page):
    links = [node for node in tree(page) if node["role"] == "link" and node["name"].startswith("Statement ")]
    assert [link["name"] for link in links] == ["Statement 1", "Statement 2"]
    for link, record in zip(links, page.records.values()):
        parts = [record["speaker"]["name"], record["content"]["text"], record["category"], record["cue"]["text"], record["evidence"]["rule"]]
        assert all(part in link["description"] for part in parts), link["description"]
        assert link["focusable"]


def test_statements_in_the_sidebar_are_a_list(page):
    nodes = tree(page)
    assert named(nodes, "mark"), "marks are marks"
    assert len([node for node in nodes if node["role"] == "listitem"]) == len(TWO) + len(page.records)


def test_charts_are_tables_whose_bars_say_their_figures(page):
    nodes = tree(page)
    assert named(nodes, "table") == ["Statements by category", "Who speaks most", "Statements by date"]
    assert named(nodes, "rowheader") == ["commitment", "claim", "caution", "Lena Moor", "2024-03-05"]
    bars = named(nodes, "image")
    assert bars == ["1 commitment", "1 caution", *["1 commitment, 1 caution"] * 3]


def test_what_only_repeats_is_not_read(page):
    page.run("document.querySelector('.ref').focus()")
    assert page.find("#tip").is_displayed()
    assert not [node for node in tree(page) if node["role"] == "strong"], "the note at the words is read as their description"


def test_the_first_key_skips_the_filters(page):
    page.find("body").send_keys("\ue004")
    skip = page.browser.switch_to.active_element
    assert skip.text == "Skip to the articles" and skip.is_displayed()
    skip.send_keys("\ue007")
    page.wait(lambda: page.run("return document.activeElement.id") == "main")
