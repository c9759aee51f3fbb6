import re
from itertools import pairwise

import pytest
import sample_issue as sample
import sample_nodes as nodes
from proofs import (
    MM,
    PITCH,
    SIZE,
    Opened,
    body_of,
    build,
    label,
    label_to_page,
    lines,
    opened,
    small,
    squeezed,
)

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("_installed")]


def test_a_full_page_is_28_by_22_in_the_type_area(bulletin: Opened) -> None:
    index = next(
        page.number
        for page in bulletin
        if sum(set(row[4].strip()) <= set(nodes.EVEN) for row in lines(page)) >= 22
    )
    page = bulletin[index]
    body = [row for row in lines(page) if set(row[4].strip()) <= set(nodes.EVEN) and row[3] > 15]
    assert len(body) == 22
    assert {len(row[4]) for row in body} == {28}
    assert all(abs(b[1] - a[1] - PITCH) < 0.11 for a, b in pairwise(body))
    binding = 28 * MM if (index + 1) % 2 else page.rect.width - 28 * MM - 28 * SIZE
    assert abs(body[0][0] - binding) < 0.5 * MM
    assert abs(28 * SIZE - 156 * MM) < 1 * MM
    # The em box of a line reaches from 0.88 em above its baseline to 0.12 em below.
    top, bottom = body[0][1] - 0.88 * SIZE, body[-1][1] + 0.12 * SIZE
    assert abs(top - 37 * MM) < 0.5 * MM
    assert abs(bottom - top - 225 * MM) < 1 * MM


def test_pages_are_a4_and_mirrored(bulletin: Opened) -> None:
    assert {(round(p.rect.width / MM), round(p.rect.height / MM)) for p in bulletin} == {(210, 297)}


def test_folios(bulletin: Opened) -> None:
    seen = 0
    for page in bulletin:
        folio = [row for row in lines(page) if re.fullmatch(r"— ?\d+ ?—", row[4].strip())]
        if not label(page).isdigit():
            assert not folio
            continue
        seen += 1
        (x0, y, x1, size, text) = folio[-1]
        assert text.strip("— ") == label(page)
        assert size == pytest.approx(14)
        odd = page.number % 2 == 0
        assert int(label(page)) % 2 == odd
        if odd:
            edge = 28 * MM + 28 * SIZE
            assert edge - x1 == pytest.approx(14, abs=1.5)
        else:
            edge = page.rect.width - 28 * MM - 28 * SIZE
            assert x0 - edge == pytest.approx(14, abs=1.5)
        # The dash stands 7 mm below the type area.
        dash = y - 0.38 * size
        assert dash - (37 * MM + 21 * PITCH + SIZE) == pytest.approx(7 * MM, abs=1 * MM)
    assert seen > 25


