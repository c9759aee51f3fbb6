"""``submission.json`` of a contribution, and whether it agrees with the files beside it."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from press.model.contribution import NAME, VERSION, Contribution
from press.model.meta import KeyProblem, validate
from press.source import text
from press.source.archive import Flaw

_ASK = "不能采用；请投稿人在网上投稿页面重新生成一次"


def described(data: bytes, name: str) -> Contribution | tuple[Flaw, ...]:
    """Read ``submission.json`` out of the file ``name``: nothing twice, nothing unknown."""
    where = f"{name} 里的 {NAME}"
    read = text.decode(data)
    if read.fault:
        return (Flaw(where, read.fault.message, _ASK),)
    try:
        values = json.loads(read.text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return (Flaw(where, "不是合格的 JSON", _ASK),)
    if not isinstance(values, dict) or values.get("format") != "press-submission":
        return (Flaw(where, "不是投稿页面生成的", _ASK),)
    version = values.get("version")
    if type(version) is not int or version != VERSION:
        words = f"版本是 {text.printable(str(version))[:20]}，这里只认版本 {VERSION}"
        return (Flaw(where, words, "多半是网站比本机的程序新：请更新 press"),)
    sent, problems = validate(Contribution, values)
    return sent or tuple(Flaw(where, _words(problem), _ASK) for problem in problems)


def unequal(sent: Contribution, files: dict[str, bytes], name: str) -> Iterator[Flaw]:
    """Yield where the list of files, what the text needs, and what is there do not agree."""
    listed = {file.path: file for file in sent.files}
    needed = {sent.manuscript, *(picture.file for picture in sent.pictures)}
    if len(listed) < len(sent.files) or len(needed) < len(sent.pictures) + 1:
        yield Flaw(f"{name} 里的 {NAME}", "同一个文件登记了两次", _ASK)
    for path in sorted(files.keys() | listed.keys() | needed):
        where = f"{name} 里的 {text.printable(path)[:80]}"
        if path not in listed:
            yield Flaw(where, "没有登记，来历不明" if path in files else "没有", _ASK)
        elif path not in files:
            yield Flaw(where, "登记了，但文件里没有", _ASK)
        elif path not in needed:
            yield Flaw(where, "登记了，但稿件用不到", _ASK)
        elif len(files[path]) != listed[path].size or _digest(files[path]) != listed[path].sha256:
            yield Flaw(where, "与登记的校验值不一致，可能已损坏或被改动", _ASK)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _words(problem: KeyProblem) -> str:
    key = ".".join(str(p + 1) if isinstance(p, int) else text.printable(p)[:40] for p in problem.path)
    if problem.kind == "missing":
        return f"缺少 {key}"
    return f"有不认识的 {key}" if problem.kind == "unknown" else f"{key} 不对：{problem.detail}"
