"""Word files: headings set by font, automatic numbers, and what must be settled before."""

import random
from copy import deepcopy
from xml.etree import ElementTree

import pytest

import word_kit as kit
from press.markup import word
from press.markup.from_html import markdown
from press.markup.lines import Placed
from press.markup.word.numbering import shown
from word_kit import FANG, HEI, KAI, level, numbered, p, r, text


def read(body: str, parts: dict[str, str | bytes] | None = None) -> word.Word:
    found = word.read(kit.docx(body, parts), "稿.docx")
    assert found.flaws == ()
    return found


def said(body: str, parts: dict[str, str | bytes] | None = None) -> str:
    return markdown(read(body, parts).html, lambda src, alt: Placed(src, alt)).text


def flaws(data: bytes) -> str:
    found = word.read(data, "稿.docx")
    assert found.html == ""
    return "\n".join(f"{flaw.name}：{flaw.message}" for flaw in found.flaws)


BODY = text("县人大常委会组成人员视察了饮水工程，听取了汇报，提出了意见。")


def test_headings_set_by_font_become_headings() -> None:
    body = p(r("一、基本情况", HEI)) + BODY + p(r("（一）工程进度", KAI)) + BODY
    body += p(r("1.水源", more="<w:b/>")) + BODY + p(r("二、建议", HEI)) + BODY
    lines = [line for line in said(body).split("\n") if line.startswith("#")]
    assert lines == ["## 一、基本情况", "### （一）工程进度", "#### 1.水源", "## 二、建议"]


def test_what_only_looks_like_a_heading_is_none() -> None:
    body = text("一、这是正文里的一句话，用的是仿宋。") + text("（一）涉及代表本人的；")
    body += p(r("这一整段都用黑体强调。但是它有两句话，不是标题。", HEI))
    body += p(r("附件1", HEI)) + p(r("表1　办理情况", HEI, 24), jc="center")
    assert "#" not in said(body)


def test_a_heading_that_runs_into_its_paragraph_is_bold() -> None:
    body = p(r("（一）强化", KAI), r("监督。", KAI), r("全年视察三次。"))
    assert said(body) == "**（一）强化监督。**全年视察三次。\n"


def test_a_centred_chapter_is_a_heading() -> None:
    assert said(BODY + p(r("第一章　总则", HEI), jc="center") + BODY).count("## 第一章") == 1


def test_the_title_is_the_first_centred_large_lines() -> None:
    body = kit.title("青禾县人民代表大会常务委员会", "关于饮水工程的报告")
    body += p(r("青人常〔2026〕3号"), jc="center")
    body += p(r("（2026年6月25日在县十七届人大常委会第三十六次会议上）", KAI), jc="center")
    body += p(r("县水利局局长　林穗", KAI), jc="center") + BODY
    found = read(body)
    assert found.head.title == "青禾县人民代表大会常务委员会关于饮水工程的报告"
    assert found.head.number == "青人常〔2026〕3号"
    assert found.head.subtitle == "（2026年6月25日在县十七届人大常委会第三十六次会议上）"
    assert found.head.lines == 2
    assert "报告" not in found.html
    assert "县水利局局长　林穗" in found.html


def test_a_title_by_style_or_merely_larger_than_the_text() -> None:
    styles = kit.styles(("a1", "Title", ""))
    by_style = p(r("标题一行", FANG, 32), more='<w:pStyle w:val="a1"/>')
    assert read(by_style + BODY, {"word/styles.xml": styles}).head.title == "标题一行"
    assert read(p(r("大一号的标题", FANG, 36), jc="center") + BODY).head.title == "大一号的标题"
    assert read(p(r("同样大小的居中行"), jc="center") + BODY).head.title == ""


