"""What every export must hold: the records of the same articles, and the articles' texts."""

import json
import pathlib
import sys


class Expected:
    """Texts and records by document, from the folder that `run` fills."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        lines = lambda name: [json.loads(line) for line in (folder / name).open(encoding="utf8")]
        self.texts = {article["id"]: article["text"] for article in lines("articles.jsonl")}
        self.records = lines("records.jsonl")
        self.by_document = {document: [] for document in self.texts}
        for record in self.records:
            self.by_document[record["document"]].append(record)
        check(len(self.records) > 1000, "there are records to compare with")

    def of(self, document, span):
        """What lies under a span in bytes."""
        return self.texts[document].encode()[slice(*span)].decode()

    def pieces(self, document):
        """(category, words) of each piece of each content, in order."""
        return [(record["category"], self.of(document, span))
                for record in self.by_document[document] for span in record["content"]["spans"]]


def check(truth, what):
    if not truth:
        sys.exit(f"{pathlib.Path(sys.argv[0]).name}: it does not hold that {what}")


def same(found, wanted, what):
    check(found == wanted, f"{what}\n  found:  {str(found)[:2000]}\n  wanted: {str(wanted)[:2000]}")


def arguments():
    """The expected statements, and the files to read."""
    return Expected(sys.argv[1]), [pathlib.Path(path) for path in sys.argv[2:]]
