"""地名或民族名称不规范。

The 55 minorities and the autonomous areas are called by their whole names (维吾尔族, 新疆维吾尔自治区)
and in
their right characters (傈僳族, 畲族).

Source: 国家民族事务委员会公布的民族名称；《中华人民共和国行政区划简册》
Bad: ``维族群众`` · ``蒙族同胞`` · ``傈粟族`` · ``畬族`` · ``内蒙自治区`` · ``新疆自治区`` ·
    ``西藏藏族自治区`` · ``恩施苗族土家族自治州``
Good: ``维吾尔族群众`` · ``蒙古族同胞`` · ``朝鲜族`` · ``内蒙古自治区`` · ``新疆维吾尔自治区`` ·
    ``恩施土家族苗族自治州`` · ``满洲里市`` · ``恩施自治州``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import BEFORE_NOW, Wording, Wordings

_PEOPLES = {
    "维族": "维吾尔族",
    "维吾而族": "维吾尔族",
    "维吾儿族": "维吾尔族",
    "维吾族": "维吾尔族",
    "蒙族": "蒙古族",
    "鲜族": "朝鲜族",
    "哈族": "哈萨克族",
    "布衣族": "布依族",
    "仡老族": "仡佬族",
    "仫老族": "仫佬族",
    "傈粟族": "傈僳族",
    "栗僳族": "傈僳族",
    "僳僳族": "傈僳族",
    "傈傈族": "傈僳族",
    "栗粟族": "傈僳族",
    "拉枯族": "拉祜族",
    "拉姑族": "拉祜族",
    "达翰尔族": "达斡尔族",
    "达斡儿族": "达斡尔族",
    "达干尔族": "达斡尔族",
    "柯尔克兹族": "柯尔克孜族",
    "克尔克孜族": "柯尔克孜族",
    "柯尔克孜克族": "柯尔克孜族",
    "乌兹别克族": "乌孜别克族",
    "乌孜克族": "乌孜别克族",
    "塔吉克克族": "塔吉克族",
    "西伯族": "锡伯族",
    "洛巴族": "珞巴族",
    "骆巴族": "珞巴族",
    "基若族": "基诺族",
    "畬族": "畲族",
    "赫折族": "赫哲族",
    "鄂伦族": "鄂伦春族",
    "土家簇": "土家族",
    "毛难族": "毛南族",
    "崩龙族": "德昂族",
    "哈尼簇": "哈尼族",
    "纳西簇": "纳西族",
}
_BEFORE = {
    "鲜族": "(?:^|[^朝新海生保])",
    "维族": "(?:^|[^恭纤])",
    "蒙族": "(?:^|[^启])",
    "哈族": "(?:^|[\\W、和])",
}

_REGIONS = {
    "内蒙自治区": "内蒙古自治区",
    "内蒙(?![古汉太西东中南北山])": "内蒙古",
    "内蒙古蒙古族自治区": "内蒙古自治区",
    "内蒙古族自治区": "内蒙古自治区",
    "新疆自治区": "新疆维吾尔自治区",
    "新疆维吾尔族自治区": "新疆维吾尔自治区",
    "新疆维族自治区": "新疆维吾尔自治区",
    "新疆维吾自治区": "新疆维吾尔自治区",
    "西藏藏族自治区": "西藏自治区",
    "广西自治区": "广西壮族自治区",
    "广西壮自治区": "广西壮族自治区",
    "宁夏自治区": "宁夏回族自治区",
    "宁夏回族自治州": "宁夏回族自治区",
    "宁夏回自治区": "宁夏回族自治区",
    "黑龙江自治区": "黑龙江省",
    "香港特别行政特区": "香港特别行政区",
    "澳门特别行政特区": "澳门特别行政区",
    "香港行政特区": "香港特别行政区",
    "澳门行政特区": "澳门特别行政区",
    "满州里": "满洲里",
    "乌鲁木奇": "乌鲁木齐",
    "呼和浩市": "呼和浩特市",
    "巴音郭愣": "巴音郭楞",
    "伊梨哈萨克": "伊犁哈萨克",
    "齐齐哈儿": "齐齐哈尔",
}

_PREFECTURES = {
    "延边": "朝鲜族",
    "恩施": "土家族苗族",
    "湘西": "土家族苗族",
    "阿坝": "藏族羌族",
    "甘孜": "藏族",
    "凉山": "彝族",
    "黔西南": "布依族苗族",
    "黔东南": "苗族侗族",
    "黔南": "布依族苗族",
    "楚雄": "彝族",
    "红河": "哈尼族彝族",
    "文山": "壮族苗族",
    "西双版纳": "傣族",
    "大理": "白族",
    "德宏": "傣族景颇族",
    "怒江": "傈僳族",
    "迪庆": "藏族",
    "临夏": "回族",
    "甘南": "藏族",
    "海北": "藏族",
    "黄南": "藏族",
    "果洛": "藏族",
    "玉树": "藏族",
    "海西": "蒙古族藏族",
    "昌吉": "回族",
    "博尔塔拉": "蒙古",
    "巴音郭楞": "蒙古",
    "克孜勒苏": "柯尔克孜",
    "伊犁": "哈萨克",
}
"""The autonomous prefectures and the peoples in their names."""

TABLE = Wordings(
    *(
        Wording(
            f"大陆{word}{place}",
            "与香港、澳门并提时，写作“内地”",
            "“{}”用错了词",
            before="(?:^|[^国])",
            quotable=True,
        )
        for word in ("和", "与", "及")
        for place in ("香港", "澳门")
    ),
    *(
        Wording(wrong, f"写作“{right}”", "民族名称“{}”不规范", before=_BEFORE.get(wrong, ""), quotable=True)
        for wrong, right in _PEOPLES.items()
    ),
    *(
        Wording(wrong, f"写作“{right}”", "地名“{}”不规范", unless=BEFORE_NOW, quotable=True)
        for wrong, right in _REGIONS.items()
    ),
    *(
        Wording(
            f"{place}(?!{peoples}自治州)[\\u4e00-\\u9fff]{{0,7}}[族古孜克]自治州",
            f"写作“{place}{peoples}自治州”",
            "地名“{}”不规范",
            unless=BEFORE_NOW,
        )
        for place, peoples in _PREFECTURES.items()
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each name of a place or people that is not the right one."""
    yield from TABLE.findings(submission)


RULE = Rule("T054", "地名或民族名称不规范", submission=check, severity=Severity.WARNING)
