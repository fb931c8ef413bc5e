"""Label Studio's own SDK: the labelling configuration is valid, and every task and prediction fits it."""

import json

from label_studio_sdk.label_interface import LabelInterface

from expected import arguments, check, same

expected, (folder,) = arguments()
interface = LabelInterface((folder / "config.xml").read_text(encoding="utf8"))
interface.validate()
tasks = json.loads((folder / "tasks.json").read_text(encoding="utf8"))
same([task["data"]["document"] for task in tasks], list(expected.texts), "every article is a task, in order")
statements = 0
for task in tasks:
    document, text = task["data"]["document"], task["data"]["text"]
    same(text, expected.texts[document], "the text is the article's")
    # with predictions in it, this version of the SDK calls `validate_prediction` without one
    check(interface.validate_task({"data": task["data"]}), f"the task of {document} fits the configuration")
    (prediction,) = task["predictions"]
    same(interface.validate_prediction(prediction, return_errors=True), [], f"the prediction of {document} fits")
    regions = [one for one in prediction["result"] if one["type"] == "labels"]
    for region in regions:
        value = region["value"]
        same(text[value["start"]:value["end"]], value["text"], "the words lie under the offsets")
    pieces = [(region["value"]["labels"][0], region["value"]["text"]) for region in regions]
    same([piece for piece in pieces if piece[0] not in ("cue", "source")], expected.pieces(document), "the contents arrive")
    kinds = [one["value"]["choices"][0] for one in prediction["result"] if one["type"] == "choices"]
    records = expected.by_document[document]
    same(kinds, [record["kind"] for record in records], "every statement has its kind")
    statements += len(records)
same(statements, len(expected.records), "every statement arrives")
print(f"label-studio-sdk: {len(tasks)} tasks, {statements} statements")
