"""固定政治用语搭配、次序或引号不对。

Set phrases have their verbs (增强“四个意识”、坚定“四个自信”、做到“两个维护”), their order, their
quotation marks and
nothing left out: a series that names two of its members does not skip the one between them.

Source: 党章和党的代表大会报告的表述
Bad: ``坚定“四个意识”`` · ``做到“四个自信”`` · ``坚定“四个自信”、增强“四个意识”`` ·
    ``深刻领悟“两个确立”的重大意义`` · ``做到两个维护`` · ``统筹推进“四个全面”战略布局`` ·
    ``协调、创新、绿色、开放、共享的发展理念`` · ``人民当家做主`` · ``邓小平理论、科学发展观`` ·
    ``“三个代表”思想`` · ``发展全过程民主``
Good: ``增强“四个意识”、坚定“四个自信”、做到“两个维护”`` · ``深刻领悟“两个确立”的决定性意义`` ·
    ``坚决拥护“两个确立”`` · ``统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局`` ·
    ``创新、协调、绿色、开放、共享`` · ``人民当家作主`` · ``邓小平理论、“三个代表”重要思想、科学发展观`` ·
    ``树牢“四个意识”`` · ``实行全过程民主监督``
"""

import datetime
from collections.abc import Iterator
from itertools import permutations

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_VERBS = "固定搭配是增强“四个意识”、坚定“四个自信”、做到“两个维护”"
_TWO = "固定搭配是深刻领悟“两个确立”的决定性意义，坚决拥护“两个确立”"
_LAYOUTS = "固定搭配是统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局"
_SERIES = (
    "依次是马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、"
    "习近平新时代中国特色社会主义思想"
)
_MARKS = "这类数字概括的提法带引号，如“四个意识”"
_WRONG = "“{}”搭配不对"
_ORDER = "“{}”的次序不对"
_SKIPS = "“{}”中间少了一项"
_SPOKEN = datetime.date(2010, 1, 1)
_XIX = datetime.date(2017, 10, 25)
_WHOLE_PROCESS = datetime.date(2021, 7, 1)
_IDEAS = ("创新", "协调", "绿色", "开放", "共享")
_PRINCIPLES = ("党的领导", "人民当家作主", "依法治国")

