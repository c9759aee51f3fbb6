"""Strings made to wear rules out: runs of whatever a pattern may begin with and never get done with."""

import random
import re
from collections.abc import Iterator

from press.rules import rules

_HAN = "会议审议通过了关于工作情况的报告并就有关问题作出决定"
_UNITS = (
    *"，。、；：！？…—“”‘’《》〈〉（）〔〕【】,.;:!?()[]-~_*#|>`\"' \t\u3000０Ａａ０．",
    *"0Ｏ一十百零〇第条章年月日的等约近个号",
    "一、",
    "（一）",
    "1.",
    "1,",
    "1-",
    "10%",
    "第一条",
    "第一条 ",
    "《甲",
    "《甲》",
    "“甲",
    "“甲”、",
    "“甲》",
    "[甲](",
    "**",
    "|甲",
    "2026年",
    "3月5日至",
    "13800000000",
    "6222",
    "4101",
    "县人大",
    "第十七届",
    "人民代表大会",
    "习近平新时代",
    "以下简称“",
    "附件1：",
    "1\n",
    "甲\n",
    "一、甲。\n\n",
    "\u200b",
    "\u202e",
    "\u0f0b",
    "e\u0301",
    "\U0001f468\u200d",
    "\U00020bb7",
)


def strings(length: int) -> Iterator[tuple[str, str]]:
    """Yield (name, text of about ``length`` characters)."""
    random_ = random.Random(0)
    yield "no punctuation", "".join(random_.choices(_HAN, k=length))
    yield "only punctuation", "".join(random_.choices("，。、；：！？“”‘’（）《》—…", k=length))
    yield "anything", "".join(random_.choices("".join(_UNITS) + _HAN, k=length))
    # One for each rule: a rule may name hundreds that differ in a digit.
    literals = {rule.needs[-1] for rule in rules() if rule.needs and rule.needs[-1].strip()}
    units = dict.fromkeys([*_UNITS, *sorted(literals)])
    for unit in units:
        yield f"{unit!r} again and again", unit * (length // len(unit))
    for unit in sorted(literals):
        between = f"{unit}会议"
        yield f"{between!r} again and again", between * (length // len(between))


def document(text: str) -> str:
    """The text of a file whose body is ``text``."""
    body = re.sub(r"^---", " ---", text, flags=re.M)
    return f"---\ntitle: 题目\ndate: 2026-03-06\nstatus: published\n---\n\n{body}\n"
