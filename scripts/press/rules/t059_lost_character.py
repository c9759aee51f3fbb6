"""乱码或丢失的字。

A character was lost on the way: U+FFFD or what reading in a wrong encoding makes of text (锟斤拷), a
character of somebody's private use that no other machine has, or Word's word for a cross-reference that
leads nowhere.

Source: GB 18030—2022 信息技术 中文编码字符集；GB/T 9704—2012 党政机关公文格式
Bad: ``审议\ufffd通过`` · ``锟斤拷`` · ``会议\ue5f9`` · ``错误！未找到引用源。`` · ``人大浜轰唬浼氾紝`` ·
    ``ä¸\u00adå›½``
Good: ``审议通过`` · ``𠮷野家`` · ``□是 □否`` · ``错误！请重试。`` · ``锛子`` · ``café``
"""

from collections.abc import Iterator

from press.diagnostics import Finding
from press.model.submission import Submission
from press.rules import Rule
from press.rules._characters import odd
from press.rules._slips import slips


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each lost character, and for each run of them."""
    text = submission.reading()
    last = -1
    lost = [at for at in odd(submission.text, "lost") if text[at] == submission.text[at]]
    for number, at in enumerate(lost):
        if at == last:
            last = at + 1
            continue
        last = at + 1
        end = at + 1
        for other in lost[number + 1 :]:
            if other != end:
                break
            end += 1
        yield submission.finding(at, end, _message(text[at]), "请对照原稿补上这里的字")
    for slip, start, end in slips(submission, "wreck"):
        if slip.wrong.startswith("错误"):
            words = ("Word 的交叉引用失效", "请对照原稿写出所引的内容")
        else:
            words = (f"“{slip.wrong}”是乱码", "请对照原稿改写")
        yield submission.finding(start, end, *words)


def _message(character: str) -> str:
    if character == "\ufffd":
        return "“�”表示这里丢了字"
    return f"这里的字（U+{ord(character):04X}）在自造字区，别的电脑显示不出来"


RULE = Rule("T059", "乱码或丢失的字", submission=check)
