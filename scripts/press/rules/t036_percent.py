"""百分数的说法不对。

What a share has grown by is so many 百分点; 5%百分点 and 5个百分比 are neither. A decrease told with a minus
sign is an increase; nothing falls by more than 100% (but a profit may), and no rate of heads or cases is
above 100%.

Source: 现代汉语词典“百分点”“百分比”条；国家统计局关于百分点的解释
Bad: ``提高了5%百分点`` · ``提高5个百分比`` · ``提高2.5百分点`` · ``下降-3.5%`` · ``事故下降120%`` ·
    ``满意率达102%`` · ``提高5个百分，达到`` · ``占比百分之5%``
Good: ``提高5个百分点`` · ``增长-3.5%`` · ``净利润下降120%`` · ``满意率达100%`` · ``完成计划的120%`` ·
    ``下降5%—8%`` · ``百分之五``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._lazy import lazy

_DOWN = "(?:下降|降低|减少|下滑|回落|缩减|压减|下跌)"
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_HAN = "[一二三四五六七八九十零点两]"
_POINTS = lazy(
    r"百分(?:点(?:(?<=[0-9%％‰]百分点)|(?<=[%％‰]个百分点))|比(?<=[0-9一二三四五六七八九十]个百分比)(?!例)"
    r"|(?<=[0-9一二三四五六七八九十]个百分)(?=[，。；、）]))"
)
_DOUBLED = lazy(rf"百分之(?:[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?|{_HAN}{{1,8}})(?:[%％‰]|个?百分点)")
_PERCENT = (lazy("%(?<=[0-9]%)"), lazy("％(?<=[0-9]％)"))
_BELOW = lazy(rf"{_DOWN}了?[-−－负]{_NUMBER}\Z")
_OVER = lazy(rf"(?:{_DOWN}|降幅)(?:了|为|达|达到)?(?:近|约|超过)?([1-9][0-9]{{2,3}}(?:\.[0-9]{{1,3}})?)\Z")
_RATE = lazy(
    r"((?:满意|出席|出勤|到会|覆盖|办结|办复|答复|回复|见面|合格|及格|优秀|达标|通过|支持|赞成|得票|投票|参选|解决|化解"
    r"|落实|完好|绿化|知晓|参评|成活|开工|整改|面商|走访)率|满意度)(?:为|达|达到|超过|均达|提高到|提升到|提升至|提高至)?"
    r"([1-9][0-9]{2,3}(?:\.[0-9]{1,3})?)\Z"
)
_PROFIT = lazy("[利润盈亏损收益]|同比增速|净")
_PART = "0123456789.%％‰个一二三四五六七八九十"
_FAR = 22
_WHOLE = 100


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each share told in a wrong way."""
    text = submission.reading()
    for match in _POINTS.finditer(text):
        start, end = match.span()
        if start not in submission.quoted():
            before = text[max(0, start - 8) : start]
            start -= len(before) - len(before.rstrip(_PART))
            if match[0] == "百分点" and before[-1:].isdigit():
                message, right = f"“{text[start:end]}”少了“个”", "个百分点"
                yield submission.finding(
                    end - 3, end, message, f"写作“{text[start : end - 3]}个百分点”", right
                )
                continue
            hint = "两个百分数相差多少，写作“5个百分点”；按比例增减，写作“5%”"
            yield submission.finding(start, end, f"“{text[start:end]}”不成话", hint)
    for match in _DOUBLED.finditer(text):
        hint = "“百分之”和后面的“%”“百分点”只留一个"
        yield submission.finding(*match.span(), f"“{match[0]}”的百分号重复", hint)
    for pattern in _PERCENT:
        for match in pattern.finditer(text):
            yield from _share(submission, text, match.start())


def _share(submission: Submission, text: str, at: int) -> Iterator[Finding]:
    before = text[max(0, at - _FAR) : at]
    below, over, rate = _BELOW.search(before), _OVER.search(before), _RATE.search(before)
    if below:
        said, hint = below[0], "减少的数不带负号，如“下降3.5%”；带负号的写“增长-3.5%”"
        yield submission.finding(at - len(said), at + 1, f"“{said}%”：减少又写了负号", hint)
    elif over and float(over[1]) > _WHOLE and not _PROFIT.search(before):
        said = over[0]
        yield submission.finding(at - len(said), at + 1, f"“{said}%”：减少不会超过100%", "请核对数字")
    elif rate and float(rate[2]) > _WHOLE:
        said = rate[0]
        yield submission.finding(at - len(said), at + 1, f"“{said}%”：{rate[1]}不会超过100%", "请核对数字")


RULE = Rule(
    "T036",
    "百分数的说法不对",
    submission=check,
    needs=("%", "％", "百分"),
    severity=Severity.WARNING,
    fixes=True,
)
