"""出现了身份证号码。

An identity number of eighteen characters whose region, day of birth and check character hold, wherever it
stands: in the text, in any key, in code, a comment, an address or a file's name, with full-width digits,
blanks or hyphens, and across the end of a line; one of fifteen digits where it is called one. The whole
repository is looked at, drafts and internal documents too, for it is shared. It can never be allowed.
A credit code, an order number or digits within a longer number are none; a masked one may be printed.

Source: 《中华人民共和国个人信息保护法》第二十八条、第二十九条；GB 11643—1999《公民身份号码》
Bad: ``居民身份证410000189901010010`` · ``（41000018990101007x）`` · ``４１００００１８９９０１０１００１０``
  · ``号码410000189901⏎010010`` · ``身份证号码：410000990101001`` · ``<!-- 410000-18990101-0010 -->``
Good: ``身份证4100**********0010`` · ``编号4100001899010100101`` · ``统一社会信用代码91410000MA00000001``
  · ``编号410000990101001``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.markup.numbers import Kind
from press.model.submission import Submission
from press.rules import Rule
from press.rules._personal import findings


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each identity number."""
    hint = "请删去，或写成前四位、十个*、后四位；稿件库里也不能留"
    yield from findings(submission, Kind.IDENTITY, hint)


RULE = Rule("P001", "出现了身份证号码", submission=check)
