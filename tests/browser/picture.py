"""Draws the README's picture: `.ci/browser --picture`."""

import pathlib
import sys
import tempfile

from selenium.webdriver import ActionChains

from chromium import start
from report import ROOT, dictum

ARTICLE = ROOT / "corpus/harrow-dam-evacuation.txt"

with tempfile.TemporaryDirectory() as folder:
    page = pathlib.Path(folder, "report.html")
    page.write_text(dictum("report", ARTICLE), encoding="utf-8", newline="")
    # her statement is under the pointer: the page says who "she" is, and why it is a commitment
    browser = start(pathlib.Path(folder, "profile"))
    try:
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", dict(width=1200, height=740, deviceScaleFactor=1, mobile=False)
        )
        browser.get(page.as_uri())
        ActionChains(browser).move_to_element(browser.find_element("css selector", ".text mark[data-content=\"4\"]")).perform()
        pathlib.Path(sys.argv[1]).write_bytes(browser.get_screenshot_as_png())
    finally:
        browser.quit()