def test_headings_by_style_keep_their_order() -> None:
    third = '<w:basedOn w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    circle = ("x", "节", '<w:basedOn w:val="y"/>'), ("y", "层", third)
    styles = kit.styles(("2", "heading 2", ""), *circle)
    body = BODY + p(r("大"), more='<w:pStyle w:val="2"/>') + p(r("小"), more='<w:pStyle w:val="x"/>')
    assert said(body, {"word/styles.xml": styles}).endswith("## 大\n\n### 小\n")


def test_a_font_that_the_style_sets_counts() -> None:
    styles = kit.styles(("h", "一级", f'<w:rPr><w:rFonts w:eastAsia="{HEI}"/></w:rPr>'))
    plain = '<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>一、概况</w:t></w:r></w:p>'
    assert said(BODY + plain, {"word/styles.xml": styles}).endswith("## 一、概况\n")


LEVELS = (
    level(0, "japaneseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
)


def test_automatic_numbers_become_text() -> None:
    body = numbered("甲", font=HEI) + numbered("乙", depth=1, font=KAI) + numbered("丙", depth=1, font=KAI)
    body += numbered("丁", font=HEI) + numbered("戊", depth=1, font=KAI) + numbered("己", depth=2)
    lines = said(body, {"word/numbering.xml": kit.numbering(*LEVELS)}).split("\n\n")
    assert [line.strip() for line in lines] == [
        "## 一、甲", "### （一）乙", "### （二）丙", "## 二、丁", "### （一）戊", "2.1.1己",
    ]  # fmt: skip


def test_numbers_begin_where_they_are_told_and_bullets_stay_bullets() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'
    )
    sheet = kit.numbering(level(0, "decimal", "%1."), numbers=numbers).replace(
        "<w:num ", f'<w:abstractNum w:abstractNumId="9">{level(0, "bullet", "")}</w:abstractNum><w:num ', 1
    )
    body = numbered("甲") + numbered("乙") + numbered("丙", 2) + numbered("丁", 2)
    assert said(body, {"word/numbering.xml": sheet}) == "5.甲\n\n6.乙\n\n- 丙\n- 丁\n"


@pytest.mark.parametrize(
    ("number", "format", "wanted"),
    [
        (21, "chineseCountingThousand", "二十一"), (3, "decimalEnclosedCircleChinese", "③"),
        (4, "upperRoman", "IV"), (28, "lowerLetter", "28"), (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"), (5, "none", ""),
        (1000, "chineseCounting", "1000"), (0, "decimalEnclosedCircle", "0"),
    ],
)  # fmt: skip
def test_formats_of_numbers(number: int, format: str, wanted: str) -> None:
    assert shown(number, format) == wanted


def test_tables_notes_signatures_and_captions() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = (
        "<w:tbl><w:tr>" + cell.format("", "类别") + cell.format('<w:gridSpan w:val="2"/>', "件数") + "</w:tr>"
    )
    table += "<w:tr>" + "".join(cell.format("", word) for word in ("财经", "80|2", "12")) + "</w:tr></w:tbl>"
    note = kit.notes(text("脚注的话。"))
    body = p(r("正文"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("。")) + table
    body += p(r("办公室"), jc="right") + p(r("2026年6月1日"), jc="right")
    assert said(body, {"word/footnotes.xml": note}) == (
        "正文[^1]。\n\n| 类别 | 件数 | 件数 |\n| --- | --- | --- |\n| 财经 | 80\\|2 | 12 |\n\n"
        ":::signature\n办公室\n\n2026年6月1日\n:::\n\n[^1]: 脚注的话。\n"
    )


def test_pictures_come_with_their_descriptions() -> None:
    parts: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": kit.relations("media/1.jpg"),
        "word/media/1.jpg": b"\xff\xd8jpg",
    }
    found = read(kit.picture(described="代表视察") + text("图1　视察现场（林穗 摄）"), parts)
    assert found.images == (b"\xff\xd8jpg",)
    written = markdown(found.html, lambda src, alt: Placed(src, alt)).text
    assert written == '![代表视察](#0 "图1　视察现场（林穗 摄）")\n'


@pytest.mark.parametrize(
    "target", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "media/none.jpg"]
)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_pictures_are_never_read_from_elsewhere(target: str, mode: str) -> None:
    parts: dict[str, str | bytes] = {"word/_rels/document.xml.rels": kit.relations(target, mode=mode)}
    for drawing in (kit.picture(), kit.picture().replace("r:embed", "r:link")):
        assert set(read(BODY + drawing, parts).images) <= {b""}


