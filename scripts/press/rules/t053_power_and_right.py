"""权力与权利、法治与法制用错。

An organ has power (权力), a citizen rights (权利). The state is governed by law (法治国家), and laws are
made (制定), not drafted (制订).

Source: 《中华人民共和国宪法》第二条、第三条、第五条；《中华人民共和国立法法》
Bad: ``国家权利机关`` · ``国家的一切权利属于人民`` · ``尊重代表的选举权力`` · ``公民的基本权力`` ·
    ``建设法制政府`` · ``依法制国`` · ``县人大法治委员会`` · ``根据有关法律，制订本办法`` · ``权利运行监督``
Good: ``国家权力机关`` · ``一切权力属于人民`` · ``选举权利`` · ``公民的基本权利`` · ``建设法治政府`` ·
    ``社会主义法制`` · ``县人大法制委员会`` · ``制定本办法`` · ``制订计划`` · ``监督权力运行``
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_POWER = "机关的是“权力”，公民和代表的是“权利”"
_WORD = "“{}”用错了词"
_LAW = "写作“法治”：法治国家、法治政府、法治社会"
_LEGISLATION = datetime.date(2000, 7, 1)
_PARTS = datetime.date(2014, 11, 1)

TABLE = Wordings(
    *(
        Wording(words, f"应为“{right}”；{_POWER}", _WORD, before=before)
        for words, right, before in (
            ("国家权利机关", "国家权力机关", ""),
            ("最高权利机关", "最高权力机关", ""),
            ("权利机关(?=的?(?:监督|工作|行使|地位|作用))", "权力机关", "(?:^|[^侵犯害行使])"),
            ("一切权利属于人民", "一切权力属于人民", ""),
            ("一切权利都?来自人民", "一切权力来自人民", ""),
            ("行使国家权利", "行使国家权力", ""),
            ("公民的?(?:基本|合法|民主|政治)?权力", "公民权利", ""),
            ("民主权力", "民主权利", ""),
            ("选举权力", "选举权利", ""),
            ("政治权力(?=终身|[一二三四五1-5]年)", "政治权利", "剥夺"),
            ("合法权力和利益", "合法权利和利益", ""),
            ("权力和义务", "权利和义务", ""),
            ("权力与义务", "权利与义务", ""),
            ("权力义务", "权利义务", ""),
            ("享有的?权力", "权利", "(?:公民|代表|选民|人人|群众|村民)[^，。；：\\n]{0,10}"),
            ("行使监督权利", "行使监督权", ""),
            ("权利寻租", "权力寻租", ""),
            ("权利运行", "权力运行", ""),
            ("公权利", "公权力", ""),
            ("把权利关进", "把权力关进", ""),
            ("以权利谋私", "以权谋私", ""),
            ("审判权利", "审判权", ""),
            ("检察权利", "检察权", ""),
            ("立法权利", "立法权", ""),
            ("监督权利的?运行", "监督权力运行", ""),
        )
    ),
    Wording("法制政府", _LAW, _WORD, before="(?:^|[^立司])"),
    Wording("法制国家", _LAW, _WORD),
    Wording("法制社会(?!主义)", _LAW, _WORD),
    Wording("法制中国", _LAW, _WORD),
    Wording("法制思维", _LAW, _WORD, since=_PARTS),
    Wording("法制化营商环境", _LAW, _WORD, since=_PARTS),
    Wording("法制化、(?:国际|便利|市场)化", _LAW, _WORD, since=_PARTS),
    Wording("依法制[国县市省区](?![家定])", "应为“依法治国”“依法治县”", _WORD),
    Wording("以法治国", "应为“依法治国”", _WORD, quotable=True, before="(?:^|[^可得])"),
    *(
        Wording(f"{organ}法治(?:工作)?委员会", "人大的是“法制委员会”“法制工作委员会”", _WORD)
        for organ in ("人大", "人大常委会", "人民代表大会", "常务委员会")
    ),
    Wording("人大法治委", "人大的是“法制委”", _WORD),
    *(
        Wording(
            f"制订本{what}",
            f"法律法规是“制定”：写作“制定本{what}”",
            _WORD,
            right=f"制定本{what}",
            since=_LEGISLATION,
        )
        for what in ("条例", "法", "办法", "规则", "规定", "决定", "实施细则")
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each of these words in the other's place."""
    yield from TABLE.findings(submission)


RULE = Rule("T053", "权力与权利、法治与法制用错", submission=check, severity=Severity.WARNING, fixes=True)
