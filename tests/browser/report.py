"""The page as its reader meets it, and the records that it must agree with."""

import json
import os
import pathlib
import re
import subprocess

from selenium.webdriver import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DICTUM", str(ROOT / "target/release/dictum"))

# Every row of a list, also those that are far from the window: printing needs them all.
ROWS = """
dispatchEvent(new Event("beforeprint"));
const text = (row, selector) => row.querySelector(selector)?.textContent ?? "";
return [...document.querySelectorAll("#view-statements .statement")].map((row) => ({
  n: +row.dataset.n, who: text(row, ".who a"), role: text(row, ".who small"), cue: text(row, ".said i"),
  said: text(row, ".said q"), what: text(row, ".what"), when: text(row, ".when"), where: text(row, ".where"),
  index: +row.getAttribute("aria-rowindex") }));
"""
CARDS = """
dispatchEvent(new Event("beforeprint"));
return [...document.querySelectorAll(`#view-${arguments[0]} .card`)].map((card) => ({
  name: card.querySelector(".name a").textContent, about: card.querySelector(".name small").textContent,
  number: card.querySelector(".number").textContent, bar: card.querySelector(".bar").getAttribute("aria-label") }));
"""

# The pieces that are marked in the article that is read: where each runs in its text (in UTF-16 units, as JavaScript counts)
# and what it is to which statement. The numbers of references are no text of the article.
MARKED = """
const pieces = {};
let text = "";
const walk = (node) => {
  if (node.nodeType === Node.TEXT_NODE) { text += node.data; return; }
  if (node.matches(".ref")) return;
  const start = text.length;
  node.childNodes.forEach(walk);
  for (const role of ["content", "cue", "source"]) {
    for (const n of node.dataset[role]?.split(" ") ?? []) {
      const own = ((pieces[n - 1] ??= {})[role] ??= []);
      const last = own.at(-1);
      if (last && last[1] === start) last[1] = text.length; else own.push([start, text.length]);
    }
  }
};
walk(document.querySelector("#view-article .text"));
return { text, pieces, refs: [...document.querySelectorAll(".text .ref")].map((ref) => +ref.dataset.n) };
"""


def dictum(*arguments, stdin=""):
    """The standard output of the program, which must succeed."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


class Report:
    def __init__(self, browser, articles, records, path):
        self.browser, self.articles, self.records, self.path = browser, articles, records, path
        # who speaks, over all articles
        data = json.loads(re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.S)[1])
        self.speakers = data["speakers"]
        for record, speaker in zip(records, data["statements"]["speaker"]):
            record["who"] = "" if speaker is None else data["speakers"][speaker]["name"]
        self.by_id = {article["id"]: article for article in articles}
        self.first = {}  # of each article, the number of its first statement
        for n, record in enumerate(records):
            self.first.setdefault(record["document"], n)

    def open(self, address=""):
        self.browser.get("about:blank")
        self.browser.get(self.path.as_uri() + address)
        return self

    def run(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def find(self, selector):
        return self.browser.find_element("css selector", selector)

    def find_all(self, selector):
        return self.browser.find_elements("css selector", selector)

    def wait(self, test, message=""):
        return WebDriverWait(self.browser, 20, poll_frequency=0.05).until(lambda _: test(), message)

    # what the records say

    def text(self, n):
        return self.by_id[self.records[n]["document"]]["text"]

    def piece(self, n, span):
        return self.text(n).encode()[span[0]:span[1]].decode()

    def units(self, n, span):
        """A byte span in UTF-16 units."""
        data = self.text(n).encode()
        return [len(data[:at].decode().encode("utf-16-le")) // 2 for at in span]

    def select(self, test):
        return [n for n, record in enumerate(self.records) if test(record)]

    # what the page shows

    def rows(self):
        return self.run(ROWS)

    def listed(self):
        return [row["n"] for row in self.rows()]

    def cards(self, view):
        return self.run(CARDS, view)

    def marked(self):
        return self.run(MARKED)

    def shown(self):
        return self.run("return document.querySelector('#shown').value")

    def tabs(self):
        return dict(re.fullmatch(r"(\w+) ?([\d,]*)", tab.get_attribute("textContent")).groups() for tab in self.find_all(".tab"))

    def address(self):
        return self.run("return location.hash")

    # what a reader does

    def view(self, name):
        self.find(f"#views a[href^='#{name}']").click()
        self.wait(lambda: not self.find(f"#view-{name}").get_property("hidden"))

    def toggle(self, name, *values):
        for value in values:
            self.find(f"input[name={name}][value='{value}']").click()

    def choose_speaker(self, name):
        field = self.find("[role=combobox]")
        field.send_keys(name)
        options = self.find_all("#offered [role=option]")
        next(o for o in options if o.find_element("css selector", ".name").text == name).click()

    def search(self, words):
        field = self.find("#filters input[type=search]")
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.BACKSPACE, words)

    def sort(self, value):
        Select(self.find(".actions select")).select_by_value(value)

    def clear(self):
        self.find(".clear").click()

    def expect(self, wanted):
        """Waits until just these statements are counted, then holds the list and all counts to them."""
        wanted, everything = sorted(wanted), len(self.records)
        part, whole = f"{len(wanted):,} of {plural(everything, 'statement')}, ", f"{plural(everything, 'statement')}, "
        starts = (part, whole) if len(wanted) == everything else (part,)
        self.wait(lambda: self.shown().startswith(starts), f"{part} {self.shown()}")
        start = part if self.shown().startswith(part) else whole
        assert sorted(self.listed()) == wanted
        records = [self.records[n] for n in wanted]
        articles = len(self.articles) if start == whole else len({record["document"] for record in records})
        speakers = len({name(record) for record in records} - {""})
        line = start + f"{plural(articles, 'article')}, {plural(speakers, 'speaker')}"
        assert self.shown() == line, self.shown()
        assert self.tabs() == {"Statements": f"{len(wanted):,}", "Articles": f"{articles:,}", "Speakers": f"{speakers:,}", "Charts": ""}

    def count(self, name, value):
        option = self.find(f"input[name={name}][value='{value}']").find_element("xpath", "..")
        return int(option.find_element("css selector", ".count").text.replace(",", ""))


def plural(number, one):
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def name(record):
    """The speaker's name over all articles; "" if there is none."""
    return record["who"]


def on_one_line(text):
    return re.sub(r"\s+", " ", text).strip()


def bar(records):
    """What a bar of these statements says, in the order of the built-in categories."""
    counts = [(sum(r["category"] == c for r in records), c) for c in ["commitment", "claim", "caution"]]
    return ", ".join(f"{count} {category}" for count, category in counts if count) or "none"
