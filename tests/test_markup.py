"""One dialect, two readings: HTML for the portal and a typed tree for everything else."""

import pytest

from press.markup.chinese import join_lines
from press.markup.levels import shown
from press.markup.outline import outline
from press.markup.tree import (
    Break,
    Code,
    Division,
    Figure,
    Heading,
    List,
    Note,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Text,
    plain,
    tree,
)
from press.markup.web import WebImage, web
from press.model.document import Heading as OutlineHeading
from press.model.document import Image, Link


def para(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def html(body: str) -> str:
    return web(body, lambda target: f"to:{target}", lambda target: WebImage(target, f"{target}.webp", 40, 30))


# -- line ends ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rendered", "joined"),
    [
        ("甲\n乙", "甲乙"),
        ("甲，\n乙", "甲，乙"),
        ("甲\n（乙）", "甲（乙）"),
        ("“甲”\n“乙”", "“甲”“乙”"),
        ("𠮷\n野", "𠮷野"),
        ("甲\n乙\n丙", "甲乙丙"),
        ("a\nb", "a\nb"),
        ("甲\nb", "甲\nb"),
        ("a\n乙", "a\n乙"),
        ("甲\n3", "甲\n3"),
        ("<strong>甲</strong>\n<em>乙</em>", "<strong>甲</strong><em>乙</em>"),
        ('甲\n<a href="x">乙</a>', '甲<a href="x">乙</a>'),
        ('<a href="x">甲</a>\n乙', '<a href="x">甲</a>乙'),
        ("<strong><em>甲</em></strong>\n乙", "<strong><em>甲</em></strong>乙"),
        ("甲<br />\n乙", "甲<br />\n乙"),
        ("<p>甲</p>\n<p>乙</p>", "<p>甲</p>\n<p>乙</p>"),
        ("<pre><code>甲\n乙\n</code></pre>\n<p>丙\n丁</p>", "<pre><code>甲\n乙\n</code></pre>\n<p>丙丁</p>"),
    ],
)
def test_a_line_end_between_chinese_characters_is_no_space(rendered: str, joined: str) -> None:
    assert join_lines(rendered) == joined


def test_line_ends_in_a_whole_document() -> None:
    body = "甲\n**乙**\n丙[丁\n戊](https://example.com/)\n己 a\nb 庚\n\n```\n甲\n乙\n```\n"
    text = plain(tree(body))
    assert text == "甲乙丙丁戊己 a b 庚\n甲\n乙\n"
    assert "<strong>乙</strong>丙" in html(body)
    assert "甲\n乙\n</code>" in html(body)


