"""The report page in a real browser: each test makes a page with the `dictum` program and reads it as its reader would.

`.ci/browser` runs these tests.
"""

import json
import pathlib

import pytest

from chromium import start
from report import ROOT, Report, dictum


@pytest.fixture(scope="session")
def driver(tmp_path_factory):
    driver = start(tmp_path_factory.mktemp("profile"))
    driver.set_page_load_timeout(240)
    driver.set_script_timeout(120)
    yield driver
    driver.quit()


@pytest.fixture
def browser(driver):
    """The browser with a desktop's window, light, on screen, with a pointer that can hover."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", dict(width=1280, height=900, deviceScaleFactor=1, mobile=False)
    )
    driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": 0, "y": 0})
    return driver


@pytest.fixture
def report(browser, tmp_path):
    """Opens the page of some articles (id, text and what else a line holds) and knows their records."""

    def open_page(articles, rules=None, title=None, address=""):
        options = ["--rules", rules] if rules else []
        lines = "".join(json.dumps(article) + "\n" for article in articles)
        page = tmp_path / "report.html"
        records = filter(None, dictum("extract", *options, "-", stdin=lines).split("\n"))
        options += ["--title", title] if title else []
        page.write_text(dictum("report", *options, "-", stdin=lines), encoding="utf-8", newline="")
        browser.get_log("browser"), browser.get_log("performance")
        return Report(browser, articles, list(map(json.loads, records)), page).open(address)

    return open_page


@pytest.fixture(scope="session")
def corpus():
    """The project's own articles, as lines."""
    files = sorted(pathlib.Path(ROOT, "corpus").glob("*.txt"))
    return [{"id": file.stem, "text": file.read_text(encoding="utf-8")} for file in files]


@pytest.fixture(scope="session")
def dated(corpus):
    """The project's articles with dates over a year; every tenth has none."""
    return [dict(a, date=None if n % 10 == 0 else f"{2024 + n % 2}-{n * 5 % 12 + 1:02}-{n % 28 + 1:02}") for n, a in enumerate(corpus)]