def test_fields_and_controls_show_what_they_show() -> None:
    field = f'<w:fldSimple w:instr="DATE">{r("2026年")}</w:fldSimple>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{text('控件里的话')}</w:sdtContent></w:sdt>"
    ruby = f"<w:r><w:ruby><w:rt>{r('hé')}</w:rt><w:rubyBase>{r('禾')}</w:rubyBase></w:ruby></w:r>"
    found = read(p(field, r("好")) + control + p(ruby, r("苗")))
    assert found.lost == ()
    assert markdown(found.html, lambda *_: None).text == "2026年好\n\n控件里的话\n\n禾苗\n"


def test_a_table_of_contents_is_left_out() -> None:
    styles = kit.styles(("t", "toc 1", ""))
    listed = p(r("一、概况 3"), more='<w:pStyle w:val="t"/>')
    assert said(listed + BODY, {"word/styles.xml": styles}).startswith("县人大常委会")


def test_text_that_is_not_taken_over_is_told() -> None:
    formula = "<w:p><m:oMath><w:r><w:t>公式里的文字</w:t></w:r></m:oMath></w:p>"
    assert read(BODY + formula).lost == ("公式里的文字",)
    assert (
        read(BODY + p(r("连"), "<w:r><w:noBreakHyphen/></w:r>", r("字"), "<w:r><w:tab/></w:r>", r("符"))).lost
        == ()
    )


# --- what must be settled in Word ---


def test_tracked_changes_are_shown_and_stop_the_import() -> None:
    deleted = '<w:del w:author="张三" w:id="1"><w:r><w:delText>315</w:delText></w:r></w:del>'
    added = '<w:ins w:author="李四" w:id="2"><w:r><w:t>351</w:t></w:r></w:ins>'
    words = flaws(kit.docx(p(r("督办建议"), deleted, added, r("件。"))))
    assert "修订（张三、李四）：督办建议［-315-］［+351+］件。" in words


@pytest.mark.parametrize(
    "body",
    [
        p(r("甲"), f'<w:moveFrom w:id="1">{r("乙")}</w:moveFrom>'),
        p(r("甲"), f'<w:moveTo w:id="1">{r("乙")}</w:moveTo>'),
        p(r("甲"), more='<w:rPr><w:del w:id="1" w:author="张三"/></w:rPr>'),
        f'<w:tbl><w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc>{text("甲")}</w:tc></w:tr></w:tbl>',
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>{text("甲")}</w:tc></w:tr></w:tbl>',
    ],
)  # fmt: skip
def test_every_kind_of_change_is_found(body: str) -> None:
    assert "有没处理的修订" in flaws(kit.docx(BODY + body))


def test_changes_in_notes_count_and_changes_of_format_do_not() -> None:
    changed = p("<w:ins>" + r("甲") + "</w:ins>")
    note = kit.notes(changed)
    assert "有没处理的修订" in flaws(kit.docx(BODY, {"word/footnotes.xml": note}))
    assert "甲" in said(p(r("甲", more='<w:rPrChange w:id="1" w:author="张三"/>')))


def test_comments_are_shown_and_stop_the_import() -> None:
    comments = kit.notes(text("请核对"), "comment", 3, "审\x85核")
    body = p(r("全年15次"), '<w:r><w:commentReference w:id="3"/></w:r>')
    assert "有批注（审 核）：“请核对”，批在“全年15次”" in flaws(
        kit.docx(body, {"word/comments.xml": comments})
    )
    assert said(BODY, {"word/comments.xml": comments}), "a comment on nothing is seen by nobody"


