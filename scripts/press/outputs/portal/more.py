"""The index of all columns: every list of the portal, with what it holds and how much."""

from collections.abc import Iterator
from typing import NamedTuple

from press.outputs import key as hashed
from press.outputs.portal.page import Page
from press.outputs.portal.views import Views
from press.outputs.portal.words import LABELS, unit
from press.record.browsing import columns, days, people
from press.record.figures import years
from press.record.offices import public_offices
from press.rules import rules

_GROUPS = (
    (
        "会议和文件",
        ("meetings", "decisions", "regulations", "reports", "opinions", "notices", "speeches", "chronicles"),
    ),
    ("人事", ("appointments", "roster")),
    ("代表", ("deputies", "suggestions", "stories")),
    ("新闻和资料", ("news", "study", "bulletins", "archives")),
    ("查找", ("calendar", "columns", "people", "tags")),
    ("数字", ("statistics",)),
    ("校对", ("rules",)),
    ("参与", ("submit",)),
)

_ABOUT = {
    "meetings": "议程、出席情况、表决结果和会议文件",
    "decisions": "可按年份、栏目和会议筛选",
    "regulations": "现行文本、历次文本和修改对照",
    "reports": "“一府一委两院”和常委会的报告",
    "opinions": "常委会的审议意见和研究处理情况",
    "notices": "县人大及其常委会的公告",
    "speeches": "会议上的讲话",
    "chronicles": "逐日记载的大事",
    "appointments": "历次任免，可按姓名和职务查找",
    "roster": "任何一天由谁担任什么职务",
    "deputies": "代表团、选区和履职情况",
    "suggestions": "办理进度、答复和满意度",
    "stories": "代表怎样履职",
    "news": "县人大的工作动态",
    "study": "法律、制度和工作方法",
    "bulletins": "公报和学习资料的电子版",
    "archives": "扫描件、录音和录像",
    "calendar": "按年、月、日查看当天的会议、期刊和稿件",
    "columns": "各类稿件的栏目",
    "people": "作者和摄影，以及每个人的作品",
    "tags": "按主题浏览",
    "statistics": "历年数字和所统计的稿件",
    "rules": "稿件发布前逐条核对的规则，附依据和例子",
    "submit": "在网上写，或交 Word 文件和照片",
}


class Entry(NamedTuple):
    """A list of the portal: its name, its address, what it is about and how much it holds."""

    label: str
    href: str
    about: str
    size: str


def pages(views: Views) -> Iterator[Page]:
    """Yield the index, unless there is nothing yet."""
    if not views.has("more"):
        return
    placed = {place for _, places in _GROUPS for place in places}
    others = tuple(type_ for type_ in views.library.types if type_ not in placed and type_ != "pages")
    groups = []
    for title, places in (*_GROUPS, ("其他", others)):
        entries = [entry(views, place) for place in places if views.has(place)]
        if entries:
            groups.append((title, entries))
    standing = [Entry(d.title, d.permalink, "", "") for d in views.library.by_type.get("pages", ())]
    if standing:
        groups.append(("本站", sorted(standing)))
    slots = {"heading": "全部栏目", "groups": groups}
    said = "本站全部栏目一览"
    yield Page("more", "more/", "more", "全部栏目", said, hashed(slots), lambda: slots)


def entry(views: Views, place: str) -> Entry:
    """Return the entry of a list that there is."""
    library = views.library
    counts = {
        "bulletins": (len(library.issues), "期"),
        "calendar": (len({day.year for day in days(library)}), "年"),
        "columns": (len(columns(library)), "个"),
        "people": (len(people(library)), "位"),
        "tags": (len(library.by_tag), "个"),
        "roster": (len(public_offices(library).tenures), "条"),
        "statistics": (len(years(library)), "年"),
        "rules": (len(rules()), "条"),
    }
    label = LABELS.get(place) or library.types[place]
    if place == "submit":
        return Entry(label, f"{place}/", _ABOUT[place], "")
    number, of = counts.get(place) or (len(library.by_type[place]), unit(place))
    return Entry(label, f"{place}/", _ABOUT.get(place, ""), f"{number} {of}")