# -- tree ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "inlines"),
    [
        ("**重点：**内容", (Span("strong", (Text("重点："),)), Text("内容"))),
        ("*斜*体", (Span("emphasis", (Text("斜"),)), Text("体"))),
        ("~~删~~去", (Span("strike", (Text("删"),)), Text("去"))),
        ("`a<b` 码", (Code("a<b"), Text(" 码"))),
        ("[链](b.md#s1 '题')", (Span("link", (Text("链"),), "b.md#s1"),)),
        ("[**粗**链](x.md)", (Span("link", (Span("strong", (Text("粗"),)), Text("链")), "x.md"),)),
        ("<https://example.com/?a=1&b=2>", None),
        ("甲\\\n乙", (Text("甲"), Break(), Text("乙"))),
        ("甲  \n乙", (Text("甲"), Break(), Text("乙"))),
        ("文![图](a.jpg)", (Text("文"), Picture("a.jpg", "图", ""))),
        ("AT&T &lt;b&gt; \\<i\\> &amp;amp;", (Text("AT&T <b> <i> &amp;"),)),
        ("甲<b>乙</b>丙", (Text("甲"), Text("乙"), Text("丙"))),
    ],
)
def test_inlines(body: str, inlines: tuple[object, ...] | None) -> None:
    (block,) = tree(body)
    assert isinstance(block, Paragraph)
    if inlines is None:
        address = "https://example.com/?a=1&b=2"
        inlines = (Span("link", (Text(address),), address),)
    assert block.children == inlines


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("## 一、标题\n", (Heading(2, (Text("一、标题"),)),)),
        ("甲\n\n乙", (para("甲"), para("乙"))),
        ('![图](a.jpg "说")', (Figure(Picture("a.jpg", "图", "说")),)),
        ("> 引\n>\n> 文", (Quote((para("引"), para("文"))),)),
        ("> > 深", (Quote((Quote((para("深"),)),)),)),
        ("```\na\n  b < c\n```", (Preformatted("a\n  b < c\n"),)),
        ("    缩进\n", (Preformatted("缩进\n"),)),
        ("---", (Rule(),)),
        ("- 甲\n- 乙", (List(False, 1, ((para("甲"),), (para("乙"),))),)),
        ("3. 三\n4. 四", (List(True, 3, ((para("三"),), (para("四"),))),)),
        ("0. 零", (List(True, 0, ((para("零"),),)),)),
        ("- 甲\n\n- 乙", (List(False, 1, ((para("甲"),), (para("乙"),))),)),
        ("- ", (List(False, 1, ((),)),)),
        ("::: note\n甲\n\n- 乙\n:::", (Division("note", (para("甲"), List(False, 1, ((para("乙"),),)))),)),
        ("::: signature\n:::", (Division("signature", ()),)),
        (":::: a\n::: b\n甲\n:::\n::::", (Division("a", (Division("b", (para("甲"),)),)),)),
        ("", ()),
        ("<div>\n", ()),
    ],
)
def test_blocks(body: str, blocks: tuple[object, ...]) -> None:
    assert tree(body) == blocks


def test_lists_nest_and_hold_blocks() -> None:
    body = "1. 甲\n\n   乙\n\n   - 丙\n     1. 丁\n\n   > 戊\n2. 己\n"
    assert tree(body) == (
        List(
            True,
            1,
            (
                (
                    para("甲"),
                    para("乙"),
                    List(False, 1, ((para("丙"), List(True, 1, ((para("丁"),),))),)),
                    Quote((para("戊"),)),
                ),
                (para("己"),),
            ),
        ),
    )


def test_a_tight_item_with_a_list_after_its_text() -> None:
    assert tree("- 甲\n  - 乙\n") == (List(False, 1, ((para("甲"), List(False, 1, ((para("乙"),),))),)),)


def test_tables_keep_their_alignment_and_inline_marks() -> None:
    body = (
        "| 甲 | 乙 | 丙 | 丁 |\n|:--|:-:|--:|---|\n| **1** | `2` | [3](x.md) |\n| a \\| b | | 𠮷 | 4 | 多 |\n"
    )
    (table,) = tree(body)
    assert isinstance(table, Table)
    assert table.align == ("left", "center", "right", "")
    assert [plain(cell) for cell in table.head] == ["甲", "乙", "丙", "丁"]
    assert table.rows[0][0] == (Span("strong", (Text("1"),)),)
    assert table.rows[0][1] == (Code("2"),)
    assert [plain(cell) for cell in table.rows[0]] == ["1", "2", "3", ""]
    assert [plain(cell) for cell in table.rows[1]] == ["a | b", "", "𠮷", "4"]


def test_a_table_may_have_no_rows() -> None:
    assert tree("| 甲 |\n|---|\n") == (Table(("",), ((Text("甲"),),), ()),)


def test_footnotes_stand_where_they_are_used() -> None:
    body = (
        "甲[^a]乙[^乙]\n\n[^乙]: 后写的\n[^a]: 第一段\n\n    第二段\n\n    - 列\n\n    ```\n    码\n    ```\n"
    )
    first = Note((para("第一段"), para("第二段"), List(False, 1, ((para("列"),),)), Preformatted("码\n")))
    assert tree(body) == (Paragraph((Text("甲"), first, Text("乙"), Note((para("后写的"),)))),)


def test_a_repeated_reference_repeats_the_note_without_back_references() -> None:
    (block,) = tree("甲[^1]乙[^1]丙[^1]\n\n[^1]: 注\n")
    assert isinstance(block, Paragraph)
    assert [node for node in block.children if isinstance(node, Note)] == [Note((para("注"),))] * 3


