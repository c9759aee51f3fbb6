"""From a root folder to a checked library. Files that have not changed are not read again."""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from press.content_types import content_types
from press.diagnostics import Diagnostic, Finding, Location, in_order
from press.markup.allowances import Allowance, allowances
from press.markup.citations import pack
from press.markup.numbers import masked
from press.markup.outline import outline, prose
from press.markup.quotations import Quotations
from press.markup.reading import reading
from press.model.document import Document, Outline
from press.model.issue import Issue, IssueMeta, Periodical, PeriodicalMeta
from press.model.library import Library, beside
from press.model.meta import KeyProblem, Meta, validate
from press.model.reference import Reference
from press.model.roster import PATH as ROSTER
from press.model.roster import Roster
from press.model.submission import Submission
from press.model.words import PATH as WORDS
from press.model.words import Words
from press.pipeline import pool, said
from press.pipeline.allowed import allow
from press.pipeline.known import Assets, Attachments, Coded, Known, Record
from press.pipeline.site import read_site
from press.record.references import FOUNDATION, reference
from press.rules import look_at, look_over, rules
from press.source import attachments, folder, images, manuscript, text, yaml
from press.source.folder import Entry, Stamp
from press.source.text import Fault

_CHUNK = 64
_SINGLE: dict[str, type[BaseModel]] = {ROSTER: Roster, WORDS: Words}
"""Files of content/ that are no documents."""

_LAWS = ("regulations", "study")
"""Types whose documents may be whole laws."""

R = TypeVar("R", Roster, Words)


@dataclass(frozen=True)
class Loaded:
    """A root, read and checked. ``read`` is how many files were not known from the last time."""

    root: Path
    library: Library
    diagnostics: list[Diagnostic]
    files: int
    read: int


def load(root: Path, jobs: int = 1) -> Loaded:
    """Read and check everything below ``root``."""
    started = time.time_ns()
    known = Known.load(root)
    entries = [
        *folder.files(root, "content", (".md", ".markdown", ".yml", ".yaml")),
        *folder.files(root, "bulletins", (".yml", ".yaml")),
    ]
    # What others are checked against is read first, and again when it is new, against itself.
    foundation = [entry for entry in entries if entry.path.startswith(FOUNDATION)]
    first, _ = _records(root, foundation, known.records, Reference(), jobs)
    knowledge = reference(_one(first, ROSTER, Roster), _one(first, WORDS, Words), _documents(first))
    usable = dict(known.records) if known.reference == knowledge else {}
    if knowledge == Reference():
        # Read a moment ago and checked against nothing, which is what there is.
        usable |= {path: r for path, r in first.items() if r is not known.records.get(path)}
    records, read = _records(root, entries, usable, knowledge, jobs)
    site, site_findings = read_site(root, knowledge)
    documents = _documents(records)
    assets = _assets(root, documents, known.assets, jobs)
    files = _attachments(root, documents, known.attachments)
    periodicals, issues, orphans = _issues(records)
    library = Library(
        site=site,
        types={kind.folder: kind.label for kind in content_types().values()},
        documents=documents,
        periodicals=periodicals,
        issues=issues,
        assets={path: asset for path, (_, asset) in assets.items()},
        unread=frozenset(path for path, record in records.items() if record.result is None),
        attachments={path: attachment for path, (_, attachment) in files.items()},
        roster=_one(records, ROSTER, Roster),
        words=_one(records, WORDS, Words),
    )
    findings = [coded for record in records.values() for coded in record.findings]
    findings += [*site_findings, *orphans, *look_over(library)]
    known.remember(root, started, records, assets, files, knowledge)
    diagnostics = allow(locate(root, findings), {path: record.allowances for path, record in records.items()})
    return Loaded(root, library, in_order(diagnostics), len(entries), read)


def _records(
    root: Path, entries: Sequence[Entry], known: Mapping[str, Record], knowledge: Reference, jobs: int
) -> tuple[dict[str, Record], int]:
    """Return the record of every entry, by path, and how many had to be read."""
    records = {
        entry.path: record
        for entry in entries
        if (record := known.get(entry.path)) is not None and record.stamp == entry.stamp
    }
    fresh = [entry for entry in entries if entry.path not in records]
    for index, record in pool.spread(lambda entry: _read(root, entry, knowledge), fresh, jobs, _CHUNK):
        records[fresh[index].path] = record
    return {entry.path: records[entry.path] for entry in entries}, len(fresh)


def _documents(records: Mapping[str, Record]) -> tuple[Document, ...]:
    return tuple(r.result for r in records.values() if isinstance(r.result, Document))