def test_hidden_text_stops_the_import() -> None:
    assert "有隐藏的文字：“内部意见”" in flaws(kit.docx(p(r("甲"), r("内部意见", more="<w:vanish/>"))))
    assert said(p(r("甲", more='<w:vanish w:val="0"/>'))) == "甲\n"


def test_a_long_list_is_cut_short() -> None:
    changes = "".join(p("<w:ins>" + r(f"第{n}处") + "</w:ins>") for n in range(40))
    assert flaws(kit.docx(changes)).endswith("还有 10 处没有列出")


# --- what is no Word file ---


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式的 .doc、.wps，或设了打开密码"),
        (b"not a zip", "不是完整的 ZIP 文件"),
        (kit.zipped({"a.txt": "甲"}), "没有 word/document.xml"),
        (kit.zipped({"word/document.xml": "<w:document"}), "word/document.xml 不合格式"),
        (kit.zipped({"word/document.xml": b"\xff\xfe<\0w\0"}), "word/document.xml 不合格式"),
        (kit.zipped({"word/document.xml": f'<w:document xmlns:w="{kit.W}"/>'}), "word/document.xml 不合格式"),
        (kit.docx(BODY, head='<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "word/document.xml 不合格式"),
        (kit.docx(BODY, {"word/styles.xml": '<!DOCTYPE x SYSTEM "http://a/"><x/>'}), "styles.xml 不合"),
        (kit.docx(BODY, {"word/_rels/document.xml.rels": "<!DOCTYPE x><x/>"}), "document.xml.rels 不合格式"),
        (kit.docx(f"<w:p>{'<w:ins>' * 3000}{r('深')}{'</w:ins>' * 3000}</w:p>"), "嵌套太深"),
        (kit.docx(f"<w:p>{'<w:object>' * 3000}{r('深')}{'</w:object>' * 3000}</w:p>"), "嵌套太深"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_told(data: bytes, words: str) -> None:
    assert words in flaws(data)


def test_symbols_that_are_not_known_are_told() -> None:
    assert read(p(r("甲"), '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')).lost == ()
    assert "符号" in read(p(r("甲"), '<w:r><w:sym w:font="某字体" w:char="F0FE"/></w:r>')).lost[0]


def test_mixed_up_documents_never_escape_as_a_traceback() -> None:
    """Drop, double, move and misname parts of a document: it is read or refused."""
    whole = kit.title("标题") + p(r("一、甲", HEI)) + numbered("乙") + kit.picture()
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>{text("丁")}</w:tc>'
    whole += f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>"
    whole += '<w:p><w:r><w:footnoteReference w:id="2"/><w:sym w:font="x" w:char="F0FE"/><w:br/></w:r></w:p>'
    note = kit.notes(text("注"))
    parts: dict[str, str | bytes] = {
        "word/footnotes.xml": note,
        "word/numbering.xml": kit.numbering(*LEVELS),
        "word/_rels/document.xml.rels": kit.relations("media/1.jpg"),
    }
    dice = random.Random(20261125)
    outcomes = {True: 0, False: 0}
    for _ in range(200):
        root = ElementTree.fromstring(f"<w:body {kit.NAMESPACES}>{whole}</w:body>")
        for _ in range(dice.randrange(1, 5)):
            places = [(parent, child) for parent in root.iter() for child in parent]
            parent, child = dice.choice(places)
            change = dice.choice(("drop", "double", "move", "value"))
            if change == "drop":
                parent.remove(child)
            elif change == "double":
                parent.insert(0, deepcopy(child))
            elif change == "move":
                dice.choice(places)[1].append(deepcopy(child))
            else:
                for name in child.attrib:
                    child.set(name, dice.choice(("-1", "x", "9" * 30, "")))
        body = "".join(ElementTree.tostring(child, "unicode") for child in root)
        outcomes[bool(word.read(kit.docx(body, parts), "稿.docx").flaws)] += 1
    assert min(outcomes.values()) > 3, "both ways are tried"