def test_footnotes_in_headings_tables_and_lists() -> None:
    body = "## 题[^1]\n\n| 甲[^1] |\n|---|\n| 乙[^1] |\n\n- 丙[^1]\n\n[^1]: 注\n"
    heading, table, items = tree(body)
    note = Note((para("注"),))
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert heading.children == (Text("题"), note)
    assert table.head[0] == (Text("甲"), note)
    assert table.rows[0][0] == (Text("乙"), note)
    assert items == List(False, 1, ((Paragraph((Text("丙"), note)),),))


def test_an_unused_footnote_is_no_text_and_an_undefined_one_stays_as_written() -> None:
    assert tree("甲\n\n[^1]: 没有人用\n") == (para("甲"),)
    assert tree("甲[^2]\n") == (para("甲[^2]"),)


def test_a_footnote_inside_a_footnote_keeps_its_text() -> None:
    found = repr(tree("甲[^a]\n\n[^a]: 见[^b]\n\n[^b]: 深处的文字\n"))
    assert "深处的文字" in found
    assert "Note(blocks=())" not in found


def test_a_footnote_that_refers_to_itself_ends() -> None:
    assert "注文" in repr(tree("甲[^a]\n\n[^a]: 注文[^a]\n"))


def test_raw_html_is_dropped_and_its_text_between_inline_tags_kept() -> None:
    assert plain(tree("甲<script>乙</script>丙\n\n<div>丁</div>\n\n戊")) == "甲乙丙\n戊\n"


@pytest.mark.parametrize(
    "body",
    [
        "- " * 200 + "甲",
        "> " * 200 + "甲",
        "".join("  " * n + "- 甲\n" for n in range(200)),
        "*a " * 5000,
        "[" * 5000,
    ],
)
def test_deep_nesting_ends(body: str) -> None:
    assert isinstance(outline(body, 1).depth, int)
    assert html(body)


def test_plain_leaves_notes_and_pictures_out() -> None:
    body = "## 题\n\n甲[^1]**乙**\\\n丙 `码`\n\n![图](a.jpg)\n\n| a | b |\n|---|---|\n| c | d |\n"
    body += "\n> 引\n\n---\n\n[^1]: 注\n"
    assert plain(tree(body)) == "题\n甲乙\n丙 码\na\tb\nc\td\n引\n"


# -- outline ------------------------------------------------------------------------------------


def test_places_are_of_the_file_and_in_characters() -> None:
    body = (
        "## 全角 𠮷\n\n前文，[链](b.md)后**又[链](c.md)**\n\n> 引文![图](a.jpg)\n\n- 甲\n  - 乙[丁](d.md)\n"
    )
    found = outline(body, 10)
    assert found.headings == (OutlineHeading(2, "全角 𠮷", 10, 1),)
    assert found.links == (Link("b.md", 12, 4), Link("c.md", 12, 17), Link("d.md", 17, 6))
    assert found.images == (Image("a.jpg", "图", 14, 5),)
    lines = body.split("\n")
    for link in found.links:
        assert lines[link.line - 10][link.column - 1 :].startswith("[")


def test_places_in_tables_and_footnotes() -> None:
    body = "| 甲 | 乙[链](b.md) |\n|---|---|\n| 丙[链](c.md) | 丁 |\n\n文[^1]\n\n[^1]: 注里[链](d.md)\n"
    assert [(link.target, link.line) for link in outline(body, 1).links] == [
        ("b.md", 1),
        ("c.md", 3),
        ("d.md", 7),
    ]
    assert [link.column for link in outline(body, 1).links][2] == 9


def test_a_reference_link_stands_where_it_is_used() -> None:
    assert outline("前[甲][a]\n\n[a]: b.md\n", 1).links == (Link("b.md", 1, 2),)


