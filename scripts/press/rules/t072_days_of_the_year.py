"""纪念日的日期不对。

A named day that falls on the same date every year is printed with that date.

Source: 全国人大常委会关于设立国家宪法日等纪念日的决定；《全国年节及纪念日放假办法》
Bad: ``12月14日是国家宪法日`` · ``全民国家安全教育日（4月14日）`` · ``12月3日是第十一个国家宪法日`` ·
    ``9月11日教师节当天``
Good: ``12月4日是国家宪法日`` · ``全民国家安全教育日（4月15日）`` · ``12月3日，国家宪法日宣传活动启动`` ·
    ``12月3日国家宪法日前夕`` · ``12月4日是第十一个国家宪法日``
"""

from collections.abc import Iterator

from press.diagnostics import Finding, Severity
from press.model.submission import Submission
from press.rules import Rule
from press.rules._wordings import Wording, Wordings

_DAYS = {
    "国家宪法日": (12, 4),
    "全民国家安全教育日": (4, 15),
    "植树节": (3, 12),
    "国际妇女节": (3, 8),
    "三八妇女节": (3, 8),
    "消费者权益日": (3, 15),
    "学雷锋纪念日": (3, 5),
    "世界水日": (3, 22),
    "爱耳日": (3, 3),
    "世界地球日": (4, 22),
    "世界读书日": (4, 23),
    "中国航天日": (4, 24),
    "世界知识产权日": (4, 26),
    "国际劳动节": (5, 1),
    "五四青年节": (5, 4),
    "全国防灾减灾日": (5, 12),
    "国际护士节": (5, 12),
    "全国科技工作者日": (5, 30),
    "世界无烟日": (5, 31),
    "六一儿童节": (6, 1),
    "国际儿童节": (6, 1),
    "环境日": (6, 5),
    "全国爱眼日": (6, 6),
    "全国土地日": (6, 25),
    "国际禁毒日": (6, 26),
    "八一建军节": (8, 1),
    "全国生态日": (8, 15),
    "中国医师节": (8, 19),
    "抗战胜利纪念日": (9, 3),
    "教师节": (9, 10),
    "烈士纪念日": (9, 30),
    "国庆节": (10, 1),
    "世界粮食日": (10, 16),
    "国家扶贫日": (10, 17),
    "中国记者节": (11, 8),
    "全国消防日": (11, 9),
    "世界艾滋病日": (12, 1),
    "全国交通安全日": (12, 2),
    "国际残疾人日": (12, 3),
    "国际志愿者日": (12, 5),
    "国家公祭日": (12, 13),
    "中国人民警察节": (1, 10),
}
_ANY = "[0-9]{1,2}月[0-9]{1,2}日"
_ORDER = "第[0-9一二三四五六七八九十百]{1,4}个"


def _of(name: str, month: int, day: int) -> Iterator[Wording]:
    hint = f"{name}是{month}月{day}日"
    message = "“{}”的日期不对"
    right = f"0?{month}月0?{day}日"
    other = f"(?<![0-9])(?!{right}){_ANY}"
    yield Wording(f"{name}[”’]?(?:是|为|是在|定在|[（(])(?!{right}|每年){_ANY}", hint, message)
    # 12月3日是……国家宪法日; 12月3日国家宪法日当天. A day before 前夕, 宣传 or 活动 is not the day itself.
    yield Wording(
        f"{name}(?![前的]|来临|到来|宣传|活动|主题|系列|期间|之际)",
        hint,
        message,
        lead=f"{other}(?:是|为)(?:我国|全国)?(?:的)?(?:{_ORDER})?(?:[“‘])?",
    )
    yield Wording(f"{name}[”’]?(?:当天|当日)", hint, message, lead=f"{other}(?:{_ORDER})?(?:[“‘])?")


TABLE = Wordings(*(wording for name, day in _DAYS.items() for wording in _of(name, *day)))


def check(submission: Submission) -> Iterator[Finding]:
    """Yield a finding for each named day with the date of another."""
    yield from TABLE.findings(submission)


RULE = Rule("T072", "纪念日的日期不对", submission=check, severity=Severity.WARNING)
