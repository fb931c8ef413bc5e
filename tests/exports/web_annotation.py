"""JSON-LD by pyld: every term is one of the model's context, no IRI is relative, the model's rules hold.

`anno.jsonld` has the terms of that context (http://www.w3.org/ns/anno.jsonld) that are used, so that nothing is fetched.
"""

import json
import pathlib

from pyld import jsonld

from expected import arguments, check, same

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA, RDF = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
context = json.loads((pathlib.Path(__file__).parent / "anno.jsonld").read_text(encoding="utf8"))


def loader(url, _options):
    same(url, CONTEXT, "the only context that is loaded is the model's")
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}


def check_terms(node):
    """What the context does not know, expansion would drop without a word."""
    if isinstance(node, list):
        for one in node:
            check_terms(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            check(key == "@context" or key in context["@context"] or key.startswith("dictum:"), f"{key} is a term")
            if key == "type":
                check(value in context["@context"], f"{value} is a type")
            if key == "purpose" or key == "motivation":
                check(value in context["@context"], f"{value} is a motivation")
            if key != "@context":
                check_terms(value)


def only(node, term):
    (value,) = node[term]
    return value


def place(node, text):
    """The words that a specific resource selects, and its source."""
    selectors = {only({"t": s["@type"]}, "t").removeprefix(OA): s for s in node[OA + "hasSelector"]}
    same(sorted(selectors), ["TextPositionSelector", "TextQuoteSelector"], "each place has both selectors")
    at, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    start, end = (only(at, OA + edge)["@value"] for edge in ("start", "end"))
    check(isinstance(start, int) and 0 <= start <= end, "positions are whole numbers")
    exact, prefix, suffix = (only(quote, OA + part)["@value"] for part in ("exact", "prefix", "suffix"))
    same(text[start:end], exact, "the quotation stands at the position, counted in code points")
    check(text[:start].endswith(prefix) and text[end:].startswith(suffix), "the surroundings are the text's")
    check(len(prefix) == min(32, start), "as much stands before as there is")
    return exact, only(node, OA + "hasSource")["@id"]


expected, (path,) = arguments()
lines = [json.loads(line) for line in path.open(encoding="utf8")]
same(len(lines), len(expected.records), "every statement is an annotation")
ids, sources = set(), {}
for line, record in zip(lines, expected.records):
    check_terms(line)
    (node,) = jsonld.expand(line, {"documentLoader": loader})
    same(node["@type"], [OA + "Annotation"], "it is an annotation")
    ids.add(node["@id"])
    same(only(node, OA + "motivatedBy")["@id"], OA + "classifying", "its motivation")
    text = expected.texts[record["document"]]
    targets = [place(target, text) for target in node[OA + "hasTarget"]]
    same([exact for exact, _ in targets], [expected.of(record["document"], span) for span in record["content"]["spans"]],
         "the targets are the content's pieces, in order")
    sources.setdefault(record["document"], set()).update(source for _, source in targets)
    bodies = node[OA + "hasBody"]
    purposes = {}
    for body in bodies:
        purposes.setdefault(only(body, OA + "hasPurpose")["@id"].removeprefix(OA), []).append(body)
    (category,) = purposes["classifying"]
    same(only(category, RDF + "value")["@value"], record["category"], "a body has the category")
    rule = [value["@value"] for value in category.get("urn:dictum:term:rule", [])]
    same(rule, [record["evidence"]["rule"]] if record["evidence"]["rule"] else [], "and the rule")
    speakers = [only(body, RDF + "value")["@value"] for body in purposes.get("identifying", [])]
    name = (record["speaker"] or {}).get("name")
    same(speakers, [name] if name else [], "a body has the speaker")
    parts = {only(body, "urn:dictum:term:part")["@value"]: place(body, text)[0] for body in purposes.get("describing", [])}
    same(parts.get("cue"), (record["cue"] or {}).get("text"), "a body has the cue's place")
    same(parts.get("source"), (record["speaker"] or {}).get("text"), "a body has the source's place")
    for iri in [node["@id"], *(source for _, source in targets)]:
        check(iri.isascii() and ":" in iri and not set(iri) & set(' <>"{}|\\^`'), f"{iri} is an absolute IRI")
same(len(ids), len(lines), "every annotation has an IRI of its own")
check(all(len(of) == 1 for of in sources.values()), "an article has one IRI")
same(len(set.union(*sources.values())), len(sources), "and no two articles have the same")
quads = jsonld.to_rdf(lines[0], {"documentLoader": loader})["@default"]
check(len(quads) > 20, "it is RDF too")
print(f"pyld: {len(lines)} annotations")
