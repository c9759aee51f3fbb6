"""Make a folder of generated documents: the same number and seed give the same bytes.

The text is assembled from words of congress work about a fictional county; it means nothing, but
it has the shape of the real thing: about 1,550 Chinese characters, headings, a list, a link.
"""

import datetime
import random
from pathlib import Path

CHARACTERS = 1550
_TYPES = ("news", "stories", "study", "decisions")
_WHO = [
    "县人大常委会",
    "代表小组",
    "财政经济委员会",
    "城关镇人大主席团",
    "承办单位",
    "调研组",
    "代表联络站",
    "执法检查组",
]
_DID = ["听取", "审议", "调研", "督办", "视察", "走访", "评议", "跟踪", "汇总", "通报"]
_WHAT = [
    "养老服务工作情况",
    "代表建议办理情况",
    "饮用水水源保护条例实施情况",
    "预算执行情况",
    "农村道路建设",
    "义务教育优质均衡发展",
    "基层医疗卫生服务",
    "营商环境建设",
    "乡村振兴项目",
    "垃圾分类处理",
]
_HOW = [
    "坚持问题导向",
    "逐项列出清单",
    "明确完成时限",
    "深入村组农户",
    "广泛听取意见",
    "对照上年审议意见",
    "实地查看现场",
    "随机抽取样本",
    "组织满意度测评",
    "邀请群众代表参加",
]
_RESULT = [
    "进一步压实了责任",
    "取得了阶段性成效",
    "仍有三个方面的短板",
    "群众满意度有所提升",
    "形成了长效机制",
    "一批难点问题得到解决",
    "还需要持续用力",
    "有关部门作出了书面答复",
]
_TAGS = ["监督工作", "代表建议", "基层治理", "民生实事", "预算监督", "代表联络站", "执法检查", "乡村振兴"]


def sentence(random_: random.Random) -> str:
    """One sentence of about 40 characters."""
    pick = random_.choice
    month, day = random_.randint(1, 12), random_.randint(1, 28)
    return (
        f"{month}月{day}日，{pick(_WHO)}{pick(_DID)}了{pick(_WHAT)}，{pick(_HOW)}，"
        f"共涉及{random_.randint(2, 980)}项具体事项，{pick(_RESULT)}。"
    )


def paragraph(random_: random.Random, characters: int) -> str:
    """A paragraph of at least ``characters`` characters."""
    text = ""
    while len(text) < characters:
        text += sentence(random_)
    return text


def document(number: int, of: int) -> tuple[str, str]:
    """Return (path below the root, text) of document ``number`` of ``of``."""
    random_ = random.Random(number)
    type_ = _TYPES[number % len(_TYPES)]
    date = datetime.date(2012, 1, 1) + datetime.timedelta(days=number * 5000 // of)
    title = f"{random_.choice(_WHO)}{random_.choice(_DID)}{random_.choice(_WHAT)}（第{number}号）"
    tags = "、".join(random_.sample(_TAGS, 2)).replace("、", ", ")
    earlier = number - len(_TYPES)
    link = f"参见[此前的报道](doc-{earlier:05d}.md)。" if earlier >= 0 else ""
    parts = [
        f"---\ntitle: {title}\ndate: {date}\nstatus: published\ntags: [{tags}]\n"
        f"source: 县人大常委会办公室\n---\n",
        paragraph(random_, 260) + link,
    ]
    for heading in ("一、基本情况", "二、主要做法", "三、存在问题和建议"):
        parts.append(f"## {heading}")
        parts += [paragraph(random_, 190), paragraph(random_, 190)]
    parts.append("\n".join(f"{n}. **{random_.choice(_HOW)}。**{sentence(random_)}" for n in (1, 2, 3)))
    return f"content/{type_}/doc-{number:05d}.md", "\n\n".join(parts) + "\n"


def write(root: Path, number: int) -> int:
    """Write ``number`` documents below ``root``; return the number of characters."""
    total = 0
    for index in range(number):
        name, text = document(index, number)
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        total += len(text)
    return total
