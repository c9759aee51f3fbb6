"""出现了手机号码。

A mobile number (1, then 3 to 9, then nine digits), also with +86 or 0086 before it, with full-width digits
or hyphens, and with blanks where it is called a phone or fills a cell of a table. It may stand anywhere in
the file or in its name. It can never be allowed; numbers that the office has published as its own are
listed under ``public`` in ``content/words.yml``. Sums of money, codes, order numbers, addresses of web
pages and digits within a longer number are none; a masked one and a landline number may be printed.

Source: 《中华人民共和国个人信息保护法》第四条、第二十五条
Bad: ``联系人电话：13800000000`` · ``138-0000-0000`` · ``+86 13800000000`` · ``手机：138 0000 0000``
  · ``[电话](tel:13800000000)`` · ``１３８００００００００``
Good: ``138****0000`` · ``0000-0000000`` · ``共计13800000000元`` · ``订单编号13800000000``
  · ``编号413800000000123`` · ``https://a.example/13800000000.html``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.markup.numbers import Kind
from press.model.submission import Submission
from press.rules import Rule
from press.rules._personal import PUBLIC, findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each mobile number."""
    hint = f"请删去，或写成138****0000的样子，或改为单位的固定电话；{PUBLIC}"
    yield from findings(submission, Kind.MOBILE, hint)


RULE = Rule("P002", "出现了手机号码", submission=check)
