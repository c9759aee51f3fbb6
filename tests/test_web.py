"""What the portal adds to a rendered body: contents, reading time, captions, addresses, figures."""

import re

import pytest

from press.markup.skim import Heading, contents, minutes
from press.markup.tree import Figure, Paragraph, Picture, Text, tree
from press.markup.web import WebImage, web
from press.outputs.portal.titles import title


def html(body: str) -> str:
    return web(body, lambda target: target, lambda target: WebImage(target, f"{target}.webp", 40, 30))


# -- contents and time --------------------------------------------------------------------------


def test_contents_need_three_headings() -> None:
    assert contents(html("## 一\n\n## 二\n")) == ()
    assert [heading.text for heading in contents(html("## 一\n\n## 二\n\n## 三\n"))] == ["一", "二", "三"]


def test_contents_name_two_levels_as_they_are_shown() -> None:
    body = "# 甲\n\n### 乙\n\n#### 丙\n\n## 丁 **重** `<b>` &\n"
    assert contents(html(body)) == (
        Heading(2, "s1", "甲"),
        Heading(3, "s2", "乙"),
        Heading(2, "s4", "丁 重 <b> &"),
    )


def test_a_note_in_a_heading_is_not_in_the_contents() -> None:
    found = contents(html("## 一[^1]\n\n## 二\n\n## 三\n\n[^1]: 注。\n"))
    assert [heading.text for heading in found] == ["一", "二", "三"]


@pytest.mark.parametrize(
    ("characters", "expected"), [(1, 1), (599, 1), (600, 2), (1200, 3), (1400, 4), (60_000, 150)]
)
def test_minutes_count_characters(characters: int, expected: int) -> None:
    assert minutes(html("字" * characters)) == expected


def test_only_what_is_read_takes_time() -> None:
    assert minutes("") == minutes(html("![一张图](a.jpg)")) == 0
    plain, marked = "字" * 590, f"**{'字' * 590}**[字](https://example.org/{'x' * 600})"
    assert minutes(html(plain)) == minutes(html(marked)) == 1


# -- whom a text addresses ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "各位代表：",
        "主任、各位副主任、秘书长、各位委员：",
        "各位组成人员、同志们：",
        "同志们：",
        "尊敬的各位来宾：",
    ],
)
def test_whom_a_speech_addresses(words: str) -> None:
    assert f'<p class="press-to">{words}</p>' in html(f"{words}\n\n正文。\n")
    assert f'<p class="press-to">{words}</p>' in html(f"正文。\n\n{words}\n")


@pytest.mark.parametrize(
    "words", ["县人民政府：", "石桥县人大常委会：", "县农业农村局：", "各乡镇人大主席团："]
)
def test_whom_a_paper_is_sent_to(words: str) -> None:
    assert f'<p class="press-to">{words}</p>' in html(f"{words}\n\n正文。\n")
    assert "press-to" not in html(f"正文。\n\n{words}\n"), "only a paper's first line"


@pytest.mark.parametrize(
    "words",
    [
        "会议议程是：",
        "各位代表提出的意见主要有：",
        "各位代表，会议现在开始：",
        "会议决定：",
        "同志们，讲三点：",
        "现予公告：",
        "各位代表",
        "各位**代表**：",
    ],
)
def test_what_addresses_nobody(words: str) -> None:
    assert "press-to" not in html(f"{words}\n\n正文。\n")


# -- pictures -----------------------------------------------------------------------------------


def test_pictures_in_a_paragraph_of_their_own_are_figures_each() -> None:
    body = '![甲](a.jpg "说")\n![乙](b.jpg)\n'
    found = html(body)
    assert found.count("<figure>") == found.count("</figure>") == 2
    assert "<p>" not in found
    assert re.findall(r'<a href="([^"]*)"><picture>', found) == ["a.jpg", "b.jpg"]
    assert tree(body) == (Figure(Picture("a.jpg", "甲", "说")), Figure(Picture("b.jpg", "乙", "")))


def test_a_picture_among_words_is_none() -> None:
    assert "<figure" not in html("见![甲](a.jpg)\n![乙](b.jpg)\n")
    found = tree("见![甲](a.jpg)\n![乙](b.jpg)\n")
    assert len(found) == 1
    assert isinstance(found[0], Paragraph)
    assert tree("   \n甲") == (Paragraph((Text("甲"),)),)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("水库（卞小满 摄）", "（卞小满 摄）"),
        ("水库（某某某 制图）", "（某某某 制图）"),
        ("水库（去年摄）", "（去年摄）"),
        ("水库（卞小满 摄）全景", ""),
        ("水库（左）", ""),
    ],
)
def test_who_took_a_picture_stays_together(caption: str, credit: str) -> None:
    found = html(f'![图](a.jpg "{caption}")')
    assert ('<span class="press-credit">' in found) == bool(credit)
    assert f'<span class="press-credit">{credit}</span></figcaption>' in found or not credit


# -- long addresses -----------------------------------------------------------------------------


def test_an_address_written_out_may_break() -> None:
    found = html("网址https://example.org/a/b-c?d=1&e=2 。\n")
    assert "https://example.<wbr>org/<wbr>a/<wbr>b-<wbr>c?<wbr>d=<wbr>1&amp;<wbr>e=<wbr>2 。" in found
    assert re.sub(r"<[^>]*>", "", found) == "网址https://example.org/a/b-c?d=1&amp;e=2 。\n"


def test_an_address_in_an_attribute_stays_whole() -> None:
    found = html("[外站](https://example.org/a/b-c?d=1&e=2)和<https://example.org/f/g>。\n")
    assert 'href="https://example.org/a/b-c?d=1&amp;e=2"' in found
    assert '<a rel="noopener external" href="https://example.org/f/g">' in found
    assert "f/<wbr>g</a>" in found


# -- titles -------------------------------------------------------------------------------------


def words(found: str) -> list[str]:
    return re.findall(r"<span>([^<]*)</span>", found)


def test_words_of_a_title_stay_whole() -> None:
    found = title("石桥县人民代表大会常务委员会关于2026年2月27日第三十四次会议的决定（草案）")
    assert words(found) == [
        "人民代表大会", "常务委员会", "关于", "2026年2月27日", "第三十四次会议", "决定", "（草案）",
    ]  # fmt: skip


def test_a_title_breaks_behind_its_dash() -> None:
    found = title("盯住水龙头——县里检查——水源")
    assert re.findall(r'<span class="press-half">(.*?——|水源)</span>', found) == [
        "盯住水龙头——",
        "县里<span>检查</span>——",
        "水源",
    ]
    assert "press-half" not in title("——在会上的讲话")
    assert "press-half" not in title("没有说完——")


@pytest.mark.parametrize("text", ["题", "<b>&\"'关于——</span>通过——", "", "会议会议会议", "𠮷" * 120])
def test_a_title_keeps_its_words(text: str) -> None:
    from html import unescape

    assert unescape(re.sub(r"</?span[^>]*>", "", title(text))) == text