TABLE = Wordings(
    *(
        Wording(f"{verb}{mark}{thing}", hint, _WRONG)
        for mark in ("", "“", "‘")
        for verb, thing, hint in (
            ("坚定", "四个意识", _VERBS),
            ("做到", "四个意识", _VERBS),
            ("做到", "四个自信", _VERBS),
            ("践行", "四个自信", _VERBS),
            ("增强", "两个维护", _VERBS),
            ("坚定", "两个维护", _VERBS),
            ("树牢", "两个维护", _VERBS),
            ("做到", "两个确立", _TWO),
            ("增强", "两个确立", _TWO),
            ("坚定", "两个确立", _TWO),
            ("协调推进", "五位一体", _LAYOUTS),
            ("统筹推进", "四个全面", _LAYOUTS),
        )
    ),
    *(
        Wording(f"建国{when}", f"写作“新中国成立{when}”", "“{}”说得不准确", quotable=True, since=_SPOKEN)
        for when in ("以来", "以后", "初期", "之初")
    ),
    *(
        Wording(
            f"解放{when}",
            "写作“新中国成立前”“新中国成立后”",
            "“{}”说得不准确",
            before="(?:^|[\\s，。；：、（在于从自])",
            quotable=True,
            since=_SPOKEN,
        )
        for when in ("前(?!线|沿|夕|进)", "后(?!方|的)", "以前", "以后", "初期")
    ),
    Wording("五位一体[”’]?的?战略布局", _LAYOUTS, _WRONG, lead="[“‘]?"),
    Wording("四个全面[”’]?的?总体布局", _LAYOUTS, _WRONG, lead="[“‘]?"),
    Wording("两个确立[”’]?的?(?:重大|重要|深远|深刻|伟大)意义", _TWO, _WRONG, lead="[“‘]?"),
    Wording("两个确立[”’]?(?=[，。、；,;])", _TWO, "“{}”没有写完", lead="(?:领悟|领会|认识|把握)[“‘]?"),
    *(
        Wording(f"{verb}{thing}", _MARKS, "“{}”少了引号")
        for verb, thing in (
            ("增强", "四个意识"),
            ("树牢", "四个意识"),
            ("强化", "四个意识"),
            ("坚定", "四个自信"),
            ("增强", "四个自信"),
            ("做到", "两个维护"),
            ("践行", "两个维护"),
            ("领悟", "两个确立"),
            ("拥护", "两个确立"),
            ("捍卫", "两个确立"),
            ("推进", "五位一体"),
            ("推进", "四个全面"),
        )
    ),
    Wording("四个自信[”’]?[、，]?(?:牢固)?(?:增强|树牢)[“‘]?四个意识[”’]?", _VERBS, _ORDER, lead="坚定[“‘]?"),
    Wording(
        "两个维护[”’]?[、，]?(?:增强|树牢|坚定)[“‘]?四个(?:意识|自信)[”’]?", _VERBS, _ORDER, lead="做到[“‘]?"
    ),
    *(
        Wording("、".join(order), "依次是创新、协调、绿色、开放、共享", _ORDER, before="(?:^|[^、])")
        for order in permutations(_IDEAS)
        if order != _IDEAS
    ),
    *(
        Wording("、".join(order), f"依次是{'、'.join(_PRINCIPLES)}", _ORDER, before="(?:^|[^、])")
        for order in permutations(_PRINCIPLES)
        if order != _PRINCIPLES
    ),
    Wording("人民当家做主", "写作“人民当家作主”", "“{}”用错了字", quotable=True, right="人民当家作主"),
    Wording("邓小平理论(?:、|和)科学发展观", _SERIES, _SKIPS),
    Wording("邓小平理论(?:、|和)习近平", _SERIES, _SKIPS, since=_XIX),
    Wording("毛泽东思想(?:、|和)[“‘]?三个代表", _SERIES, _SKIPS),
    Wording("毛泽东思想(?:、|和)科学发展观", _SERIES, _SKIPS),
    Wording("三个代表[”’]?重要思想(?:、|和)习近平", _SERIES, _SKIPS, lead="[“‘]?", since=_XIX),
    Wording("马克思列宁主义、邓小平理论", _SERIES, _SKIPS),
    Wording("科学发展观、[“‘]?三个代表", _SERIES, _ORDER),
    Wording("三个代表[”’]?重要思想、邓小平理论", _SERIES, _ORDER, lead="[“‘]?"),
    Wording("邓小平理论、毛泽东思想", _SERIES, _ORDER),
    Wording("习近平新时代中国特色社会主义思想、科学发展观", _SERIES, _ORDER),
    Wording("三个代表[”’]?思想", "写作“三个代表”重要思想", "“{}”少了“重要”", lead="[“‘]?"),
    Wording("三个代表重要思想", "写作“三个代表”重要思想，引号里只有“三个代表”", "“{}”少了引号", lead="[“‘]?"),
    Wording(
        "全过程民主(?!监督|决策|管理|协商|选举|评议|测评)",
        "写作“全过程人民民主”",
        "“{}”少了“人民”",
        quotable=True,
        since=_WHOLE_PROCESS,
    ),
    Wording("以人民为中心发展思想", "写作“以人民为中心的发展思想”", "“{}”少了“的”"),
    Wording("人民为中心的发展思想", "写作“以人民为中心的发展思想”", "“{}”少了“以”", before="(?:^|[^以])"),
    Wording(
        "社会主义核心价值(?!观|体系|理念|的|和|、|追求|内容|取向|准则|导向|关|直)",
        "写作“社会主义核心价值观”",
        "“{}”没有写完",
    ),
    Wording("不忘初心[，、]?牢记使命[”’]?主题教育", "写作“不忘初心、牢记使命”主题教育", before="(?:^|[^“‘])"),
    Wording(
        "不忘初心，牢记使命[”’]主题教育", "写作“不忘初心、牢记使命”主题教育", "“{}”里应为顿号", lead="[“‘]"
    ),
    Wording(
        "邓小平理论、[“‘]?三个代表[”’]?重要思想、科学发展观为指导",
        "党的十九大以后还有习近平新时代中国特色社会主义思想",
        "指导思想“{}”没有写完",
        since=_XIX,
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each set phrase that is not as it is set."""
    yield from TABLE.findings(submission)


RULE = Rule(
    "T051", "固定政治用语搭配、次序或引号不对", submission=check, severity=Severity.WARNING, fixes=True
)
