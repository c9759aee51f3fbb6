"""A small county's record: meetings, appointments, reports and opinions, and what is not public of it."""

from pathlib import Path
from typing import Any

import site_kit as kit

HIDDEN = ("密甲", "密乙", "密丙", "密丁", "机密决定", "机密会议")
"""Names and titles that stand in drafts and internal documents alone."""

ROSTER = {
    "offices": [
        {"organ": "县人大常委会", "office": "主任"},
        {"organ": "县人大常委会", "office": "副主任", "seats": 2},
        {"organ": "县人大常委会", "office": "委员", "seats": 9},
        {"organ": "县人民政府", "office": "县长"},
        {"organ": "县人民政府", "office": "水利局局长"},
        {"organ": "县人民政府", "office": "教育局局长"},
    ],
    "tenures": [
        {"name": "甘霖", "organ": "县人大常委会", "office": "主任", "from": "2021-11-26"},
        {"name": "史册", "organ": "县人大常委会", "office": "副主任", "from": "2021-11-26"},
        {"name": "万里", "organ": "县人大常委会", "office": "委员", "from": "2023-02-17"},
        {"name": "尤新", "organ": "县人大常委会", "office": "委员", "from": "2021-11-26"},
        {"name": "白露（女）", "organ": "县人大常委会", "office": "委员", "from": "2021-11-26"},
        {"name": "路明", "organ": "县人民政府", "office": "县长", "from": "2021-11-26", "to": "2024-02-23"},
        {"name": "石坚", "organ": "县人民政府", "office": "县长", "from": "2024-02-23"},
        {"name": "水清", "organ": "县人民政府", "office": "水利局局长", "from": "2021-12-17"},
    ],
}


def tally(for_: int, against: int = 0, abstain: int = 0, result: str = "通过", **more: Any) -> dict[str, Any]:
    counted = {"for": for_, "against": against, "abstain": abstain, "not_voted": 0, "result": result}
    return counted | more


def meeting(title: str, first: str, last: str, **keys: Any) -> str:
    common = {"term": 17, "begins_on": first, "ends_on": last, "place": "县会议中心"}
    return kit.article(title, last, "", **{**common, **keys})


def write(root: Path, page_size: int = 10) -> Path:
    """The whole record. Meetings are 9 and 10 of the standing committee and 6 of the congress."""

    def put(path: str, text: str) -> None:
        kit.write(root, path, text)

    settings = {"office": "石桥县人大常委会办公室", "page_size": page_size}
    nav = [{"首页": "./"}, {"会议": "meetings/"}, {"名册": "roster/"}, {"统计": "statistics/"}]
    put(
        "mkdocs.yml",
        kit.dump(
            {
                "site_name": "石桥县人大",
                "site_description": "石桥县人大的记录（虚构）",
                "site_url": "https://renda.shiqiao.example/",
                "docs_dir": "content",
                "nav": [*nav, {"决议决定": "decisions/"}, {"全部栏目": "more/"}],
                "theme": {"name": "material", "language": "zh", "font": False},
                "plugins": [{"press": settings}],
            }
        ),
    )
    put("content/roster.yml", kit.dump(ROSTER))
    for name, title in (("gan-lin", "甘霖"), ("you-xin", "尤新"), ("he-qing", "河清")):
        put(f"content/deputies/{name}.md", kit.article(title, "2021-12-01", "", term=17))
    put(
        "content/deputies/mi-jia.md",
        kit.article("白露", "2021-12-01", "密甲\n", status="draft", term=17),
    )
    _meetings(put)
    _papers(put)
    _appointments(put)
    _others(put)
    return root


def _meetings(put: Any) -> None:
    put(
        "content/meetings/chang-9.md",
        meeting(
            "县人大常委会第九次会议",
            "2025-12-29",
            "2025-12-30",
            session=9,
            attendance={"expected": 5, "present": 4, "on_leave": 1},
        ),
    )
    put(
        "content/meetings/chang-10.md",
        meeting(
            "县人大常委会第十次会议",
            "2026-02-26",
            "2026-02-27",
            session=10,
            chair="甘霖",
            agenda=[
                {"item": "听取养老报告", "documents": ["reports/yanglao"]},
                {"item": "审议水源决定", "documents": ["decisions/shuiyuan", "decisions/jimi"]},
                "其他事项",
            ],
            attendance={
                "expected": 5,
                "present": ["尤新", "甘霖", "史册", "万里"],
                "on_leave": ["白露（女，因病）"],
                "non_voting": [
                    {"office": "县人民政府", "people": ["水清"]},
                    {"office": "县人大代表", "people": ["河清（青屏镇）"]},
                ],
            },
            votes=[
                {"item": "关于水源的决定", "document": "decisions/shuiyuan", **tally(3, 1)},
                {"item": "关于烟花的决定（草案）", **tally(2, 1, 1, "未通过")},
                {"item": "关于保密事项的决定", "document": "decisions/jimi", **tally(4)},
            ],
            evaluations=[
                {"item": "养老报告", "satisfied": 3, "mostly_satisfied": 1, "document": "reports/yanglao"}
            ],
        ),
    )
    put(
        "content/meetings/dahui-6.md",
        meeting(
            "县人民代表大会第六次会议",
            "2026-03-18",
            "2026-03-20",
            kind="人民代表大会会议",
            session=6,
            attendance={"expected": 30, "present": 28, "on_leave": 2},
        ),
    )
    put(
        "content/meetings/chang-11.md",
        meeting("机密会议", "2026-04-27", "2026-04-28", session=11, chair="密乙", status="draft"),
    )


