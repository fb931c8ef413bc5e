"""What the reader has chosen is in the address: it can be sent, and going back undoes it."""

import pytest

from report import name


@pytest.fixture
def page(report, dated):
    return report(dated[:14])


def test_an_address_opens_what_it_was_taken_from(page):
    speaker = max({name(r) for r in page.records} - {""}, key=lambda who: len(page.select(lambda r: name(r) == who)))
    page.choose_speaker(speaker)
    page.toggle("category", "claim", "caution")
    page.search("the")
    page.sort("title")
    page.wait(lambda: "words=the" in page.address())
    page.wait(lambda: "sort=title" in page.address())
    listed, shown, address = page.listed(), page.shown(), page.address()
    assert listed
    page.open(address)
    assert (page.listed(), page.shown(), page.address()) == (listed, shown, address)
    assert page.find("input[name=category][value=caution]").is_selected()
    assert page.find("#filters input[type=search]").get_attribute("value") == "the"
    assert page.find(".actions select").get_attribute("value") == "title"
    assert len(page.find_all(".chip")) == 4


@pytest.mark.parametrize("view", ["statements", "articles", "speakers", "charts"])
def test_each_view_has_an_address(page, view):
    page.open(f"#{view}?category=caution")
    assert page.find(f"#view-{view}").is_displayed()
    assert page.find(".tab[aria-current=page]").text.lower().startswith(view)
    assert page.shown().startswith(f"{len(page.select(lambda record: record['category'] == 'caution'))} of ")


def test_going_back_undoes_and_forward_does_again(page):
    page.toggle("category", "caution")
    page.view("speakers")
    page.view("charts")
    page.browser.back()
    page.wait(lambda: page.find("#view-speakers").is_displayed())
    page.browser.back()
    page.wait(lambda: page.find("#view-statements").is_displayed())
    page.browser.back()
    page.expect(range(len(page.records)))
    assert not page.find("input[name=category][value=caution]").is_selected()
    page.browser.forward()
    page.expect(page.select(lambda record: record["category"] == "caution"))


def test_letters_that_are_typed_are_no_steps_back(page):
    page.toggle("category", "claim")
    page.search("th")
    page.wait(lambda: "words=th" in page.address())
    page.search("the")
    page.wait(lambda: "words=the" in page.address())
    page.browser.back()
    page.expect(range(len(page.records)))


@pytest.mark.parametrize("address", [
    "#nonsense", "#statements?sort=__proto__", "#statements?confidence=many", "#article?id=none", "#speakers?sort-speakers=x",
    "#article?id=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "#statements?from=yesterday", "#%E0%A4%A", "#charts?from=yesterday",
])
def test_an_address_that_means_nothing_does_no_harm(page, address):
    page.open(address)
    assert [section for section in page.find_all("main > section") if section.is_displayed()]
    assert not page.find_all("main img")
    assert [entry for entry in page.browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_what_the_articles_do_not_have_finds_nothing_and_can_be_taken_away(page):
    page.open("#statements?speaker=Nobody+Atall&category=<b>")
    page.expect([])
    assert [chip.find_element("css selector", "span").text for chip in page.find_all(".chip")] == ["<b>", "Nobody Atall"]
    page.clear()
    page.expect(range(len(page.records)))


def test_articles_of_one_name_keep_their_own_addresses(report):
    page = report([{"id": "a", "text": f"{who} said it was late."} for who in ("Lena Moor", "Joss Arden")])
    page.view("articles")
    addresses = [link.get_attribute("href").split("#")[1] for link in page.find_all("#view-articles .name a")]
    assert len(set(addresses)) == 2
    page.open(f"#{addresses[1]}")
    assert "Joss Arden" in page.find(".text").text
