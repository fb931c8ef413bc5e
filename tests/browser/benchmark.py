"""What the report page costs the browser with 10,000 statements: `.ci/browser --benchmark`.

Of each step, the processor time of scripts, and beside it what the browser needs for style and layout. Medians of some runs.
"""

import json
import pathlib
import statistics
import tempfile
import time

from chromium import start
from report import ROOT, dictum

RUNS = 7
COPIES = 8  # of the project's articles


def lines():
    files = sorted((ROOT / "corpus").glob("*.txt"))
    for n in range(COPIES):
        for m, file in enumerate(files):
            date = f"{2015 + (n * 7 + m) % 10}-{(n + m) % 12 + 1:02}-{m % 28 + 1:02}"
            yield json.dumps({"id": f"{n}-{file.stem}", "date": date, "text": file.read_text(encoding="utf-8")}) + "\n"


class Clock:
    NAMES = {"ScriptDuration": "script", "RecalcStyleDuration": "style", "LayoutDuration": "layout"}

    def __init__(self, browser):
        self.browser = browser
        browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})  # whatever else the machine does

    def read(self):
        metrics = self.browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return {m["name"]: m["value"] for m in metrics if m["name"] in self.NAMES}

    def measure(self, action):
        before = self.read()
        action()
        self.browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
        after = self.read()
        return {own: 1000 * (after[name] - before.get(name, 0)) for name, own in self.NAMES.items()}


def main():
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "report.html")
        page.write_text(dictum("report", "-", stdin="".join(lines())), encoding="utf-8", newline="")
        browser = start(pathlib.Path(folder, "profile"))
        try:
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", dict(width=1280, height=900, deviceScaleFactor=1, mobile=False))
            clock = Clock(browser)
            rows = measure(browser, clock, page)
        finally:
            browser.quit()
    print(f"{page_size(rows)}\n\n{'':24}{'script':>8}{'style':>8}{'layout':>8}   ms, median of {RUNS} runs")
    for name, times in rows["steps"].items():
        print(f"{name:24}" + "".join(f"{statistics.median(t[part] for t in times):8.0f}" for part in ("script", "style", "layout")))


def page_size(rows):
    return f"{rows['statements']} statements in {rows['articles']} articles, {rows['bytes'] / 1e6:.1f} MB"


def measure(browser, clock, page):
    find = lambda selector: browser.find_element("css selector", selector)
    steps = {}

    def click(selector):
        element = find(selector)
        return lambda: browser.execute_script("arguments[0].click()", element)

    def typed(words):
        def act():
            browser.execute_script("arguments[0].focus()", find("input[type=search]"))
            browser.execute_cdp_cmd("Input.insertText", {"text": words})
            time.sleep(0.3)
        return act

    def scroll():
        browser.execute_script("scrollTo(0, document.body.scrollHeight / 2)")

    for _ in range(RUNS):
        browser.get("about:blank")
        run = lambda name, action: steps.setdefault(name, []).append(clock.measure(action))
        run("first paint", lambda: browser.get(page.as_uri()))
        run("scroll to the middle", scroll)
        run("filter by category", click("input[name=category][value=claim]"))
        run("and by kind", click("input[name=kind][value=direct]"))
        run("all again", click(".clear"))
        run("search", typed("the bridge"))
        run("all again, from search", click(".clear"))
        run("sort by speaker", click("[role=columnheader]:nth-child(1) button"))
        run("sort by title", click("[role=columnheader]:nth-child(5) button"))
        run("speakers", click("#views a:nth-child(3)"))
        run("charts", click("#views a:nth-child(4)"))
        run("articles", click("#views a:nth-child(2)"))
        run("an article", click("#view-articles .name a"))
    counts = browser.execute_script(
        "const data = JSON.parse(document.getElementById('data').textContent);"
        "return { statements: data.statements.article.length, articles: data.articles.length }")
    return {**counts, "bytes": page.stat().st_size, "steps": steps}


main()