def test_addresses_are_found_in_no_code() -> None:
    found = outline("`[a](b.md)`\n\n```\n![a](b.jpg)\n```\n\n    [a](b.md)\n\n\\[a](b.md)\n", 1)
    assert (found.links, found.images) == ((), ())


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("甲\n乙", "甲乙"),
        ("## 标题\n\n正文", "正文"),
        ("**甲**`b`[丙](x.md)", "甲b丙"),
        ("![图](a.jpg)\n\n正文", "正文"),
        ("甲[^1]乙\n\n[^1]: 注文\n", "甲乙"),
        ("&lt;b&gt; AT&T", "<b> AT&T"),
        ("", ""),
    ],
)
def test_the_excerpt_is_the_beginning_in_plain_text(body: str, excerpt: str) -> None:
    assert outline(body, 1).excerpt == excerpt


def test_a_long_excerpt_ends_with_a_sentence_or_an_ellipsis() -> None:
    sentence = "常委会听取和审议了专项工作报告，提出了审议意见，要求限期研究处理并作书面报告。"
    found = outline(sentence * 5, 1).excerpt
    assert found == sentence * 2
    endless = outline("县人民代表大会常务委员会" * 20, 1).excerpt
    assert endless.endswith("…")
    assert len(endless) <= 96
    assert not outline("甲" * 94 + "，" + "乙" * 20, 1).excerpt.endswith("，…")


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("甲 乙\n**丙**\n\n<!-- 备注 -->\n", False),
        ("![图](a.jpg)", False),
        ("## 只有标题\n", False),
        ("| 甲 |\n|---|\n", False),
        (f"{'&nbsp; ' * 4000}甲", False),
        ("\u3000\n\n<!-- 备注 -->\n\n---\n", True),
        ("", True),
    ],
)
def test_a_body_is_empty_that_shows_nothing(body: str, empty: bool) -> None:
    assert outline(body, 1).empty is empty


def test_a_heading_is_known_by_its_words() -> None:
    body = "## **粗** `码` [链](x.md)\n\n### 有注[^1]\n\n[^1]: 注\n"
    assert [heading.text for heading in outline(body, 1).headings] == ["粗 码 链", "有注"]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("全角<b>粗</b>", [(5, 3), (5, 7)]),
        ("<div>\n甲\n</div>", [(5, 1), (7, 1)]),
        ("甲\n\n<br/>", [(7, 1)]),
        ("`<b>` <https://example.com/> 1 < 2 > 1 \\<b> &lt;b&gt;", []),
        ("<!-- 备注 -->", []),
        ("<!-- <b> -->\n\n\\<b>\n\n    <b>", []),
        ("甲 <!-- <b> --> 乙", []),
    ],
)
def test_raw_html_is_reported(body: str, places: list[tuple[int, int]]) -> None:
    assert list(outline(body, 5).raw_html) == places


@pytest.mark.parametrize(
    "body",
    ["甲\n\n<!-- 没完\n\n乙", "<?php 文 ?>", "<!DOCTYPE html>", "<div 没完\n文", "<b\nclass='x'>文</b>"],
)
def test_whatever_is_lost_is_reported(body: str) -> None:
    assert outline(body, 1).raw_html


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([2, 3, 4, 2], [2, 3, 4, 2]),
        ([1, 2], [2, 2]),
        ([4, 6, 3], [2, 3, 3]),
        ([2, 4, 5, 3], [2, 3, 4, 3]),
        ([6], [2]),
        ([], []),
    ],
)
def test_skipped_levels_are_closed_up(written: list[int], levels: list[int]) -> None:
    assert list(shown(written)) == levels


# -- web ----------------------------------------------------------------------------------------


def test_headings_get_anchors_and_levels_without_gaps() -> None:
    assert html("# 一\n\n#### **二**\n\n## 三") == (
        '<h2 id="s1">一</h2>\n<h3 id="s2"><strong>二</strong></h3>\n<h2 id="s3">三</h2>\n'
    )


