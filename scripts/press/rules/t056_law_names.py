"""法律名称不对或已经废止。

A law cited with 中华人民共和国 is cited by its whole name; 保护法 and 保障法, 地方各级 and 各级 are easily
mistaken. A law that has been repealed is not cited as in force after that day; a sentence on other
days (原, 当时, 2019年) may cite it.

Source: 国家法律法规数据库；《中华人民共和国民法典》第一千二百六十条
Bad: ``《中华人民共和国代表法》`` · ``《中华人民共和国各级人大常委会监督法》`` ·
    ``《中华人民共和国地方各级人民代表大会和各级人民政府组织法》`` · ``根据《合同法》的规定`` ·
    ``《中华人民共和国老年人权益保护法》``
Good: ``《代表法》`` · ``《中华人民共和国各级人民代表大会常务委员会监督法》`` ·
    ``《中华人民共和国村民委员会组织法》`` · ``2019年依照《合同法》判决`` · ``《劳动合同法》`` ·
    ``《中华人民共和国老年人权益保障法》``
"""

import datetime
from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import BEFORE_NOW, Wording, Wordings

_STATE = "中华人民共和国"
_IN = "[^《》〈〉\\n]"
_BOTH = "全国人民代表大会和地方各级人民代表大会"
_LOCAL = "地方各级人民代表大会和地方各级人民政府组织法"
_ORGANIC = (
    "全国人民代表大会组织法",
    "国务院组织法",
    "人民法院组织法",
    "人民检察院组织法",
    _LOCAL,
    "村民委员会组织法",
    "城市居民委员会组织法",
    "居民委员会组织法",
    "中央人民政府组织法",
)
_NAME = "“{}”不是法律的名称"
_FOUNDED = datetime.date(1979, 7, 10)

_MISNAMED = {
    "老年人权益保护法": "老年人权益保障法",
    "妇女权益保护法": "妇女权益保障法",
    "消费者权益保障法": "消费者权益保护法",
    "残疾人保护法": "残疾人保障法",
    "残疾人权益保障法": "残疾人保障法",
    "未成年保护法": "未成年人保护法",
    "未成年人保障法": "未成年人保护法",
    "固体废物污染防治法": "固体废物污染环境防治法",
    "固体废弃物污染环境防治法": "固体废物污染环境防治法",
    "治安处罚管理法": "治安管理处罚法",
    "治安处罚法": "治安管理处罚法",
    "乡村振兴法": "乡村振兴促进法",
    "家庭教育法": "家庭教育促进法",
    "退役军人法": "退役军人保障法",
    "人民陪审法": "人民陪审员法",
    "公共文化服务法": "公共文化服务保障法",
    "反家暴法": "反家庭暴力法",
    "农民专业合作法": "农民专业合作社法",
    "农产品安全法": "农产品质量安全法",
    "大气污染治理法": "大气污染防治法",
    "水污染治理法": "水污染防治法",
    "土壤污染治理法": "土壤污染防治法",
    "民营经济法": "民营经济促进法",
    "义务教育促进法": "义务教育法",
    "中小企业法": "中小企业促进法",
    "突发事件应急法": "突发事件应对法",
    "村民委员会组织管理法": "村民委员会组织法",
}

_SHORTENED = {
    "民诉法": "民事诉讼法",
    "刑诉法": "刑事诉讼法",
    "行诉法": "行政诉讼法",
    "环保法": "环境保护法",
    "土地法": "土地管理法",
    "药品法": "药品管理法",
    "食品法": "食品安全法",
    "文物法": "文物保护法",
    "野生动物法": "野生动物保护法",
    "就业法": "就业促进法",
    "长江法": "长江保护法",
    "黄河法": "黄河保护法",
    "道路交通法": "道路交通安全法",
}

_CODE = ("民法典", datetime.date(2021, 1, 1))
_REPEALED = {
    "民法通则": _CODE,
    "民法总则": _CODE,
    "合同法": _CODE,
    "物权法": _CODE,
    "婚姻法": _CODE,
    "继承法": _CODE,
    "收养法": _CODE,
    "担保法": _CODE,
    "侵权责任法": _CODE,
    "行政监察法": ("监察法", datetime.date(2018, 3, 20)),
    "城市规划法": ("城乡规划法", datetime.date(2008, 1, 1)),
    "食品卫生法": ("食品安全法", datetime.date(2009, 6, 1)),
    "环境噪声污染防治法": ("噪声污染防治法", datetime.date(2022, 6, 5)),
    "外资企业法": ("外商投资法", datetime.date(2020, 1, 1)),
    "中外合资经营企业法": ("外商投资法", datetime.date(2020, 1, 1)),
    "中外合作经营企业法": ("外商投资法", datetime.date(2020, 1, 1)),
    "治安管理处罚条例": ("治安管理处罚法", datetime.date(2006, 3, 1)),
    "信访条例": ("信访工作条例", datetime.date(2022, 5, 1)),
}

TABLE = Wordings(
    *(
        Wording(
            f"《{_STATE}(?!{_BOTH}{kind}》){_IN}{{0,40}}{kind}》",
            f"全称是《{_STATE}{_BOTH}{kind}》，简称{kind}",
            _NAME,
            unless="1953年|195[34]",
            since=_FOUNDED,
        )
        for kind in ("代表法", "选举法")
    ),
    *(
        Wording(
            f"《全国人民代表大会(?!和地方各级人民代表大会{kind}》){_IN}{{0,30}}{kind}》",
            f"全称是《{_STATE}{_BOTH}{kind}》，简称{kind}",
            _NAME,
            unless="1953年|195[34]",
            since=_FOUNDED,
        )
        for kind in ("代表法", "选举法")
    ),
    Wording(
        f"《{_STATE}(?!各级人民代表大会常务委员会监督法》){_IN}{{0,30}}监督法》",
        f"全称是《{_STATE}各级人民代表大会常务委员会监督法》，简称监督法",
        _NAME,
    ),
    Wording(
        f"《{_STATE}(?!(?:{'|'.join(_ORGANIC)})》){_IN}{{0,40}}组织法》",
        f"全称如《{_STATE}{_LOCAL}》，简称地方组织法",
        _NAME,
        since=_FOUNDED,
    ),
    Wording(
        f"《地方各级人民代表大会(?!和地方各级人民政府组织法》){_IN}{{0,24}}组织法》",
        f"全称是《{_STATE}{_LOCAL}》，简称地方组织法",
        _NAME,
        unless="195[0-9]年",
        since=_FOUNDED,
    ),
    *(
        Wording(f"{opening}{wrong}》", f"法律的名称是“{right}”", _NAME)
        for wrong, right in _MISNAMED.items()
        for opening in ("《", f"《{_STATE}")
    ),
    *(
        Wording(f"《{_STATE}{wrong}》", f"全称是《{_STATE}{right}》", _NAME)
        for wrong, right in _SHORTENED.items()
    ),
    *(
        Wording(
            f"{opening}{old}》",
            f"现在引用《{new}》；说的是从前，请写“原”或写明年份",
            f"“{{}}”{day.year}年{day.month}月{day.day}日已经废止",
            unless=BEFORE_NOW,
            since=day,
        )
        for old, (new, day) in _REPEALED.items()
        for opening in ("《", f"《{_STATE}")
    ),
)


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each law that is misnamed or no longer in force."""
    yield from TABLE.findings(submission)


RULE = Rule("T056", "法律名称不对或已经废止", submission=check, severity=Severity.WARNING)
