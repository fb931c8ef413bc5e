"""The page as its reader meets it, and the records that it must agree with."""

import dataclasses
import os
import pathlib
import subprocess

from selenium.webdriver import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DICTUM", str(ROOT / "target/release/dictum"))

# Every statement's marked pieces, read from the page itself: where each runs in the article's text (in UTF-16 units, as
# JavaScript counts) and what it is to which statement. The numbers of references are no text of the article.
MARKED = """
return [...document.querySelectorAll("main > article")].map((article) => {
  const pieces = {};
  let text = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { text += node.data; return; }
    if (node.matches(".ref")) return;
    const start = text.length;
    node.childNodes.forEach(walk);
    for (const role of ["content", "cue", "source"]) {
      for (const n of node.dataset[role]?.split(" ") ?? []) {
        const own = ((pieces[n] ??= {})[role] ??= []);
        const last = own.at(-1);
        if (last && last[1] === start) last[1] = text.length; else own.push([start, text.length]);
      }
    }
  };
  walk(article.querySelector(".text"));
  return { text, pieces };
});
"""

# What can be seen now: statements in the sidebars, numbers in the texts, marks, articles.
SEEN = """
const seen = (e) => e.checkVisibility() && e.getClientRects().length > 0;
document.querySelectorAll("article").forEach((a) => (a.style.contentVisibility = "visible"));
return {
  notes: [...document.querySelectorAll(".note")].filter(seen).map((e) => e.id.slice(1)),
  refs: [...document.querySelectorAll(".ref")].filter(seen).map((e) => e.id.slice(1)),
  marks: [...document.querySelectorAll(".text mark")].filter(seen)
    .filter((e) => getComputedStyle(e).borderBottomStyle !== "none")
    .map((e) => [e.dataset.content.split(" ").map((n) => `${e.closest("article").id.slice(1)}-${n}`), e.className]),
  articles: [...document.querySelectorAll("main > article")].filter(seen).map((e) => +e.id.slice(1)),
  speakers: [...document.querySelectorAll(".speaker")].filter(seen).length,
  shown: document.querySelector("output").value,
};
"""


def dictum(*arguments, stdin=""):
    """The standard output of the program, which must succeed."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@dataclasses.dataclass
class Article:
    id: str
    text: str

    def piece(self, span):
        return self.text.encode()[span[0]:span[1]].decode()

    def units(self, span):
        """A byte span in UTF-16 units."""
        data = self.text.encode()
        return [len(data[:at].decode().encode("utf-16-le")) // 2 for at in span]


class Report:
    def __init__(self, browser, articles, records, path):
        self.browser, self.articles, self.path = browser, articles, path
        numbers = {article.id: n for n, article in enumerate(articles)}
        counts = {}
        self.records = {}  # by the number that the page gives a statement: article-statement
        for record in records:
            n = numbers[record["document"]]
            self.records[f"{n}-{counts.setdefault(n, 0)}"] = record
            counts[n] += 1

    def run(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def marked(self):
        return self.run(MARKED)

    def seen(self):
        return self.run(SEEN)

    def select(self, test):
        return [key for key, record in self.records.items() if test(record)]

    def find(self, selector):
        return self.browser.find_element("css selector", selector)

    def find_all(self, selector):
        return self.browser.find_elements("css selector", selector)

    def wait(self, test, message=""):
        return WebDriverWait(self.browser, 20, poll_frequency=0.05).until(lambda _: test(), message)

    # what a reader does

    def toggle(self, name, *values):
        for value in values:
            self.find(f"input[name={name}][value='{value}']").click()

    def speaker(self, name):
        Select(self.find("select[name=speaker]")).select_by_value(name)

    def search(self, words):
        field = self.find("input[type=search]")
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.BACKSPACE, words)

    def expect(self, keys):
        """Waits until just these statements are counted, then holds all the page shows to them."""
        keys = list(keys)
        self.wait(lambda: self.shown() == f"{len(keys)} of {len(self.records)} statements", f"{len(keys)}: {self.shown()}")
        seen = self.seen()
        assert sorted(seen["notes"]) == sorted(keys)
        assert sorted(seen["refs"]) == sorted(keys)
        marked = {key for covering, _ in seen["marks"] for key in covering}
        assert set(keys) <= marked, "every statement that fits is marked"
        assert all(set(covering) & set(keys) for covering, _ in seen["marks"]), "and nothing else"
        if len(keys) < len(self.records):
            assert seen["articles"] == sorted({int(key.split("-")[0]) for key in keys})
        return seen

    def shown(self):
        return self.run("return document.querySelector('output').value")

    def count(self, name, value):
        return self.find(f"input[name={name}][value='{value}']").find_element("xpath", "..").text.split()[-1]


def name(record):
    return (record["speaker"] or {}).get("name") or ""
