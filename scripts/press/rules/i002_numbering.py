"""期号重复或总期号不连续。

Within one periodical a year and number stand once; within a year numbers run on by one, and each
year begins with 1; the serial number 总期号 goes on by one from issue to issue, for ever, and dates
never step back. The file is named ``<year>-<nn>.yml``.

Source: GB/T 3179—2009 期刊编排格式（年、期号和总期号）
Bad: 两期都写 ``year: 2026`` 和 ``number: 1`` · 总期号 97 之后是 99
Good: 总期号 97、98、99 相连
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from press.diagnostics import Finding
from press.model.issue import Issue
from press.model.library import Library
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each issue that breaks the count of its periodical."""
    groups: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in library.issues:
        groups[issue.periodical.id].append(issue)
        expected = f"{issue.meta.year}-{issue.meta.number:02d}"
        if issue.name != expected:
            message = f"文件名与年份、期号不符（应为 {expected}.yml）"
            yield Finding(issue.path, ("value", "number"), message, "请改文件名或期号")
    for issues in groups.values():
        issues.sort(key=lambda issue: (issue.meta.year, issue.meta.number, issue.path))
        for before, issue in pairwise(issues):
            yield from _follow(before, issue)


def _follow(before: Issue, issue: Issue) -> Iterator[Finding]:
    if (before.meta.year, before.meta.number) == (issue.meta.year, issue.meta.number):
        message = f"{issue.label}与 {before.path} 重复"
        yield Finding(issue.path, ("value", "number"), message, "每年每期只有一份文件")
        return
    if issue.meta.serial != before.meta.serial + 1:
        message = f"总期号 {issue.meta.serial} 没有接着上一期的 {before.meta.serial}"
        hint = f"{before.path} 是总第 {before.meta.serial} 期，本期应为 {before.meta.serial + 1}"
        yield Finding(issue.path, ("value", "serial"), message, hint)
    following = ((before.meta.year, before.meta.number + 1), (before.meta.year + 1, 1))
    if (issue.meta.year, issue.meta.number) not in following:
        hint = f"{before.path} 是{before.label}，本期应接着它；若缺期，请补上"
        yield Finding(issue.path, ("value", "number"), f"期号不连续：{before.label}之后是{issue.label}", hint)
    if issue.date < before.date:
        hint = f"{before.path} 的日期是 {before.date}"
        yield Finding(issue.path, ("value", "date"), "出版日期早于上一期", hint)


RULE = Rule("I002", "期号重复或总期号不连续", library=check)