def _one(records: Mapping[str, Record], path: str, model: type[R]) -> R:
    """The record of the one file at ``path``; an empty one when it is absent or faulty."""
    record = records.get(path)
    return record.result if record is not None and isinstance(record.result, model) else model()


def _read(root: Path, entry: Entry, knowledge: Reference) -> Record:
    """Read one file, validate it, and run the rules that look at one file."""
    parts = entry.path.split("/")
    slug = parts[-1].rpartition(".")[0]
    place = _misplaced(parts, entry)
    if place:
        submission = Submission(entry.path, "", slug, faults=(place,))
        return Record(entry.stamp, None, tuple(look_at(submission)))
    if parts[0] == "content":
        if entry.path in _SINGLE:
            return _read_yaml(root, entry, _SINGLE[entry.path], slug, knowledge)
        return _read_document(root, entry, knowledge)
    model = PeriodicalMeta if slug == "periodical" else IssueMeta
    return _read_yaml(root, entry, model, parts[1], knowledge)


def _misplaced(parts: list[str], entry: Entry) -> Fault | None:
    if entry.outside:
        hint = "请把文件本身放进仓库，不要放链接"
        return Fault("unreadable", 1, 1, "这是指向仓库之外（或失效）的符号链接", hint)
    folders = "、".join(content_types())
    if entry.path in _SINGLE:
        return None
    if parts[0] == "content" and (len(parts) != 3 or parts[1] not in content_types()):
        hint = f"稿件放在 content/<类型>/ 下，类型有：{folders}"
        return Fault("place", 1, 1, "文件不在任何一种稿件的文件夹里，不会发布", hint)
    if parts[0] == "content" and not parts[-1].endswith(".md"):
        return Fault("place", 1, 1, "稿件的扩展名不是 .md，不会发布", "请把扩展名改成小写的 .md")
    if parts[0] == "bulletins" and (len(parts) != 3 or not parts[-1].endswith(".yml")):
        hint = "写成 bulletins/<刊物>/periodical.yml 或 bulletins/<刊物>/2026-01.yml"
        return Fault("place", 1, 1, "期刊文件的位置或扩展名不对，不会编印", hint)
    return None


def submit(path: str, source: manuscript.Manuscript, knowledge: Reference) -> Submission:
    """What the rules are given of the document ``content/<type>/<slug>.md`` that reads ``source``."""
    _, type_, name = path.split("/")
    meta: Meta | None = None
    problems: tuple[KeyProblem, ...] = ()
    shape = None
    if not source.faults:
        model: Any = content_types()[type_].model
        meta, problems = validate(model, source.front.values)
        shape = outline(source.body, source.body_line)
    words = cache(lambda: prose(source.body, shape.verbatim) if shape else "")
    read = cache(lambda: reading(source.text, words()))
    return Submission(
        path=path,
        type=type_,
        slug=name.rpartition(".")[0],
        text=source.text,
        body=source.body,
        body_line=source.body_line,
        values=source.front.values,
        faults=source.faults,
        problems=problems,
        meta=meta,
        outline=shape or Outline(),
        prose=words,
        reading=read,
        quoted=cache(lambda: Quotations(read())),
        reference=knowledge,
    )


def _read_document(root: Path, entry: Entry, knowledge: Reference) -> Record:
    source = manuscript.read(root / entry.path)
    submission = submit(entry.path, source, knowledge)
    findings = tuple(look_at(submission))
    document = None
    if submission.meta is not None:
        shape = submission.outline
        law = pack(source.body) if submission.type in _LAWS else b""
        document = Document(
            path=entry.path,
            type=submission.type,
            id=submission.meta.id or submission.slug,
            digest=source.digest,
            meta=submission.meta,
            links=shape.links,
            images=shape.images,
            excerpt=shape.excerpt,
            periodical_words=said.periodical_words(submission),
            citations=said.citations(submission, own_law=law != b""),
            law=law,
            heads=said.heads(submission),
            adopted=said.adopted(submission),
        )
    return Record(entry.stamp, document, findings, _allowances(submission, source.front))


def _allowances(submission: Submission, front: yaml.Mapping) -> tuple[Allowance, ...]:
    """What a document allows: for the whole of it by its keys, for a paragraph by a comment."""
    if submission.meta is None or ("允许" not in submission.body and not submission.meta.allow):
        return ()
    whole = (1, submission.text.count("\n") + 1)
    by_key = (
        Allowance(a.code, a.reason, *whole, front.place(("allow", index, "code")))
        for index, a in enumerate(submission.meta.allow)
    )
    return (*by_key, *allowances(submission.body, submission.body_line))


