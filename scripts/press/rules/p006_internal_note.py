"""公开的稿件带有内部标注。

A note that a paper must not leave the house (内部资料，注意保存; 仅供内部参考; 不得公开; 请勿外传; 会后收回;
依申请公开), on a line of its own or in brackets behind a title, in a document that is published and public.
Sentences that say what must not be published are none, and neither is the line of an internal
publication's imprint.

Source: 《中华人民共和国政府信息公开条例》；政府网站与政务新媒体检查指标
Bad: ``（仅供内部参考）`` · ``内部资料　注意保存`` · ``# 全县情况汇报（内部）`` · ``**此件不公开**``
  · ``（此件依申请公开）`` · ``会后收回``
Good: ``涉及国家秘密的，不得公开。`` · ``本资料仅供内部使用的规定已经取消。`` · ``内部资料，免费交流``
  · ``（此件公开发布）`` · ``- 仅供内部使用``
"""

import re
from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.meta import Status, Visibility
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_SIGNS = ("内部", "公开", "外传", "扩散", "收回", "即焚")
_NOTE = (
    "内部(?:资料|文件|材料|参考|传阅|使用|刊物|稿件?)|仅供内部(?:参考|使用|传阅|交流|学习|掌握)|仅限内部(?:使用|传阅)"
    "|(?:此件|本件|该件|本文|本稿|本材料|信息公开属性|公开属性|公开方式|属性)?[：:]?"
    "(?:不得|不宜|不予|不)公开(?:发表|发布|报道|刊登|引用)?"
    "|(?:此件|本件|该件|信息公开属性|公开属性|公开方式|属性)?[：:]?依申请公开"
    "|(?:请勿|严禁|不得|禁止|切勿)(?:外传|扩散|上网|外泄)|(?:会后|阅后|用后)(?:收回|即焚|销毁|退还)"
)
_LINE = lazy(rf"(?:{_NOTE}|注意保[存密]|妥善保管|[，,、；;！!\s\u3000])+")
_BEHIND = lazy(
    r"[（(【\[](?:内部(?:资料|文件|材料|稿|讨论稿|参考|掌握|使用|传阅)?|仅供内部[^（）()\n]{2,4}"
    r"|不(?:得|宜|予)?公开)[）)】\]]\s*[\"']?\Z"
)
_AROUND = " \t\u3000#>*_（）()【】[]！!。\"'"
_SHORT = 40
_TITLE = 160
_HEAD = lazy(r"[ \t]*(?:#{1,6}[ \t]|(?:title|subtitle):)")


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each line that is such a note, or a title that ends with one."""
    meta = submission.meta
    if meta is None or meta.status is not Status.PUBLISHED or meta.visibility is not Visibility.PUBLIC:
        return
    text = submission.text
    for start, stop in sorted({line for sign in _SIGNS for line in _lines(text, sign)}):
        line = text[start:stop]
        bare = line.strip(_AROUND)
        behind = _BEHIND.search(line) if _HEAD.match(line) else None
        if behind is not None:
            yield _finding(submission, start + behind.start(), start + len(line.rstrip()), behind[0].strip())
        elif len(bare) <= _SHORT and _LINE.fullmatch(bare) and not _only_care(bare):
            at = start + line.index(bare)
            yield _finding(submission, at, at + len(bare), bare)


def _lines(text: str, sign: str) -> Iterator[tuple[int, int]]:
    """The lines of no more than a title's length that hold ``sign``."""
    at = text.find(sign)
    while at >= 0:
        start = text.rfind("\n", max(0, at - _TITLE), at) + 1
        stop = text.find("\n", at, at + _TITLE)
        if (start or at < _TITLE) and (stop >= 0 or len(text) - at <= _TITLE):
            yield start, stop if stop >= 0 else len(text)
        at = text.find(sign, stop if stop >= 0 else at + _TITLE)


def _only_care(bare: str) -> bool:
    """注意保存 or 妥善保管 alone says nothing."""
    return not re.search(_NOTE, bare)


def _finding(submission: Submission, start: int, end: int, words: str) -> Finding:
    hint = "请核对这篇稿件能不能公开：能，删去标注；不能，改为 visibility: internal 或撤下"
    return submission.finding(start, end, f"公开的稿件带有内部标注“{words}”", hint)


RULE = Rule(
    "P006",
    "公开的稿件带有内部标注",
    submission=check,
    needs=_SIGNS,
)
