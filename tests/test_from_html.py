"""Markdown written from HTML that came from outside: it says the same, and nothing of it commands."""

import re
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from press.markup import dialect
from press.markup.from_html import cleaned, markdown
from press.markup.grid import layout
from press.markup.lines import Placed
from press.markup.nodes import Picture, Span
from press.markup.tree import plain, tree


def no_picture(src: str, alt: str) -> None:
    return None


def written(html: str) -> str:
    return markdown(html, no_picture).text


def clean(body: str) -> str:
    return cleaned(body, lambda src, alt: Placed(f"images/{src}", alt) if src == "1.jpg" else None).text


def squeezed(text: str) -> str:
    return " ".join(re.sub("[\u3000\xa0]", " ", text).split())


HOSTILE = st.text(
    st.sampled_from("甲乙。，（）“”一1 \u3000ab*_`[]()<>#!|~&;:.-+=\\\"'/{}^$@\n\t"), min_size=1, max_size=60
)


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
@example("1. 甲")
@example("# 甲")
@example("---")
@example("甲\n===")
@example("<b>甲</b> &lt; &amp;lt;")
@example("[甲](javascript:x) ![](x)")
@example("10~20和30~40")
@example("::: note")
@example("\\\\*甲*")
@example("[^1]: 甲")
@example("| 甲 |\n| - |")
def test_a_paragraph_shows_the_characters_that_were_meant(text: str) -> None:
    shown = tree(written(f"<p>{escape(text)}</p>"))
    assert squeezed(plain(shown)) == squeezed(text)
    assert "!" not in {
        token.name for token in dialect.tokens(dialect.html(written(f"<p>{escape(text)}</p>")))
    }


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_a_cell_shows_the_characters_that_were_meant(text: str) -> None:
    shown = tree(
        written(f"<table><tr><td>头</td><td>乙</td></tr><tr><td>{escape(text)}</td><td>尾</td></tr></table>")
    )
    assert squeezed(plain(shown)).split() == f"头 乙 {squeezed(text)} 尾".split()


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
@example("<!-- 允许 T003：x -->甲,乙")
@example("<script>alert(1)</script>")
@example("---\ntitle: 题\n---\n")
@example("    ```\n<b>")
def test_cleaning_is_done_after_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    rendered = dialect.html(once)
    assert dialect.DROPPED not in rendered
    assert dialect.without_comments(once) == once


def test_headings_begin_at_level_two_and_none_is_skipped() -> None:
    assert written("<h1>一</h1><h3>二</h3><h2><strong>三</strong></h2>") == "## 一\n\n### 二\n\n### 三\n"
    assert written("<h4>一</h4><h5>二</h5>") == "## 一\n\n### 二\n"


def test_marks_stand_close_to_their_words() -> None:
    assert written("<p><strong> 一、甲。 </strong>乙<em>丙</em></p>") == "**一、甲。** 乙*丙*\n"
    (paragraph,) = tree(written("<p><strong>（一）甲。</strong>乙</p>"))
    assert isinstance(paragraph.children[0], Span)  # type: ignore[union-attr]


def test_raised_and_lowered_figures_keep_their_meaning() -> None:
    assert written("<p>10 m<sup>2</sup>，CO<sub>2</sub>，10<sup>-3</sup></p>") == "10 m²，CO₂，10⁻³\n"


def test_forced_line_ends_stay_and_stray_ones_go() -> None:
    assert written("<p>甲<br />乙<br /></p>") == "甲\\\n乙\n"
    assert written("<p><br /><br /></p>") == ""


def test_lists_quotations_and_signatures() -> None:
    html = "<ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ul><ol start='3'><li>丁</li></ol>"
    html += "<blockquote><p>引</p></blockquote><div class='signature'><p>办公室</p><p>2026年</p></div>"
    assert written(html) == (
        "- 甲\n\n  - 乙\n\n- 丙\n\n3. 丁\n\n> 引\n\n:::signature\n办公室\n\n2026年\n:::\n"
    )


