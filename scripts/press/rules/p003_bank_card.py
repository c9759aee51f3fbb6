"""出现了银行卡号。

A card number whose check digit holds (Luhn): of China UnionPay (62…), with 16 or 19 digits, also in groups
of four; others (3…, 4…, 5…, 9558…) where the text speaks of a card or an account. It may stand anywhere in
the file or in its name, and can never be allowed; an account that the office itself has published is listed
under ``public`` in ``content/words.yml``. Order, file and credit numbers are none; a masked one may be
printed.

Source: 《中华人民共和国个人信息保护法》第二十八条（金融账户）；GB/T 15694.1 发卡机构标识与校验位
Bad: ``6222000000000009`` · ``卡号：6222 0000 0000 0009`` · ``开户行账号6222000000000000004``
  · ``信用卡号4000000000000002``
Good: ``6222********0009`` · ``6222000000000008`` · ``订单号6222000000000009`` · ``编号4000000000000002``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.markup.numbers import Kind
from press.model.submission import Submission
from press.rules import Rule
from press.rules._personal import PUBLIC, findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each card number."""
    hint = f"请删去，或只留前四位和后四位、中间写*；{PUBLIC}"
    yield from findings(submission, Kind.CARD, hint)


RULE = Rule("P003", "出现了银行卡号", submission=check)
