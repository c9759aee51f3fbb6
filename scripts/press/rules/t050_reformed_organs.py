"""机关名称是改革以前的。

A document that speaks of its own day names organs as they are called on that day: 一府一委两院 since the
supervision commissions of March 2018, the ministries since the reform of 2018, the bureaus of cities
and counties since theirs ended in 2019. A sentence that speaks of other days (原, 时任, 2016年) may name
them as they were.

Source: 《中华人民共和国监察法》；2018年、2023年《党和国家机构改革方案》
Bad: ``听取“一府两院”专项报告`` · ``县国土资源局负责办理`` · ``县农业局答复代表`` · ``报农业部备案``
Good: ``听取“一府一委两院”专项报告`` · ``县自然资源局负责办理`` · ``原县国土资源局的档案`` ·
    ``2016年，县农业局答复代表`` · ``县农业局部分职责划入`` · ``农业部门`` · ``听取“一府两院”工作报告`` ·
    ``县农业农村局答复代表``
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import BEFORE_NOW, Wording, Wordings

_STATE = datetime.date(2018, 7, 1)
_LOCAL = datetime.date(2019, 7, 1)
_SUPERVISION = datetime.date(2018, 4, 1)
_PILOT = datetime.date(2016, 11, 6)
_OLD = "“{}”是机构改革以前的名称"

_BUREAUS = {
    "国土资源局": "自然资源局",
    "国土局": "自然资源局",
    "农业局": "农业农村局",
    "环境保护局": "生态环境局",
    "环保局": "生态环境局",
    "安全生产监督管理局": "应急管理局",
    "安监局": "应急管理局",
    "卫生和计划生育局": "卫生健康局（委员会）",
    "卫生和计划生育委员会": "卫生健康委员会（局）",
    "卫生计生局": "卫生健康局（委员会）",
    "卫计局": "卫生健康局（委员会）",
    "卫计委": "卫生健康委员会（局）",
    "工商行政管理局": "市场监督管理局",
    "工商局": "市场监督管理局",
    "质量技术监督局": "市场监督管理局",
    "质监局": "市场监督管理局",
    "食品药品监督管理局": "市场监督管理局",
    "食药监局": "市场监督管理局",
    "卫生局": "卫生健康局（委员会）",
    "人口和计划生育局": "卫生健康局（委员会）",
    "计生局": "卫生健康局（委员会）",
    "人事局": "人力资源和社会保障局",
    "劳动和社会保障局": "人力资源和社会保障局",
    "监察局": "监察委员会",
    "法制办": "司法局",
    "国家税务局": "税务局",
    "国税局": "税务局",
    "地方税务局": "税务局",
    "地税局": "税务局",
    "文化广电新闻出版局": "文化和旅游局（以本地机构改革方案为准）",
    "文广新局": "文化和旅游局（以本地机构改革方案为准）",
}
"""What bureaus of cities and counties were called, and are."""

_MINISTRIES = {
    "农业部(?!门|队|分|长)": "农业农村部",
    "国土资源部(?!门|分)": "自然资源部",
    "环境保护部(?!门|队|分)": "生态环境部",
    "环保部(?!门|队|分)": "生态环境部",
    "国家卫生计生委": "国家卫生健康委",
    "国家卫生和计划生育委员会": "国家卫生健康委员会",
    "国家工商行政管理总局": "国家市场监督管理总局",
    "国家工商总局": "国家市场监督管理总局",
    "国家质检总局": "国家市场监督管理总局",
    "国家质量监督检验检疫总局": "国家市场监督管理总局",
    "国家食品药品监督管理总局": "国家市场监督管理总局（国家药品监督管理局）",
    "国家安全生产监督管理总局": "应急管理部",
    "国家安监总局": "应急管理部",
    "国家旅游局": "文化和旅游部",
    "国务院法制办": "司法部",
}
"""What ministries were called until 2018, and are."""

_LATER = {
    "中国银监会": ("国家金融监督管理总局", _STATE),
    "中国保监会": ("国家金融监督管理总局", _STATE),
    "中国银保监会": ("国家金融监督管理总局", datetime.date(2023, 7, 1)),
    "国务院扶贫办": ("农业农村部", datetime.date(2021, 4, 1)),
    "国务院扶贫开发领导小组办公室": ("农业农村部", datetime.date(2021, 4, 1)),
}

TABLE = Wordings(
    Wording(
        "一府两院(?!”?的?(?:年度)?(?:工作)?报告(?!的?议题))",
        "2018年3月以后是“一府一委两院”（人民政府、监察委员会、人民法院、人民检察院）",
        "“{}”是监察体制改革以前的说法",
        unless=BEFORE_NOW,
        since=_SUPERVISION,
    ),
    Wording(
        "一府一委两院",
        "监察委员会2018年3月写入宪法；那时写作“一府两院”",
        "本文的日期在监察委员会设立以前，不会有“{}”",
        until=_PILOT,
    ),
    *(
        Wording(
            old,
            f"现在是{new}；说的是从前，请写“原”",
            _OLD,
            lead="[省市县州旗]",
            unless=BEFORE_NOW,
            since=_LOCAL,
        )
        for old, new in _BUREAUS.items()
    ),
    *(
        Wording(
            old,
            f"现在是{new}；说的是从前，请写“原”",
            _OLD,
            before=r"(?:^|[^国轻工有区村])",
            unless=BEFORE_NOW,
            quotable=True,
            since=_STATE,
        )
        for old, new in _MINISTRIES.items()
    ),
    *(
        Wording(
            old, f"现在是{new}；说的是从前，请写“原”", _OLD, unless=BEFORE_NOW, quotable=True, since=since
        )
        for old, (new, since) in _LATER.items()
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each organ named by what it was."""
    yield from TABLE.findings(submission)


RULE = Rule("T050", "机关名称是改革以前的", submission=check, severity=Severity.WARNING)
