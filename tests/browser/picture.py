"""Draws the README's pictures: `.ci/browser --picture`."""

import pathlib
import sys
import tempfile

from chromium import start
from report import ROOT, dictum

# each picture by its file: what the page is asked for
PICTURES = {
    "report.png": "#statements?words=will&category=commitment&category=caution&kind=indirect&kind=mixed&sort=speaker",
    "report-article.png": "#article?id=harrow-dam-evacuation&statement=5",
}

with tempfile.TemporaryDirectory() as folder:
    page = pathlib.Path(folder, "report.html")
    page.write_text(dictum("report", "--title", "Who said what in the corpus", ROOT / "corpus"), encoding="utf-8", newline="")
    browser = start(pathlib.Path(folder, "profile"))
    try:
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", dict(width=1200, height=760, deviceScaleFactor=1, mobile=False)
        )
        for file, address in PICTURES.items():
            browser.get("about:blank")
            browser.get(page.as_uri() + address)
            browser.execute_script("document.activeElement.blur()")
            pathlib.Path(sys.argv[1], file).write_bytes(browser.get_screenshot_as_png())
    finally:
        browser.quit()
