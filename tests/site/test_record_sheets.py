"""Budget tables of reports: the table, its bars, and the file they are made from."""

import shutil
from pathlib import Path

import pytest
import site_kit as kit
from bs4 import Tag
from crawl import Built

TABLE = "\ufeff科目编码,科目名称,调整预算数,决算数,决算数占合计%,决算数为调整预算数%\r\n"
TABLE += "205,教育支出,1200.50,1100,55.0,91.6\r\n"
TABLE += "20502,普通教育,1200.50,1105.00,,\r\n"
TABLE += "2050201,学前教育,,1105,,\r\n"
TABLE += "20503,职业教育,-,-5,,\r\n"
TABLE += '206,科学技术支出,700,"900",45.0,128.6\r\n'
TABLE += ",合计,1900.50,2000,100.0,105.2\r\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, runner: kit.Runner) -> Path:
    root = tmp_path_factory.mktemp("sheets") / "root"
    kit.write(root, "content/reports/2025决算.csv", TABLE)
    kit.write(root, "content/reports/hidden.csv", TABLE.replace("教育支出", "没有公开的支出"))
    tables = [{"file": "2025决算.csv", "title": "2025年支出决算表", "unit": "万元"}]
    hidden = [{"file": "hidden.csv", "title": "没有公开的表"}]
    kit.write(root, "content/reports/juesuan.md", kit.article("决算报告", organ="县财政局", tables=tables))
    kit.write(root, "content/reports/mimi.md", kit.article("内部报告", tables=hidden, status="draft"))
    kit.write(root, "content/reports/wu.md", kit.article("没有表的报告"))
    runner.build(root, "--only", "portal")
    return root


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    return Built(root / "dist/site")


def texts(tags: list[Tag]) -> list[str]:
    return ["".join(tag.get_text().split()) for tag in tags]


def test_the_table_has_everything_the_file_has(built: Built) -> None:
    (table,) = built.soup("reports/juesuan/").select("table")
    assert texts(table.select("caption")) == ["2025年支出决算表，单位：万元"]
    heads = table.select("thead th")
    assert all(head["scope"] == "col" for head in heads)
    assert texts(heads)[2:] == ["调整预算数", "决算数", "决算数占合计%", "决算数为调整预算数%"]
    rows = [texts(row.select("th, td")) for row in table.select("tbody tr")]
    assert rows == [
        ["205", "教育支出", "1,200.50", "1,100", "55.0%", "91.6%"],
        ["20502", "普通教育", "1,200.50", "1,105.00", "", ""],
        ["2050201", "学前教育", "", "1,105", "", ""],
        ["20503", "职业教育", "", "−5", "", ""],
        ["206", "科学技术支出", "700", "900", "45.0%", "128.6%"],
        ["", "合计", "1,900.50", "2,000", "100.0%", "105.2%"],
    ]
    depths = [head["class"] for head in table.select("tbody th")]
    assert depths == [[f"press-sheet__{n}"] for n in (0, 1, 2, 1, 0, 0)]
    assert texts(table.select(".press-sheet__total th")) == ["合计"]
    assert all("press-figure" in (cell.get("class") or []) for cell in table.select("td + th ~ td"))


def test_bars_set_final_against_budget(built: Built) -> None:
    (chart,) = built.soup("reports/juesuan/").select("svg.press-columns")
    assert chart["role"] == "img"
    assert chart.select("title")[0].get_text() == (
        "2025年支出决算表中数额最大的2项（单位：万元）：教育支出决算数1,100，调整预算数1,200.50；"
        "科学技术支出决算数900，调整预算数700"
    )
    widths = [
        [str(bar["width"]) for bar in chart.select(f".press-columns__{kind}")] for kind in ("final", "budget")
    ]
    assert widths == [["91.63%", "74.97%"], ["100.00%", "58.31%"]]


def test_the_file_is_offered_with_its_byte_order_mark(built: Built) -> None:
    (link,) = built.soup("reports/juesuan/").select(".press-sheet__file a")
    assert link["download"] == "2025决算.csv"
    found = built.target("reports/juesuan/index.html", str(link["href"]))
    assert found
    assert (built.folder / found[0]).read_bytes() == TABLE.encode()
    assert found[0].startswith("media/2025-")


def test_nothing_that_is_not_public_shows(built: Built) -> None:
    for name, path in built.files.items():
        assert "没有公开的".encode() not in path.read_bytes(), name
    assert len(list((built.folder / "media").glob("*.csv"))) == 1


def test_a_report_without_tables_has_none(built: Built) -> None:
    assert not built.soup("reports/wu/").select("table, .press-sheet")


def test_every_link_leads_somewhere(built: Built) -> None:
    assert built.dead() == []


def test_an_edit_of_the_file_makes_the_page_anew(root: Path, runner: kit.Runner, tmp_path: Path) -> None:
    copy = tmp_path / "root"
    shutil.copytree(root / "content", copy / "content")
    runner.build(copy, "--only", "portal")
    changed = kit.rewritten(runner, copy, "content/reports/2025决算.csv", "学前教育", "幼儿教育")
    assert "reports/juesuan/index.html" in changed
    assert len([name for name in changed if name.endswith(".csv")]) == 1
    assert not {"reports/index.html", "reports/wu/index.html"} & changed
    assert "幼儿教育" in (copy / "dist/site/reports/juesuan/index.html").read_text("utf-8")
