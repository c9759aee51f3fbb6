"""机关全称与简称混用。

An organ has a whole name (全国人民代表大会常务委员会) and a short one (全国人大常委会); half of one and
half of the
other is neither. The political conference is a 会议 with committees, not a 委员会.

Source: 《中华人民共和国宪法》；《中国人民政治协商会议章程》
Bad: ``全国人大常务委员会`` · ``县人民代表大会常委会`` · ``全国人大委员长`` · ``中国人民政治协商委员会`` ·
    ``县监委会主任``
Good: ``全国人大常委会`` · ``全国人民代表大会常务委员会`` · ``县人大常委会`` · ``全国人大常委会委员长`` ·
    ``县监委主任`` · ``中国人民政治协商会议禾阳县委员会``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import BEFORE_NOW, Wording, Wordings

_WHOLE = "全称“人民代表大会常务委员会”，简称“人大常委会”"
_MIXED = "“{}”一半全称一半简称"

TABLE = Wordings(
    Wording("人大常务委员会", _WHOLE, _MIXED),
    Wording("人民代表大会常委会", _WHOLE, _MIXED),
    Wording("全国人大委员长", "写作“全国人大常委会委员长”", "“{}”少了“常委会”"),
    Wording("全国人大副委员长", "写作“全国人大常委会副委员长”", "“{}”少了“常委会”"),
    Wording("政治协商委员会", "写作“中国人民政治协商会议……委员会”，简称“政协”", "机关名称“{}”不对"),
    Wording(
        "监委会(?=主任|副主任|委员|工作)",
        "简称“监委”，全称“监察委员会”",
        "“{}”不是监察委员会的简称",
        lead="[省市县区]",
    ),
    Wording("人民监察委员会", "写作“监察委员会”，没有“人民”", "机关名称“{}”不对", unless=BEFORE_NOW),
    Wording("中国人民政协会议", "写作“中国人民政治协商会议”，简称“人民政协”", _MIXED),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each name that is neither whole nor short."""
    yield from TABLE.findings(submission)


RULE = Rule("T071", "机关全称与简称混用", submission=check, severity=Severity.WARNING)
