"""doccano's own import, into a database in memory, as its server does it when a file is uploaded."""

import importlib.util
import pathlib
import sys
import types

from expected import arguments, same

sys.path.insert(0, importlib.util.find_spec("backend").submodule_search_locations[0])


def stub(name, **names):
    """A module that is imported and not used here: for other formats, or for uploads."""
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(names)
    return sys.modules[name]


from django.core.files.storage import FileSystemStorage  # noqa: E402

stub("pyexcel", exceptions=stub("pyexcel.exceptions"))
stub("seqeval")
stub("seqeval.scheme", **dict.fromkeys(["BILOU", "IOB2", "IOBES", "IOE2", "Tokens"]))
stub("django_drf_filepond")
stub("django_drf_filepond.models", DrfFilePondStoredStorage=FileSystemStorage)

import django  # noqa: E402
from django.conf import settings  # noqa: E402

OWN = ["roles", "projects", "examples", "label_types", "labels", "data_import"]
settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "polymorphic", *OWN],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    MIGRATION_MODULES=dict.fromkeys(OWN),
    ROLE_PROJECT_ADMIN="project_admin",
    ROLE_ANNOTATOR="annotator",
    ROLE_ANNOTATION_APPROVER="annotation_approver",
    USE_TZ=True,
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)

from data_import.datasets import load_dataset  # noqa: E402
from data_import.pipeline.catalog import JSONL, RELATION_EXTRACTION  # noqa: E402
from data_import.pipeline.readers import FileName  # noqa: E402
from labels.models import Relation, Span  # noqa: E402
from projects.models import ProjectType, SequenceLabelingProject  # noqa: E402


def imported(task, path):
    """A project with the file in it."""
    project = SequenceLabelingProject.objects.create(
        name=path.name, project_type=ProjectType.SEQUENCE_LABELING, created_by=user,
        allow_overlapping=True, use_relation=task == RELATION_EXTRACTION,
    )
    # the encoding is left to doccano's guess, as its dialog does
    dataset = load_dataset(task, JSONL, [FileName(str(path), path.name, path.name)], project, encoding="Auto")
    dataset.save(user)
    same([str(error) for error in dataset.errors], [], f"doccano imports {path.name} without an error")
    return project


def spans(example):
    found = Span.objects.filter(example=example).order_by("id").select_related("label")
    return [(span.label.text, example.text[span.start_offset:span.end_offset]) for span in found]


expected, (plain, related) = arguments()
documents = [document for document, text in expected.texts.items() if text]
user = User.objects.create(username="somebody")
for task, path in ((ProjectType.SEQUENCE_LABELING, plain), (RELATION_EXTRACTION, related)):
    project = imported(task, path)
    examples = list(project.examples.order_by("id"))
    same([example.meta["document"] for example in examples], documents, "every article is an example, in order")
    for example in examples:
        document = example.meta["document"]
        same(example.text, expected.texts[document], "the text is the article's")
        contents = [span for span in spans(example) if span[0] not in ("cue", "source")]
        same(contents, expected.pieces(document), "the contents lie under the offsets")
words = lambda span: span.example.text[span.start_offset:span.end_offset]
links = {}
for relation in Relation.objects.select_related("from_id__example", "to_id__example", "type").order_by("id"):
    document = relation.example.meta["document"]
    links.setdefault((document, relation.type.text), []).append((words(relation.from_id), words(relation.to_id)))
for document in documents:
    records = expected.by_document[document]
    first = lambda record: expected.of(document, record["content"]["spans"][0])
    cues = [(first(record), record["cue"]["text"]) for record in records if record["cue"]]
    same(links.get((document, "cue"), []), cues, "a relation leads from each content to its cue")
    within = [(first(record), first(records[record["within"]])) for record in records if "within" in record]
    same(links.get((document, "within"), []), within, "and from each inner statement to the outer one")
print(f"doccano: {len(documents)} examples, {len(expected.records)} statements, twice")
