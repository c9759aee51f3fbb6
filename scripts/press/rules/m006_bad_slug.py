"""文件名或编号不合规。

The slug (file name without ``.md``) and ``id`` become the permanent address: lower-case Latin
letters, digits and single hyphens, at most 80 characters, and neither ``page`` nor ``by``, below
which lists stand. Issues are named ``<year>-<nn>.yml``.

Source: 稿件文件的约定；RFC 3986（非保留字符）
Bad: ``人大会议.md`` · ``My News.md`` · ``a--b.md``
Good: ``2026-03-06-huiyi.md``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.document import is_slug
from press.model.submission import Submission
from press.rules import Rule


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for a slug or id that cannot be an address."""
    hint = "只用小写字母、数字和连字符，如 2026-03-06-huiyi；page 和 by 留给列表"
    what = "文件夹名" if submission.path.endswith("/periodical.yml") else "文件名"
    given = submission.values.get("id")
    if not is_slug(submission.slug):
        yield Finding(submission.path, (1, 1), f"{what} {submission.slug} 不能作网址", hint)
    if isinstance(given, str) and not is_slug(given):
        yield Finding(submission.path, ("value", "id"), f"编号 {given} 不能作网址", hint)


RULE = Rule("M006", "文件名或编号不合规", submission=check)
