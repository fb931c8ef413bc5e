"""Articles and speakers: each with what it has of the statements that fit."""

import collections
import itertools
import json

import pytest
from selenium.webdriver import Keys

from report import bar, dictum, name, plural


@pytest.fixture
def page(report, dated):
    return report(dated)


def by(records, key):
    ordered = sorted(records, key=key)
    return {value: list(group) for value, group in itertools.groupby(ordered, key=key)}


def test_articles_with_their_titles_and_counts(page):
    page.view("articles")
    page.sort("place")
    own = by(page.records, lambda record: record["document"])
    cards = page.cards("articles")
    assert len(cards) == len(page.articles)
    for article, card in zip(page.articles, cards):
        records = own.get(article["id"], [])
        first = article["text"].strip().split("\n")[0].strip()
        assert card["name"] in (first, article["id"])
        assert (article["id"] in card["about"]) == (card["name"] != article["id"])
        assert card["number"] == (plural(len(records), "statement") if records else "no statements")
        assert card["bar"] == bar(records)


def test_filters_leave_articles_with_something_that_fits(page):
    page.view("articles")
    page.toggle("category", "caution")
    page.sort("place")
    own = by([r for r in page.records if r["category"] == "caution"], lambda record: record["document"])
    page.wait(lambda: [card["number"] for card in page.cards("articles")] == [
        plural(len(own[article["id"]]), "statement") for article in page.articles if article["id"] in own])
    page.find("#view-articles .number").click()
    page.wait(lambda: page.find("#view-statements").is_displayed())
    first = next(article["id"] for article in page.articles if article["id"] in own)
    page.expect(page.select(lambda record: record["category"] == "caution" and record["document"] == first))


def test_articles_are_sorted(page):
    page.view("articles")
    page.sort("title")
    names = [card["name"].strip("“‘«\"'").lower() for card in page.cards("articles")]
    assert names[:1] <= names[-1:]
    page.sort("-statements")
    numbers = [int(card["number"].split()[0]) for card in page.cards("articles") if card["number"][0].isdigit()]
    assert numbers == sorted(numbers, reverse=True)


def test_a_title_leads_to_the_article(page):
    page.view("articles")
    title = page.find("#view-articles .name a").text
    page.find("#view-articles .name a").click()
    page.wait(lambda: page.find("#view-article").is_displayed())
    assert page.run("return document.querySelector('#view-article h2').textContent") == title
    assert page.run("return [document.activeElement.tagName, scrollY]") == ["H2", 0]


def test_speakers_are_merged_over_articles(page):
    page.view("speakers")
    own = by([record for record in page.records if name(record)], name)
    cards = {card["name"]: card for card in page.cards("speakers")}
    assert cards.keys() == own.keys()
    for who, records in own.items():
        articles = {record["document"] for record in records}
        assert cards[who]["number"] == f"{plural(len(records), 'statement')}, {plural(len(articles), 'article')}"
        assert cards[who]["bar"] == bar(records)
    assert any(len({r["document"] for r in records}) > 1 for records in own.values())
    counts = [int(card["number"].split()[0]) for card in page.cards("speakers")]
    assert counts == sorted(counts, reverse=True)


def test_speakers_are_those_of_the_command(page):
    lines = "".join(json.dumps(article) + "\n" for article in page.articles)
    told = [json.loads(line) for line in dictum("speakers", "--format", "jsonl", "-", stdin=lines).splitlines()]
    assert collections.Counter(name(record) for record in page.records if name(record)) == {who["name"]: who["statements"] for who in told}
    for record, speaker in ((r, next(s for s in page.speakers if s["name"] == name(r))) for r in page.records if name(r)):
        assert record["speaker"]["name"].lower() in [own.lower() for own in [speaker["name"], *speaker["also"]]]


def test_a_surname_in_one_article_is_the_name_in_another(report):
    page = report([
        {"id": "monday", "text": "Mayor Lena Moor promised to reopen the ferry."},
        {"id": "tuesday", "text": "Moor said the pier was safe."},
        {"id": "friday", "text": "Bo Arden and Ida Arden met. Bo Arden said yes. Ida Arden said no."},
        {"id": "sunday", "text": "Arden said it was late. Police said so too."},
    ])
    page.view("speakers")
    cards = {card["name"]: card for card in page.cards("speakers")}
    assert cards["Lena Moor"]["number"] == "2 statements, 2 articles"
    assert cards["Lena Moor"]["about"] == "Mayor · also Moor"
    assert cards["Arden"]["about"] == "may be Bo Arden or Ida Arden"
    page.find(".find input").send_keys("moor")
    page.wait(lambda: page.find(".find output").text == "1 found")


def test_speakers_can_be_searched_by_name_and_role(page):
    page.view("speakers")
    field = page.find(".find input")
    field.send_keys("mayor")
    page.wait(lambda: page.find(".find output").text.endswith("found"))
    cards = page.cards("speakers")
    assert 0 < len(cards) < 100 and page.find(".find output").text == f"{len(cards)} found"
    assert all("mayor" in (card["name"] + card["about"]).lower() for card in cards)
    who = cards[0]["name"]
    assert "who=mayor" in page.address()
    page.find("#view-speakers .name a").click()
    page.wait(lambda: page.find("#view-statements").is_displayed())
    page.expect(page.select(lambda record: name(record) == who))


def test_speakers_follow_the_filters(page):
    page.toggle("category", "commitment")
    page.view("speakers")
    own = by([r for r in page.records if r["category"] == "commitment" and name(r)], name)
    assert {card["name"]: card["bar"] for card in page.cards("speakers")} == {who: bar(records) for who, records in own.items()}
    page.sort("name")
    names = [card["name"].lower() for card in page.cards("speakers")]
    assert names[0] < names[-1]


def test_the_keys_walk_through_the_cards(page):
    page.view("articles")
    page.find("#view-articles .name a").send_keys(Keys.ARROW_DOWN)
    assert page.run("return document.activeElement.closest('.card').dataset.position") == "1"