def _read_yaml(root: Path, entry: Entry, model: Any, name: str, knowledge: Reference) -> Record:
    """Read a periodical, an issue or the roster; ``name`` is what hints call it by."""
    raw = text.read(root / entry.path)
    front = yaml.Mapping({}) if raw.fault else yaml.parse(raw.text)
    faults = (raw.fault,) if raw.fault else front.faults
    meta, problems = (None, ()) if faults else validate(model, front.values)
    submission = Submission(
        entry.path,
        "",
        name,
        raw.text,
        values=front.values,
        faults=faults,
        problems=problems,
        reference=knowledge,
    )
    findings = tuple(look_at(submission))
    if meta is None:
        return Record(entry.stamp, None, findings)
    if model is PeriodicalMeta:
        return Record(entry.stamp, Periodical(entry.path, name, raw.digest, meta), findings)
    if model is IssueMeta:
        return Record(entry.stamp, (meta, raw.digest), findings)
    return Record(entry.stamp, meta, findings)


def _issues(
    records: dict[str, Record],
) -> tuple[tuple[Periodical, ...], tuple[Issue, ...], list[Coded]]:
    """Join issues with their periodicals; an issue whose periodical is absent is a finding."""
    periodicals = {r.result.id: r.result for r in records.values() if isinstance(r.result, Periodical)}
    issues: list[Issue] = []
    orphans: list[Coded] = []
    for path, record in records.items():
        if not isinstance(record.result, tuple):
            continue
        _, folder_name, name = path.split("/")
        periodical = periodicals.get(folder_name)
        if periodical is not None:
            meta, digest = record.result
            issues.append(Issue(path, name.removesuffix(".yml"), digest, periodical, meta))
        elif f"bulletins/{folder_name}/periodical.yml" not in records:
            hint = f"请补上 bulletins/{folder_name}/periodical.yml，写 title 和 kind"
            orphans.append(("M007", Finding(path, (1, 1), "刊物没有 periodical.yml", hint)))
    return tuple(periodicals.values()), tuple(issues), orphans


def _assets(
    root: Path,
    documents: Iterable[Document],
    known: Assets,
    jobs: int,
) -> Assets:
    """Look at every image the documents name."""
    names: dict[str, None] = {}
    for document in documents:
        targets = [image.target for image in document.images]
        for target in (*targets, document.cover) if document.cover else targets:
            path = beside(document.path, target)
            if path:
                names[path] = None
    found: Assets = {}
    fresh: list[tuple[str, Stamp | None]] = []
    for name in sorted(names):
        try:
            stamp = folder.stamp(os.stat(root / name))
        except OSError:
            stamp = None
        if stamp is not None and name in known and known[name][0] == stamp:
            found[name] = known[name]
        else:
            fresh.append((name, stamp))
    for index, asset in pool.spread(lambda item: images.inspect(root, item[0]), fresh, jobs, 4):
        name, stamp = fresh[index]
        found[name] = (stamp, asset)
    return found


def _attachments(root: Path, documents: Iterable[Document], known: Attachments) -> Attachments:
    """Look at every other file the keys of documents name."""
    names: dict[str, None] = {}
    for document in documents:
        for _, target in document.meta.files():
            path = beside(document.path, target)
            if path:
                names[path] = None
    found: Attachments = {}
    for name in sorted(names):
        try:
            stamp = folder.stamp(os.stat(root / name))
        except OSError:
            stamp = None
        if stamp is not None and name in known and known[name][0] == stamp:
            found[name] = known[name]
        else:
            found[name] = (stamp, attachments.inspect(root, name))
    return found


def locate(root: Path, findings: Iterable[Coded]) -> list[Diagnostic]:
    """Give every finding its line and column, reading again the few files that need it."""
    by_code = {rule.code: rule for rule in rules()}
    fronts: dict[str, yaml.Mapping] = {}
    located = []
    for code, finding in findings:
        line, column = _place(root, finding, fronts)
        location = Location(finding.path, line, column)
        severity = by_code[code].severity
        # Reports are read by others: whatever a rule quotes, no number of a person stands in them.
        words = (masked(finding.message), masked(finding.hint), finding.span, finding.fix)
        located.append(Diagnostic(code, severity, location, *words))
    return located


def _place(root: Path, finding: Finding, fronts: dict[str, yaml.Mapping]) -> tuple[int, int]:
    kind, *path = finding.at
    if isinstance(kind, int):
        return kind, int(path[0])
    if finding.path not in fronts:
        if finding.path.endswith(".md"):
            fronts[finding.path] = manuscript.read(root / finding.path).front
        else:
            fronts[finding.path] = yaml.parse(text.read(root / finding.path).text)
    front = fronts[finding.path]
    key = tuple(path)
    if kind == "key" and key in front.keys:
        return front.keys[key]
    return front.place(key)