@pytest.mark.parametrize("kind", ["bulletin", "study"])
def test_contents_tell_true_pages(kind: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(kind)
    data = getattr(sample, kind)()
    first = label_to_page(document, "1")
    starts = {title: page - 1 for level, title, page in document.get_toc() if level == 2}
    contents = squeezed("".join(p.get_text() for p in document if label(p) in ("I", "II")))
    for section in data["sections"]:
        assert squeezed(section["title"]) in contents
        for entry in section["documents"]:
            title = squeezed(entry["title"])
            page = document[starts[entry["title"]]]
            assert title in squeezed(body_of(page))
            number = label(page)
            authors = squeezed("（" + "、".join(entry["authors"]) + "）") if entry["authors"] else ""
            assert re.search(re.escape(title + authors) + r"\.+" + number + r"(?!\d)", contents), title
    links = [link for p in document for link in p.get_links() if label(p) in ("I", "II")]
    assert {link["page"] for link in links} >= {first}


def test_no_forbidden_line_start_or_ragged_line(bulletin: Opened) -> None:
    for page in bulletin:
        odd = page.number % 2 == 0
        right = 28 * MM + 28 * SIZE if odd else page.rect.width - 28 * MM
        for _, _, x1, size, text in lines(page):
            assert text[0] not in "，。、；：？！）》”’", (page.number, text)
            # A last stop or space is half empty: only its blank half may hang out.
            blank = 0.6 * size if text[-1] in "，。、；：？！）》”’\u3000" else 1
            assert x1 <= right + blank or text[-1].isspace(), (page.number, text)


def test_running_heads(bulletin: Opened) -> None:
    def head(wanted: str) -> str:
        page = bulletin[label_to_page(bulletin, wanted)]
        return squeezed("".join(row[4] for row in lines(page) if row[1] < 32 * MM))

    assert head("1") == ""
    assert head("4").startswith("2026年第1期(总第97期)")
    assert head("4").endswith("常务委员会公报")
    assert head("7").startswith("公告·决议·决定")
    assert head("7").endswith("关于推进依法行使职权的决议")
    assert all(not r for p in bulletin if label(p) == "" for r in lines(p) if r[1] < 32 * MM and p.number)


def test_study_is_a5_with_its_notices(study: Opened) -> None:
    assert {(round(p.rect.width / MM), round(p.rect.height / MM)) for p in study} == {(148, 210)}
    cover = squeezed(study[0].get_text())
    assert "准印证号:(青)内资准字第0026号" in cover
    assert "内部资料,免费交流" in cover
    assert not re.search("本刊|刊号|刊期", "".join(p.get_text() for p in study))


def test_the_grid_holds_after_headings_notes_figures_and_short_tables() -> None:
    blocks = [
        nodes.heading(2, "一、标题"),
        nodes.paragraph("注", nodes.note("脚注"), "文"),
        nodes.figure("assets/icon.png", "图", "图注", 300, 200),
        nodes.paragraph("图后"),
        nodes.table([None], ["甲"], [["1"], ["2"]]),
        nodes.paragraph("表后"),
        {"t": "rule"},
        {"t": "division", "name": "note", "c": [nodes.paragraph("说明" * 60)]},
        nodes.paragraph("末段"),
    ]
    out = opened(build(small(*blocks, subtitle="副标题")))
    found = {row[4]: (row[1] - 0.88 * SIZE - 37 * MM) / PITCH for page in out for row in lines(page)}
    for text in ("图后", "表后", "末段", "一、标题"):
        assert abs(found[text] - round(found[text])) < 0.03, (text, found[text])


def test_a_long_address_breaks_and_copies_whole() -> None:
    address = "https://example.com/" + "a" * 90 + "/b?c=d&" + "e.f/" * 20
    cell = nodes.table([None, None], ["网址", "数"], [[address, "1"]])
    page = opened(build(small(nodes.paragraph("见" + address + "。"), cell)))[4]
    assert squeezed(page.get_text()).count(squeezed(address)) == 2
    assert max(row[2] for row in lines(page)) <= 28 * MM + 28 * SIZE + 0.6 * SIZE


def test_no_heading_at_the_foot_of_a_page(bulletin: Opened, study: Opened) -> None:
    for document, size in ((bulletin, SIZE), (study, 10.5)):
        for page in document:
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", [])
                for span in line["spans"]
                if abs(span["size"] - size) < 0.1 and span["text"].strip() and label(page).isdigit()
            ]
            if spans:
                last = max(spans, key=lambda span: float(span["origin"][1]))
                assert not last["font"].startswith("NotoSansSC"), (page.number, last["text"])


def test_the_signature_keeps_the_standards_distances() -> None:
    blocks = [nodes.paragraph("正文"), nodes.signature("青禾县人大常委会", "2026年3月6日")]
    rows = {row[4].replace(" ", ""): row for row in lines(opened(build(small(*blocks)))[4])}
    name, date = rows["青禾县人大常委会"], rows["2026年3月6日"]
    # The date begins two characters right of the name; the longer ends two from the edge.
    assert date[0] - name[0] == pytest.approx(2 * SIZE, abs=0.5)
    assert 28 * MM + 28 * SIZE - max(name[2], date[2]) == pytest.approx(2 * SIZE, abs=1)


def test_a_note_in_the_head_of_a_table_that_breaks() -> None:
    table = nodes.table([None], ["数"], [[str(n)] for n in range(60)])
    plain = opened(build(small(table)))
    assert all("数" in plain[index].get_text() for index in (4, 5, 6))
    table["head"][0].append(nodes.note("单位：万元"))
    noted = opened(build(small(table)))
    assert "单位：万元" in noted[4].get_text()
    assert "59" in "".join(page.get_text() for page in noted)
