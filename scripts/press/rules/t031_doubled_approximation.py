"""约数的说法重复或矛盾。

About a number one word is enough: 约 and 左右, 近 and 余, 超过 and 以上 say the same; 最多 and 以上,
约 and 以上 contradict each other. 约 and 近 at the end of another word (节约, 附近) are none.

Source: 现代汉语词典“约”“左右”“以上”条
Bad: ``约30%左右`` · ``近百余人`` · ``超过七日以上`` · ``最多五人以上`` · ``超过20余人`` · ``约30%以上`` ·
    ``约150多万亩`` · ``不超过三天以下``
Good: ``约30%`` · ``近10余年来`` · ``节约30万元左右`` · ``附近20米左右`` · ``至少三人`` · ``约三人，五日以上``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_NUMBER = r"(?:[0-9][0-9,.]{0,15}|(?:百分之)?[一二三四五六七八九十百千万亿两数几]{1,8})[万亿千百]{0,2}"
_UNIT = r"[^的和或及且并、，。；：（）！？\s]{0,5}"
_FIGURE = "[0-9一二三四五六七八九十百千万亿]"
_NO_LASTING = r"(?![年天月日载]|个[月世]|种语|[^，。；、\n]{0,5}左右)"
_SIZE = r"[^的和或及且并级处科厅局部、，。；：（）！？\s]{0,5}"
_NOUNS = "节契预条合公相签特履制邀誓盟违缔隐简附最临靠邻就贴远亲逼集要"
_ABOUT = rf"(?:大约|大概|大致|约莫|约(?<![{_NOUNS}]约)|近(?<![{_NOUNS}]近))(?:为|有|在)?"
_MORE = "(?:超过|超出|逾|多于|高于|至少|最少|不少于|不低于|最多|至多)了?"
_LESS = "(?:至多|最多|不超过|不高于|不多于|不满|不足|低于|少于|不到)了?"
_PAST = "(?:超过|超出|逾|不到|不足)了?"
_ONE = "[%％人名户元件岁年天亩斤吨个次倍米里]{0,2}"
_PAIRS = tuple(
    (lazy(end), tuple(lazy(rf"{front}\Z") for front in fronts))
    for end, *fronts in (
        ("左右(?![两侧岸邻手翼开摇为逢])", rf"{_ABOUT}{_NUMBER}[余多]?{_UNIT}"),
        (rf"余(?<={_FIGURE}余){_NO_LASTING}", _ABOUT + _NUMBER, _PAST + _NUMBER),
        (rf"多(?<={_FIGURE}多){_NO_LASTING}", _ABOUT + _NUMBER, _PAST + _NUMBER),
        (
            "以上(?<!级以上)(?!各级|人大|政府)",
            rf"{_MORE}{_NUMBER}[余多]?{_SIZE}",
            rf"{_ABOUT}{_NUMBER}[余多]?{_ONE}",
        ),
        ("以下(?![列简称统内几方各人])", rf"{_LESS}{_NUMBER}[余多]?{_UNIT}"),
    )
)
_FAR = 30


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each number with two such words."""
    text = submission.reading()
    for pattern, fronts in _PAIRS:
        for match in pattern.finditer(text) if pattern.pattern[0] in text else ():
            before = text[max(0, match.start() - _FAR) : match.start()]
            first = next((found for front in fronts if (found := front.search(before))), None)
            if first and match.start() not in submission.quoted():
                said = first[0] + match[0]
                message = f"“{said}”的约数说法重复或矛盾"
                hint = f"前面的词和后面的“{match[0]}”请只留一个"
                yield submission.finding(match.end() - len(said), match.end(), message, hint)


RULE = Rule(
    "T031",
    "约数的说法重复或矛盾",
    submission=check,
    needs=("左右", "以上", "以下", "余", "多"),
    severity=Severity.WARNING,
)