def test_a_picture_of_its_own_is_a_figure() -> None:
    assert html('![图](a.jpg "说明（某某 摄）")') == (
        '<figure><a href="a.jpg"><picture><source type="image/webp" srcset="a.jpg.webp">'
        '<img src="a.jpg" alt="图" width="40" height="30" loading="lazy" decoding="async"></picture></a>'
        '<figcaption>说明<span class="press-credit">（某某 摄）</span></figcaption></figure>\n'
    )
    assert "figcaption" not in html("![图](a.jpg)")


def test_a_picture_in_a_line_is_none() -> None:
    found = html("文![图](a.jpg)字")
    assert "<figure" not in found
    assert found.startswith("<p>文<picture>")
    assert found.count("<img") == 1


@pytest.mark.parametrize("hostile", ['"><script>alert(1)</script>', "' onload='x", "a > b & c", "--><b>"])
def test_words_of_a_picture_cannot_leave_their_attribute(hostile: str) -> None:
    escaped = hostile.replace("\\", "\\\\").replace('"', '\\"')
    found = html(f'![{escaped}](a.jpg "{escaped}")')
    assert found.count("<") == 10, found
    assert "<script" not in found


def test_a_wide_table_scrolls_in_a_region() -> None:
    found = html("| 甲 |\n|:-:|\n| 乙 |\n\n| 丙 |\n|---|\n")
    region = '<div class="press-table" role="group" aria-label="表格" tabindex="0"><table>'
    assert found.count(region) == 2
    assert found.count("</table></div>") == 2
    assert '<th class="press-center">甲</th>' in found


@pytest.mark.parametrize(
    ("target", "outside"),
    [
        ("https://example.com/", True),
        ("http://example.com/?a=1&b=2", True),
        ("HTTPS://example.com/", True),
        ("mailto:a@example.com", False),
        ("b.md", False),
        ("#s1", False),
    ],
)
def test_links_that_leave_the_site_say_so(target: str, outside: bool) -> None:
    found = web(f"[链]({target})", lambda target: target, lambda target: WebImage("", "", 1, 1))
    assert ('rel="noopener external"' in found) == outside
    assert found.count("<a ") == 1


def test_links_go_through_the_given_function() -> None:
    assert 'href="to:news/b#s1"' in html("[链](news/b#s1)")
    assert 'href="to:b.md"' in html("[链][a]\n\n[a]: b.md\n")


def test_what_link_gives_is_escaped() -> None:
    found = web("[链](b.md)", lambda target: 'x"><b>&', lambda target: WebImage("", "", 1, 1))
    assert "<b>" not in found
    assert found.count('"') % 2 == 0


def test_footnotes_have_chinese_labels() -> None:
    found = html("甲[^1]乙[^1]\n\n[^1]: 注\n")
    assert 'class="footnotes" aria-label="注释"' in found
    assert 'aria-label="返回正文注释 1 处"' in found
    assert 'aria-label="返回正文注释 1-2 处"' in found
    assert "Back to reference" not in found


def test_the_word_footnote_in_the_text_changes_nothing() -> None:
    assert html('class="footnotes" footnote') == "<p>class=&quot;footnotes&quot; footnote</p>\n"
    assert html("`<h2>` `<table>` `<img src=x>`").count("<code>") == 3
    assert "press-table" not in html("`<table>`")
    assert "id=" not in html("`<h2>甲</h2>`")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "[x](&#106;avascript:alert(1))",
        '::: a" onclick="alert(1)\n甲\n:::',
        '``` a" onclick="x\n甲\n```',
        "<svg onload=alert(1)>",
        "[^<script>]: x\n\n甲[^<script>]",
    ],
)
def test_nothing_that_runs_comes_through(hostile: str) -> None:
    found = web(hostile, lambda target: target, lambda target: WebImage("", "", 1, 1)).lower()
    assert "<script" not in found
    assert 'href="javascript' not in found
    assert 'href="data' not in found
    assert ' onclick="' not in found
    assert "<svg" not in found
    assert "<img src=x" not in found


def test_template_language_is_text() -> None:
    assert html("{{ 7*7 }} {% include 'x' %} {# y #}") == "<p>{{ 7*7 }} {% include 'x' %} {# y #}</p>\n"
