"""人大工作用语不准确。

Deputies bring 议案 and 建议, members of the political conference 提案; the congress deliberates on the
government's work report (政府工作报告); a person is a 人大代表; the standing committee has 组成人员, its
head in a county is 主任, the head of a township's congress 主席; a county head is elected and never
appointed by the standing committee.

Source: 《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》；
    《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》
Bad: ``办理人大代表提案12件`` · ``办理政协委员议案`` · ``代表们审议政府报告`` · ``青屏镇人大主任`` ·
    ``县人大常委会委员长`` · ``任命尹海桐为禾阳县县长`` · ``罢免其代表资格``
Good: ``办理人大代表议案、建议12件`` · ``审议政府工作报告`` · ``青屏镇人大主席`` · ``街道人大工委主任`` ·
    ``向县政府报告`` · ``全国人大常委会委员长`` · ``任命陆望舒为禾阳县副县长`` · ``决定尹海桐为代理县长`` ·
    ``人民法院审理行政协议案件`` · ``终止其代表资格``
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_CHAIR = "乡、民族乡、镇的人民代表大会设主席、副主席；请写“主席”"
_SINCE_CHAIRS = datetime.date(1996, 1, 1)
_ELECTED = "由人民代表大会选举产生，不由常委会任命；空缺时常委会“决定……代理县长”"
_APPOINTED = "任命[^，。；：、\\n]{2,12}(?:为|担任)[^，。；：、\\n]{0,8}(?<![副代理])"

TABLE = Wordings(
    Wording(
        "人大代表提案(?![权人审])",
        "人大代表提出的是“议案”或“建议、批评和意见”；“提案”是政协委员的",
        "“{}”用错了词",
    ),
    Wording("人大提案(?![权人审])", "人大的是“议案”“建议”；“提案”是政协的", "“{}”用错了词"),
    Wording(
        "提案",
        "人大代表提出的是“议案”或“建议、批评和意见”；“提案”是政协委员的",
        "“{}”用错了词",
        lead="人大代表(?:们)?(?:共|联名)?(?:提出|提交)了?的?(?:[0-9]{1,4}[件个条])?",
    ),
    Wording(
        "议案",
        "政协委员提出的是“提案”",
        "“{}”用错了词",
        lead="政协委员(?:们)?(?:共|联名)?(?:提出|提交)了?的?(?:[0-9]{1,4}[件个条])?",
    ),
    Wording(
        "人民代表(?!大会|会|团|法庭)",
        "人称“人大代表”",
        "“{}”不是人大代表的称呼",
        lead="(?:[省市县区镇乡级]|全国)",
        quotable=True,
    ),
    Wording(
        "全国人大常委会副?主任(?!会议|委员|科员)", "全国人大常委会设委员长、副委员长", "“{}”没有这一职务"
    ),
    Wording("政协委员议案", "政协委员提出的是“提案”", "“{}”用错了词"),
    Wording(
        "政协议案(?!件)", "政协的是“提案”", "“{}”用错了词", before=r"(?:^|[^行])", unless="行政协议|协议案"
    ),
    *(
        Wording(f"政府报告(?!{rest})", "人民代表大会审议的是“政府工作报告”", "“{}”少了“工作”", lead=lead)
        for lead, rest in (("审议|审查|《|作了?|起草", "制度|[的有]关"),)
    ),
    Wording(
        "人民代表(?!大会)",
        "人称“人大代表”",
        "“{}”不是人大代表的称呼",
        lead="当选为?(?:[省市县区镇乡]|全国)?",
        quotable=True,
    ),
    Wording(
        "常委会(?:各位)?委员们", "常委会除委员外还有主任、副主任；请写“常委会组成人员”", "“{}”不包括全体"
    ),
    Wording("人大常委们", "请写“常委会组成人员”"),
    *(
        Wording(
            f"{organ}(?:副)?委员长",
            "只有全国人大常委会设委员长；地方人大常委会是“主任”“副主任”",
            "“{}”没有这一职务",
            lead="[省市县区州旗]",
        )
        for organ in ("人大常委会", "人民代表大会常务委员会")
    ),
    *(
        Wording(
            f"{organ}(?:副)?主任(?!科员|委员|助理)",
            _CHAIR,
            "“{}”没有这一职务",
            lead="[乡镇]",
            since=_SINCE_CHAIRS,
        )
        for organ in ("人大", "人大主席团", "人民代表大会")
    ),
    Wording(
        "人大主席团副?主席",
        "乡镇人大的主席、副主席不是主席团的职务；写作“人大主席”“人大副主席”",
        "“{}”没有这一职务",
        lead="[乡镇]",
        since=datetime.date(2015, 9, 1),
    ),
    Wording(
        "人大(?:副)?主任(?!科员|委员|助理|会议)",
        "人民代表大会不设主任，主任是常委会的；写作“人大常委会主任”",
        "“{}”少了“常委会”",
        lead="[省市县州旗]",
    ),
    Wording(
        "人大常委(?![会委员])",
        "写作“人大常委会委员”或“人大常委会组成人员”",
        "“{}”不是职务的名称",
        lead="[省市县州旗]",
    ),
    Wording(
        "代表团(?:分组)?讨论",
        "人大代表在代表团里“审议”，不是“讨论”",
        "“{}”用错了词",
        before=r"参加[^，。；：\n]{0,24}",
        unless="政协|审议|讨论会",
    ),
    Wording(
        "政府工作报告",
        "人大代表“审议”政府工作报告；“讨论”是政协委员的",
        "“{}”用错了词",
        lead="讨论(?:并|和)?(?:通过)?了?(?:[省市县区])?(?:人民)?[《“]?",
        before=r"代表[^，。；：\n]{0,12}",
        unless="政协|委员",
    ),
    Wording(
        "代表资格",
        "罢免的是代表“职务”；代表资格是“终止”",
        "“{}”用错了词",
        lead="罢免[^，。；：\\n]{0,10}",
        unless="职务",
    ),
    Wording("人大代表资格", "代表资格是“终止”", "“{}”用错了词", lead="取消[^，。；：\\n]{0,6}"),
    *(
        Wording(f"{office}(?!助理)", f"{office}{_ELECTED}", "“{}”与法律规定不符", lead=_APPOINTED)
        for office in (
            "县长",
            "县人大常委会主任",
            "县监察委员会主任",
            "县人民法院院长",
            "县人民检察院检察长",
        )
    ),
    Wording(
        "选举任命[^，。；：、\\n]{2,4}为", "“选举”和“任命”是两种程序，只写其中一种", "“{}”两种程序混在一起"
    ),
    *(
        Wording(
            words,
            "法律的提法是“建议、批评和意见”",
            "“{}”的次序与法律不同",
            before=r"代表(?:提出)?(?:的)?(?:各项)?",
        )
        for words in (
            "建议、意见和批评",
            "批评、意见和建议",
            "意见、批评和建议",
            "批评、建议和意见",
            "意见、建议和批评",
        )
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each inexact term."""
    yield from TABLE.findings(submission)


RULE = Rule("T049", "人大工作用语不准确", submission=check, severity=Severity.WARNING)
