"""brat's own reader and its own verification, with the configuration beside the files."""

import codecs
import importlib.util
import pathlib
import sys
import types

from expected import arguments, check, same

server = pathlib.Path(importlib.util.find_spec("brat").submodule_search_locations[0]) / "server" / "src"
sys.path.insert(0, str(server))
# the settings of an installation, which reading needs none of
sys.modules["config"] = types.ModuleType("config")

import annotation  # noqa: E402

# its mode "U" is gone from newer Pythons
plain = lambda name, mode="r": codecs.open(name, "r", encoding="utf8", errors="strict")
annotation.open_textfile = plain
import projectconfig  # noqa: E402

projectconfig.open_textfile = plain
import verify_annotations  # noqa: E402

expected, (folder,) = arguments()
for name in ("annotation.conf", "visual.conf"):
    check((folder / name).is_file(), f"{name} lies beside the articles")
project = projectconfig.ProjectConfiguration(str(folder))
same(sorted(project.get_entity_types()), ["Content", "Cue", "Source", "caution", "claim", "commitment"], "the types")
check(project.get_drawing_config_by_type("caution").get("bgColor", "").startswith("#"), "visual.conf gives colours")

messages = projectconfig.Messager.__dict__["_Messager__pending_messages"]
same(messages, [], "brat has nothing to say about the configuration")

by_text = {text: document for document, text in expected.texts.items()}
read, statements = set(), 0
for path in sorted(folder.glob("*.txt")):
    text = path.read_bytes().decode()
    check(text in by_text, f"{path.name} is an article as it was")
    document = by_text[text]
    read.add(document)
    annotations = annotation.TextAnnotations(str(path.with_suffix("")), read_only=True)
    same(annotations.get_document_text(), text, "brat reads the text as it is")
    same(list(annotations.failed_lines), [], f"brat reads every line of {path.name}")
    issues = verify_annotations.verify_annotation(annotations, project)
    same([issue.human_readable_str() for issue in issues], [], f"brat's verification of {path.name}")
    contents = [t for t in annotations.get_textbounds() if t.type not in ("Cue", "Source")]
    records = expected.by_document[document]
    same(len(contents), len(records), f"every statement of {path.name} arrives")
    kinds = {a.target: a.value for a in annotations.get_attributes()}
    for content, record in zip(contents, records):
        under = " ".join(text[start:end] for start, end in content.spans)
        words = " ".join(expected.of(document, span) for span in record["content"]["spans"])
        same(under.split(), words.split(), "the words under the offsets are the content")
        same((content.type, kinds[content.id]), (record["category"], record["kind"]), "category and kind")
        linked = {r.type: annotations.get_ann_by_id(r.arg2) for r in annotations.get_relations() if r.arg1 == content.id}
        for relation, part in (("Says", record["cue"]), ("SaidBy", record["speaker"])):
            if part and part["span"]:
                same(linked[relation].text.split(), part["text"].split(), f"{relation} leads to the words")
        statements += 1
same(read, {document for document, text in expected.texts.items()}, "every article has its files")
same(statements, len(expected.records), "every statement arrives")
print(f"brat: {len(read)} articles, {statements} statements")