def _papers(put: Any) -> None:
    put(
        "content/decisions/shuiyuan.md",
        kit.article(
            "关于水源保护的决定",
            "2026-02-27",
            column="决定",
            number="石人常〔2026〕3号",
            meeting="chang-10",
            adopted_on="2026-02-27",
            effective_on="2026-04-01",
        ),
    )
    put(
        "content/decisions/jimi.md",
        kit.article("机密决定", "2026-02-27", "密丙。\n", visibility="internal", meeting="chang-10"),
    )
    for number in range(12):
        put(
            f"content/decisions/jueyi-{number:02}.md",
            kit.article(f"第{number:02}号决议", f"2025-{number + 1:02}-10", column="决议", tags=["预算监督"]),
        )
    put(
        "content/decisions/waiban.md",
        kit.article("在未公开的会议上通过的决定", "2026-04-28", meeting="chang-11"),
    )
    put(
        "content/reports/yanglao.md",
        kit.article(
            "养老服务报告", "2026-02-26", organ="县人民政府", rapporteur="水清", office="水利局局长",
            meeting="chang-10",
        ),
    )  # fmt: skip
    put(
        "content/opinions/yanglao.md",
        kit.article(
            "养老服务审议意见", "2026-03-03", report="yanglao", to="县人民政府", due_on="2026-05-31",
            meeting="chang-10",
        ),
    )  # fmt: skip
    put(
        "content/opinions/gao.md",
        kit.article("密丁", "2026-03-04", status="draft", report="yanglao", to="县人民政府"),
    )
    put(
        "content/reports/yanglao-banli.md",
        kit.article("养老审议意见办理报告", "2026-05-28", handles="yanglao", organ="县人民政府"),
    )
    put("content/notices/gonggao.md", kit.article("补选公告", "2026-02-27", organ="县人大常委会"))
    put(
        "content/speeches/jianghua.md",
        kit.article("在第十次会议上的讲话", "2026-02-27", speaker="甘霖", office="主任", meeting="chang-10"),
    )


def _appointments(put: Any) -> None:
    def line(name: str, action: str, office: str, organ: str = "县人民政府", **more: Any) -> dict[str, Any]:
        return {"name": name, "action": action, "organ": organ, "office": office, **more}

    put(
        "content/appointments/renmian.md",
        kit.article(
            "二月任免名单",
            "2026-02-27",
            "",
            number="石人常〔2026〕6号",
            meeting="chang-10",
            adopted_on="2026-02-27",
            proposer="县长",
            appointments=[
                line("水清", "免去", "水利局局长", vote=tally(4)),
                line("江河（女）", "任命", "水利局局长", vote=tally(3, 0, 1)),
                line("尤新", "任命", "办公室主任", "县人大常委会"),
            ],
        ),
    )
    put(
        "content/appointments/zaonian.md",
        kit.article(
            "早年任免名单",
            "2024-03-01",
            "",
            adopted_on="2024-02-29",
            appointments=[line("尤新", "任命", "审计局局长", person="bie-ren")],
        ),
    )
    hidden = {"meeting": "chang-10", "adopted_on": "2026-02-27"}
    put(
        "content/appointments/neibu.md",
        kit.article(
            "内部名单", "2026-02-27", "", visibility="internal", **hidden,
            appointments=[line("密甲", "任命", "教育局局长"), line("石坚", "免去", "县长")],
        ),
    )  # fmt: skip
    put(
        "content/appointments/caogao.md",
        kit.article(
            "名单草稿", "2026-02-27", "", status="draft", **hidden,
            appointments=[line("密乙", "任命", "副县长")],
        ),
    )  # fmt: skip


def _others(put: Any) -> None:
    put(
        "content/news/huiyi.md",
        kit.article("第十次会议举行", "2026-02-28", meeting="chang-10", authors=["记者甲"], column="要闻"),
    )
    put(
        "content/news/neibu.md",
        kit.article("内部消息", "2026-02-28", "密丙。\n", meeting="chang-10", visibility="internal"),
    )
    put(
        "content/stories/he.md",
        kit.article("河清修桥", "2026-02-10", deputies=["he-qing", "mi-jia"], authors=["记者甲", "记者乙"]),
    )
    for number, progress in enumerate(("已落地", "已答复", "已交办", "已收到"), 1):
        more: dict[str, Any] = {"received_on": "2026-03-18", "number": f"第{number}号"}
        if number < 4:
            more["assigned_on"] = "2026-04-10"
        if number < 3:
            reply = {"by": "县水利局", "date": "2026-06-01", "text": "已经办理。"}
            more |= {"reply": reply, "due_on": "2026-07-10", "satisfaction": "满意"}
        if number == 1:
            more["landed_on"] = "2026-08-01"
        put(
            f"content/suggestions/di-{number}.md",
            kit.article(f"第{number}件建议", "2026-03-20", progress=progress, **more),
        )


def rewritten(runner: kit.Runner, root: Path, path: str, old: str, new: str) -> set[str]:
    """Build, change one file, build again; return the addresses of the pages that were written anew."""
    runner.build(root, "--only", "portal")
    found = kit.rewritten(runner, root, path, old, new)
    return {name.removesuffix("index.html") for name in found if name.endswith(".html")}