def test_footnotes_are_numbered_as_they_are_referred_to() -> None:
    html = '<p>甲<sup><a href="#footnote-7" id="footnote-ref-7">[1]</a></sup>乙'
    html += '<sup><a href="#endnote-1">[2]</a></sup></p>'
    html += '<ol><li id="endnote-1"><p>尾 <a href="#endnote-ref-1">↑</a></p></li>'
    html += '<li id="footnote-7"><p>脚 <a href="#footnote-ref-7">↑</a></p></li></ol>'
    assert written(html) == "甲[^1]乙[^2]\n\n[^1]: 脚\n\n[^2]: 尾\n"


def test_only_addresses_of_other_sites_stay() -> None:
    html = (
        '<p><a href="https://a.cn/x?b=1">甲</a><a href="javascript:x">乙</a><a href="../deputies/a.md">丙</a>'
    )
    html += '<a href="#_Toc1">丁</a><a href="file:///etc/passwd">戊</a></p>'
    assert written(html) == "[甲](https://a.cn/x?b=1)乙丙丁戊\n"


def test_pictures_are_those_the_caller_knows() -> None:
    assert clean("![甲](1.jpg)\n\n![乙](../../secret.jpg)\n\n丙![](https://a.cn/track.gif)丁") == (
        "![甲](images/1.jpg)\n\n丙丁\n"
    )


def test_a_line_below_a_picture_is_its_caption() -> None:
    found = markdown('<p><img src="1" alt="" /></p><p>图1 走访“现场”（林 摄）</p><p>文</p>', Placed).text
    assert found == '![图1 走访“现场”（林 摄）](1 "图1 走访“现场”（林 摄）")\n\n文\n'
    figure = tree(found)[0].picture  # type: ignore[union-attr]
    assert figure == Picture("1", "图1 走访“现场”（林 摄）", "图1 走访“现场”（林 摄）")


def test_front_matter_comments_and_html_in_a_text_are_text() -> None:
    shown = clean("---\nstatus: published\n---\n\n甲<b>乙</b><!-- 允许 T003：我 -->\n\n<div>\n丙\n</div>\n")
    assert "status: published" in shown
    assert "甲\\<b>乙\\</b>\\<\\!-- 允许 T003：我 -->" in shown
    assert "\\<div> 丙 \\</div>" in shown


def test_merged_cells_are_laid_out_and_told() -> None:
    html = (
        '<table><tr><td rowspan="2">类别</td><td colspan="2">件数</td></tr>'
        "<tr><td>大会</td><td>闭会</td></tr>"
        '<tr><td rowspan="2">财经</td><td>1</td><td>2</td></tr><tr><td colspan="2">共3</td></tr></table>'
    )
    found = markdown(html, no_picture)
    assert found.text == (
        "| 类别 | 件数：大会 | 件数：闭会 |\n| --- | --- | --- |\n| 财经 | 1 | 2 |\n| 财经 | 共3 |  |\n"
    )
    assert found.notices == ["第 1 个表格有合并的单元格，已经拆开，请对照原稿核对"]


@pytest.mark.parametrize("span", ["99999999999999999999", "0", "-1", "x", "1e9"])
def test_absurd_spans_are_no_table_of_a_million_columns(span: str) -> None:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(
        f'<table><tr><td colspan="{span}" rowspan="{span}">甲</td></tr><tr><td>乙</td></tr></table>',
        "html.parser",
    )
    assert soup.table
    rows = layout(soup.table).rows
    assert rows
    assert max(map(len, rows)) <= 61


def test_deep_nesting_ends_as_text() -> None:
    html = "<blockquote>" * 400 + "<p>深</p>" + "</blockquote>" * 400
    assert "深" in written(html)
    assert "深" in clean(">" * 3000 + " 深")
