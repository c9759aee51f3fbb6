"""预决算表的数对不上。

The rows of a budget or final-account table add up: 款 to their 类, and those to 合计, in every column
of amounts; shares are what their head says. A finding stands where the report names the file.

Source: 《中华人民共和国预算法》第四十六条（支出按功能分类编列到项）、第七十五条（决算草案数额准确）
Bad: 教育支出120，其中普通教育100、职业教育30
Good: 教育支出130，其中普通教育100、职业教育30
"""

from collections.abc import Iterator

from press.content_types.reports import Report
from press.diagnostics import Finding
from press.model.library import Library, beside
from press.record import tables
from press.rules import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for each table that cannot be read, and for each sum and share that is wrong."""
    for document in library.documents:
        if not isinstance(document.meta, Report):
            continue
        for index, table in enumerate(document.meta.tables):
            path = beside(document.path, table.file)
            found = library.attachments[path] if path else None
            if found is None or found.fault or not table.file.lower().endswith(".csv"):
                continue  # A003 has said so
            sheet, doubts = tables.read(found.rows)
            if sheet is not None:
                doubts = list(tables.check(sheet, found.rows))
            for doubt in doubts:
                message = f"{table.file} 第 {doubt.row} 行：{doubt.message}"
                yield Finding(document.path, ("value", "tables", index, "file"), message, doubt.hint)


RULE = Rule("N010", "预决算表的数对不上", library=check)
