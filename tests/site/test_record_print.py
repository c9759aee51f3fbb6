"""The papers that are made from keys, as a bulletin prints them."""

from pathlib import Path
from typing import Any

import pymupdf
import pytest
import site_kit as kit

pytestmark = pytest.mark.pdf

ROSTER = """\
tenures:
  - {name: 顾明禾, organ: 县人大常委会, office: 主任, from: 2021-11-20}
  - {name: 沈伯渠, organ: 县人大常委会, office: 副主任, from: 2021-11-20}
  - {name: 王强, organ: 县人大常委会, office: 委员, from: 2021-11-20}
"""
LINE = {"action": "任命", "office": "水利局局长", "organ": "县人民政府"}


def plant(root: Path) -> Path:
    meeting = kit.article(
        "县人大常委会第三次会议",
        "2026-02-27",
        agenda=["听取和审议关于养老服务的报告；", {"item": "审议人事任免事项"}],
        attendance={
            "expected": 4,
            "present": ["王　强", "沈伯渠", "顾明禾"],
            "on_leave": ["李四（女，因病）"],
            "non_voting": [{"office": "县人民法院", "people": ["院长龚鼎文"]}],
        },
        votes=[{"item": "关于节水的决定", "for": 3, "result": "通过"}],
        evaluations=[{"item": "养老服务报告", "satisfied": 2, "mostly_satisfied": 1}],
    )
    kit.write(root, "content/roster.yml", ROSTER)
    kit.write(root, "content/meetings/m3.md", meeting)
    tally = {"for": 2, "abstain": 1, "result": "未通过"}
    for name, who, more in (("shown", "冉竹青", {}), ("hidden", "机密人", {"visibility": "internal"})):
        lines = [{"name": who, "vote": tally, **LINE, "office": f"{who}局局长"}]
        text = kit.article("任免名单", "2026-02-27", meeting="m3", appointments=lines, body="", **more)
        kit.write(root, f"content/appointments/{name}.md", text)
    kit.write(
        root, "content/reports/juesuan.csv", "科目编码,科目名称,决算数\n101,税收收入,12345\n,合计,12345\n"
    )
    report: dict[str, Any] = {
        "rapporteur": "计慎余",
        "office": "县财政局局长",
        "tables": [{"file": "juesuan.csv", "title": "收入决算表"}],
        "body": "见[会议](../meetings/m3.md)。",
    }
    kit.write(root, "content/reports/juesuan.md", kit.article("关于决算的报告", "2026-02-26", **report))
    kit.write(root, "bulletins/gongbao/periodical.yml", kit.periodical("公报"))
    sections = {
        "议程": ["meetings/m3#agenda"],
        "报告": ["reports/juesuan"],
        "任免": ["appointments/shown"],
        "表决": ["meetings/m3#votes"],
        "名单": ["meetings/m3#attendance"],
    }
    kit.write(root, "bulletins/gongbao/2026-01.yml", kit.issue(1, "2026-03-06", sections))
    return root


def words(root: Path) -> str:
    opened: Any = pymupdf.open(root / "dist/print/gongbao/gongbao-2026-01.pdf")  # type: ignore[no-untyped-call,unused-ignore]
    return "".join("".join(page.get_text() for page in opened).split())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = plant(tmp_path_factory.mktemp("papers") / "root")
    runner.build(root)
    return root


@pytest.mark.parametrize(
    "text",
    [
        "一、听取和审议关于养老服务的报告；",
        "二、审议人事任免事项。",
        "县人大常委会第三次会议表决结果",
        "本次会议应到4人，实到3人，请假1人，缺席0人。赞成票超过全体的半数（3票以上）为通过。",
        "关于节水的决定3000通过",
        "任命冉竹青为县人民政府冉竹青局局长2010未通过",
        "养老服务报告2100",
        "主任：顾明禾",
        "副主任：沈伯渠",
        "委员：王强",
        "李四（女，因病）",
        "县人民法院：院长龚鼎文",
        "冉竹青为县人民政府冉竹青局局长。",
        "县财政局局长计慎余",
        "收入决算表（单位：万元）",
        "税收收入12,345",
    ],
)
def test_what_the_keys_say_is_printed(root: Path, text: str) -> None:
    assert text in words(root)


def test_a_vote_of_an_internal_list_is_not_printed(root: Path) -> None:
    assert "机密人" not in words(root)


def test_the_portal_leads_to_the_parts(root: Path) -> None:
    page = (root / "dist/site/bulletins/gongbao/2026-01/index.html").read_text(encoding="utf-8")
    for part in ("agenda", "votes", "attendance"):
        assert f'meetings/m3/#{part}"' in page
        assert f'id="{part}"' in (root / "dist/site/meetings/m3/index.html").read_text(encoding="utf-8")


def test_a_changed_vote_is_set_anew(tmp_path: Path, runner: kit.Runner) -> None:
    root = plant(tmp_path / "root")
    runner.build(root)
    path = root / "content/appointments/shown.md"
    path.write_text(path.read_text(encoding="utf-8").replace("abstain: 1", "against: 1"), encoding="utf-8")
    runner.build(root)
    assert "任命冉竹青为县人民政府冉竹青局局长2100未通过" in words(root)
