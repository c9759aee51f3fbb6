"""A generated congress record: every type of document, consistent, so that no rule finds a fault.

Of each hundred documents 3 are meetings, 12 decisions, 6 reports, 6 opinions, 3 lists of
appointments, 20 suggestions, 3 deputies, 2 regulations; the others are articles as in ``corpus``.
"""

import datetime
import random
from pathlib import Path

from bench import corpus

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "明华秀英建国志强桂兰春生文武海燕玉珍永福晓东立新云飞雪梅松柏"
_SHARES = {
    "meetings": 3,
    "decisions": 12,
    "reports": 6,
    "opinions": 6,
    "appointments": 3,
    "suggestions": 20,
    "deputies": 3,
    "regulations": 2,
}
_MEMBERS = 29


def write(root: Path, number: int) -> None:
    """Write ``number`` documents and a roster of 120 tenures below ``root``."""
    counts = {type_: number * share // 100 for type_, share in _SHARES.items()}
    for type_, count in counts.items():
        folder = root / "content" / type_
        folder.mkdir(parents=True)
        for index in range(count):
            text = globals()[f"_{type_}"](index, counts)
            (folder / f"{type_}-{index:05d}.md").write_text(text, encoding="utf-8")
    for index in range(number - sum(counts.values())):
        name, text = corpus.document(index, number)
        path = root / name.replace("decisions/", "news/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    post = "organ: 县人民政府, from: 1950-01-01"
    tenures = [f"  - {{name: {_name(10_000 + n)}, office: 第{n}局局长, {post}}}\n" for n in range(120)]
    (root / "content" / "roster.yml").write_text("tenures:\n" + "".join(tenures), encoding="utf-8")


def _name(index: int) -> str:
    random_ = random.Random(index)
    return random_.choice(_SURNAMES) + "".join(random_.sample(_GIVEN, 2))


def _day(index: int, counts: dict[str, int]) -> tuple[str, datetime.date]:
    """A meeting and its day: one every two months."""
    meeting = index % max(1, counts["meetings"])
    month = meeting * 2
    return f"meetings-{meeting:05d}", datetime.date(1960 + month // 12, month % 12 + 1, 20)


def _front(keys: str, body: str, index: int) -> str:
    prose = corpus.paragraph(random.Random(index), corpus.CHARACTERS // 2)
    return f"---\n{keys}status: published\n---\n\n{body}\n\n{prose}\n"


def _meetings(index: int, counts: dict[str, int]) -> str:
    _, day = _day(index, counts)
    votes = "".join(
        f"  - {{item: 关于第{n}项的决定, for: {_MEMBERS - n}, against: 0, abstain: {n - 1}, not_voted: 0,"
        " result: 通过}\n"
        for n in range(1, 9)
    )
    keys = (
        f"title: 县人大常委会会议{index}\ndate: {day}\nterm: {index // 30 + 1}\nsession: {index % 30 + 1}\n"
        f"agenda:\n  - 听取报告\n  - {{item: 审议决定, documents: [decisions/decisions-{index:05d}]}}\n"
        f"attendance: {{expected: {_MEMBERS}, present: {_MEMBERS - 1}, on_leave: 1, absent: 0}}\n"
        f"votes:\n{votes}"
    )
    return _front(keys, "会议概况。", index)


def _decisions(index: int, counts: dict[str, int]) -> str:
    meeting, day = _day(index, counts)
    keys = f"title: 关于第{index}项的决定\ndate: {day}\nmeeting: {meeting}\nadopted_on: {day}\n"
    return _front(keys, "会议决定如下。", index)


def _reports(index: int, counts: dict[str, int]) -> str:
    meeting, day = _day(index, counts)
    keys = f"title: 关于第{index}项工作的报告\ndate: {day}\nmeeting: {meeting}\nrapporteur: {_name(index)}\n"
    rows = [17 + index % 40, 21, 8]
    table = "| 类别 | 件数 |\n| --- | ---: |\n" + "".join(
        f"| 第{n}类 | {row} |\n" for n, row in enumerate(rows)
    )
    return _front(keys, f"共计{sum(rows)}件。\n\n{table}| 合计 | {sum(rows)} |\n", index)


def _opinions(index: int, counts: dict[str, int]) -> str:
    meeting, day = _day(index, counts)
    report = f"reports-{index % max(1, counts['reports']):05d}"
    keys = f"title: 关于第{index}项的审议意见\ndate: {day}\nmeeting: {meeting}\nreport: {report}\n"
    return _front(keys, "会议认为，要落实责任。", index)


def _appointments(index: int, counts: dict[str, int]) -> str:
    meeting, day = _day(index, counts)
    vote = f"{{for: {_MEMBERS - 1}, against: 0, abstain: 0, not_voted: 0, result: 通过}}"
    lines = ""
    for n in range(3):
        post = f"office: 第{n}局副局长, organ: 县人民政府, vote: {vote}"
        if index:
            lines += f"  - {{name: {_name(index - 1)}, action: 免去, person: p{index - 1}, {post}}}\n"
        lines += f"  - {{name: {_name(index)}, action: 任命, person: p{index}, {post}}}\n"
    keys = (
        f"title: 任免名单{index}\ndate: {day}\nmeeting: {meeting}\nadopted_on: {day}\nappointments:\n{lines}"
    )
    return _front(keys, "会议通过下列任免事项。", index)


def _suggestions(index: int, counts: dict[str, int]) -> str:
    day = datetime.date(1990, 1, 1) + datetime.timedelta(days=index)
    answered = day + datetime.timedelta(days=60)
    deputy = f"deputies-{index % max(1, counts['deputies']):05d}"
    keys = (
        f"title: 关于第{index}件事的建议\ndate: {day}\nnumber: 第{index}号\ntopic: 农业农村\n"
        f"deputies: [{deputy}]\nunits: [县水利局]\nprogress: 已答复\nreceived_on: {day}\nassigned_on: {day}\n"
        f"reply: {{by: 县水利局, date: {answered}, text: 已经办理。, answer: 已解决}}\n"
        "satisfaction: 满意\n"
    )
    return _front(keys, "建议修好它。", index)


def _deputies(index: int, counts: dict[str, int]) -> str:
    keys = f"title: {_name(index)}\ndate: 2022-01-01\nterm: 17\ndelegation: 第{index % 12}代表团\n"
    return _front(keys, "代表简介。", index)


def _regulations(index: int, counts: dict[str, int]) -> str:
    versions = "  - {action: 通过, date: 2001-01-01}\n"
    if index % 4 == 0:
        versions += "  - {action: 废止, date: 2020-01-01}\n"
    keys = f"title: 第{index}号管理办法\ndate: 2001-01-01\nversions:\n{versions}"
    return _front(keys, "第一条　为了规范管理，制定本办法。", index)
