"""会议届次的写法不规范。

Sessions have a whole name (禾阳县第十七届人民代表大会第一次会议) and a short one (县十七届人大一次会议);
the two
are not mixed. In the short name the congress's term stands before 人大, the political conference's
after 政协; a session of the standing committee keeps its 第 (县十七届人大常委会第四次会议). Terms and
sessions are counted in Chinese numerals.

Source: 人大公报和新华社对会议名称的通行写法
Bad: ``县十七届人大常委会四次会议`` · ``县人大十七届四次会议`` · ``县十届政协三次会议`` ·
    ``禾阳县第17届人民代表大会`` · ``第十九届六中全会`` · ``县第十七届人民代表大会四次会议``
Good: ``县十七届人大常委会第四次会议`` · ``县十七届人大四次会议`` · ``县政协十届三次会议`` ·
    ``十九届六中全会`` · ``禾阳县第十七届人民代表大会第四次会议`` · ``第十三届全国人民代表大会第一次会议`` ·
    ``县第十五届党代会``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import NUMBER, Wording, Wordings

_TERM = f"第?{NUMBER}"
_STANDING = "常委会的会议带“第”：写作“县十七届人大常委会第四次会议”"
_WHOLE = "全称每处都带“第”：写作“县第十七届人民代表大会第四次会议”；简称写作“县十七届人大四次会议”"
_CONGRESS = "届次写在“人大”前面：简称写作“县十七届人大四次会议”“县十七届人大常委会第四次会议”"
_CONFERENCE = "政协的届次写在“政协”后面：写作“县政协十届三次会议”"
_COMMITTEE = "写作“政协禾阳县第十届委员会第三次会议”，简称“县政协十届三次会议”"
_HAN = "届次用汉字：写作“第十七届”“第四次会议”“党的二十大”"
_MISSING = "“{}”少了“第”字"
_PLACE = "“{}”的届次写错了位置"

TABLE = Wordings(
    Wording(f"政协第{NUMBER}届第{NUMBER}次(?:全体)?会议", _COMMITTEE, "“{}”少了“委员会”"),
    Wording(f"届委员会{NUMBER}次会议", _COMMITTEE, _MISSING, lead=f"第{NUMBER}"),
    Wording("人大常委会[0-9０-９]{1,3}次会议", _STANDING, _MISSING),
    *(
        Wording(meeting, _STANDING, "“{}”不是会议的名称", lead=f"人大第?(?:{NUMBER}|[0-9]{{1,3}})")
        for meeting in ("次常委会会议", "次常委会议")
    ),
    *(
        Wording(f"界{what}", "“界”应为“届”", "“{}”用错了字", lead=_TERM)
        for what in ("人大", "全国人大", "人民代表大会", "全国人民代表大会", "全国代表大会", "政协", "委员会")
    ),
    Wording(f"届人大常委会{NUMBER}次", _STANDING, _MISSING, lead=_TERM),
    Wording(f"届人民代表大会常务委员会{NUMBER}次", _STANDING, _MISSING, lead=_TERM),
    Wording(f"届人民代表大会{NUMBER}次会议", _WHOLE, _MISSING, lead=_TERM),
    Wording(f"人大第?{NUMBER}届常委会", _CONGRESS, _PLACE),
    Wording(f"人大第?{NUMBER}届第?{NUMBER}次(?:全体)?会议", _CONGRESS, _PLACE),
    Wording(f"人大常委会第?{NUMBER}届第?{NUMBER}次(?:全体)?会议", _CONGRESS, _PLACE),
    Wording(
        f"政协第?{NUMBER}次(?:全体)?会议",
        _CONFERENCE,
        _PLACE,
        lead=f"{_TERM}届[省市县区旗州]?",
    ),
    *(
        Wording(
            meeting,
            "全称两处都带“第”，简称两处都不带：写作“县政协十届三次会议”或“政协禾阳县第十届委员会第三次会议”",
            "“{}”把全称和简称混在一起",
            lead=f"第{NUMBER}届{NUMBER}",
        )
        for meeting in ("次会议(?!室)", "次全体会议")
    ),
    Wording(
        "中全会",
        "写作“十九届六中全会”，全称是“第十九届中央委员会第六次全体会议”",
        "“{}”多了“第”字",
        lead=f"第{NUMBER}届{NUMBER}",
    ),
    *(
        Wording(
            f"次{meeting}", "写作“县十七届人大四次会议”", "“{}”不是会议的名称", lead=f"{_TERM}届第?{NUMBER}"
        )
        for meeting in ("人代会", "人大会")
    ),
    Wording(
        f"人大常委会第{NUMBER}次常委会",
        "写作“人大常委会第四次会议”；会议由主任召集的是“主任会议”",
        "“{}”不是会议的名称",
    ),
    *(
        Wording(f"届{organ}", _HAN, "“{}”的届次用了阿拉伯数字", lead="第?[0-9０-９]{1,2}")
        for organ in (
            "人大",
            "全国人大",
            "人民代表大会",
            "全国人民代表大会",
            "全国政协",
            "政协",
            "中央委员会",
        )
    ),
    *(
        Wording(f"{organ}第[0-9０-９]{{1,3}}次会议", _HAN, "“{}”的次数用了阿拉伯数字")
        for organ in ("人大常委会", "常务委员会", "人民代表大会")
    ),
    Wording("党的[0-9０-９]{2}大(?![专类项个])", _HAN, "“{}”用了阿拉伯数字"),
    Wording("党的[0-9０-９]{2}届", _HAN, "“{}”的届次用了阿拉伯数字"),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each session that is named another way."""
    yield from TABLE.findings(submission)


RULE = Rule("T048", "会议届次的写法不规范", submission=check, severity=Severity.WARNING)
