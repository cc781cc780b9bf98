"""Every sort of file gives its words, in the order a person reads them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.files.opening import Job, open_file
from bot.files.sorts import sort_of
from tests import documents as make

LINES = [
    "青禾镇农业农村办",
    "关于报送秸秆禁烧台账的通知",
    "各村（社区）：",
    "请各村于2026年10月8日17:00前将秸秆禁烧网格责任台账电子版报送至镇农业农村办，联系人：王敏，电话：13812345678，邮箱：qh@example.cn。",
]
ROWS = [["时间", "地点", "事项"], ["10月8日", "三楼会议室", "推进会"], ["10月9日前", "农办", "报台账"]]
FORM = [["秸秆禁烧网格责任人登记表", "", "", ""], ["序号", "姓名", "身份证号", "联系电话"], ["1", "", "", ""], ["填表说明：一户一行", "", "", ""]]


def web(lines, rows, after=()):
    """A page with a table whose cells hold paragraphs, as Word writes it."""
    cells = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    return make.page([*lines, f"</p><table>{cells}</table><p>", *after])


def opened(content, name="file"):
    return open_file(content, name, Job())


def said(read):
    assert read.trouble is None, read
    return read.text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (make.docx(LINES), "a.docx"),
        (make.pdf(LINES), "a.pdf"),
        (make.pptx([LINES]), "a.pptx"),
        (make.page(LINES), "a.html"),
        (make.page(LINES, "gb18030"), "a.html"),
        (make.page(LINES, "gb18030", declared=False), "a.html"),
        (make.saved_page(LINES), "a.doc"),
        (make.saved_page(LINES, "utf-8"), "a.mht"),
        (make.of_kind(make.docx(LINES), "ms-word.document.macroEnabled"), "a.docm"),
        (make.of_kind(make.docx(LINES), "openxmlformats-officedocument.wordprocessingml.template"), "a.dotx"),
        (make.of_kind(make.pptx([LINES]), "ms-powerpoint.presentation.macroEnabled"), "a.pptm"),
        (make.of_kind(make.pptx([LINES]), "openxmlformats-officedocument.presentationml.slideshow"), "a.ppsx"),
        (make.of_kind(make.pptx([LINES]), "ms-powerpoint.slideshow.macroEnabled"), "a.ppsm"),
        (make.of_kind(make.xlsx([[line] for line in LINES]), "ms-excel.sheet.macroEnabled"), "a.xlsm"),
        ("\n".join(LINES).encode(), "a.txt"),
        ("\r\n".join(LINES).encode("gb18030"), "a.txt"),
        ("\n".join(LINES).encode("utf-16"), "a.txt"),
        (make.packed({"通知.docx": make.docx(LINES)}), "a.zip"),
        (make.packed({"内层.zip": make.packed({"通知.txt": "\n".join(LINES).encode()})}), "a.zip"),
        (make.xlsx([[line] for line in LINES]), "a.xlsx"),
        (make.xls([[line] for line in LINES]), "a.xls"),
        (make.ods([[line] for line in LINES]), "a.ods"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_lines_of_a_notice_come_out_in_order(content, name):
    text = said(opened(content, name))
    assert [line for line in text.split("\n") if line] == LINES


def test_a_file_is_known_by_its_bytes_and_not_by_its_name():
    assert sort_of(make.docx(LINES), "a.jpg") == "docx"
    assert sort_of(make.pdf(LINES), "a.docx") == "pdf"
    assert said(opened(make.pdf(LINES), "台账.xlsx")).startswith(LINES[0])


def test_big5_is_read():
    text = "請各村於十月八日下午五時前報送臺賬，聯繫人王敏，逾期不予受理。" * 3
    assert "十月八日下午五時前" in said(opened(text.encode("big5"), "a.txt"))


def test_a_table_in_a_document_stands_where_it_stood():
    text = said(opened(make.docx(LINES[:2], ROWS, ["附件随后发"])))
    assert text.split("\n")[2:] == ["时间 | 地点 | 事项", "10月8日 | 三楼会议室 | 推进会", "10月9日前 | 农办 | 报台账", "附件随后发"]


def test_a_table_in_a_page_of_the_web_keeps_its_rows_and_columns_of_prose_their_lines():
    text = said(opened(web(LINES[:2], ROWS, ["附件随后发"])))
    assert text.split("\n")[2:] == ["时间 | 地点 | 事项", "10月8日 | 三楼会议室 | 推进会", "10月9日前 | 农办 | 报台账", "附件随后发"]
    laid_out = make.page(["<table><tr><td>" + "".join(f"<p>{line}</p>" for line in LINES), "<td><p>登录<p>返回</table>"])
    assert said(opened(laid_out)).split("\n")[: len(LINES)] == LINES
    assert said(opened(b"<table><tr><td>" * 20_000 + "报送台账".encode())) == "报送台账"


def test_a_table_in_a_pdf_keeps_its_rows():
    assert "10月9日前 | 农办 | 报台账" in said(opened(make.pdf(LINES, ROWS))).split("\n")


def test_two_columns_of_prose_are_read_one_after_the_other():
    prose = [f"第{k}条请各村认真组织排查秸秆露天焚烧隐患并于十月八日前将情况报送镇农业农村办公室汇总上报" for k in "一二三四五六七八九十"] * 2
    text = said(opened(make.pdf(prose, columns=2))).replace("\n", "")
    assert text == "".join(prose)


def test_deleted_words_are_left_out_and_inserted_ones_read():
    from docx import Document
    from docx.oxml import parse_xml

    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = Document()
    paragraph = document.add_paragraph("请于")
    paragraph._p.append(parse_xml(f'<w:del xmlns:w="{name}"><w:r><w:delText>10月8日</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins xmlns:w="{name}"><w:r><w:t>10月9日前报送</w:t></w:r></w:ins>'))
    assert said(opened(make.saved(document))) == "请于10月9日前报送"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (make.xlsx(FORM), "附件1.xlsx"),
        (make.xls(FORM), "附件1.xls"),
        (make.ods(FORM), "附件1.ods"),
        (make.comma(FORM), "附件1.csv"),
        (make.comma(FORM, "gb18030"), "附件1.csv"),
        (make.docx(["秸秆禁烧网格责任人登记表"], FORM[1:3]), "附件1.docx"),
        (web(["秸秆禁烧网格责任人登记表"], FORM[1:3]), "附件1.html"),
        (make.pdf(["秸秆禁烧网格责任人登记表"], FORM[1:3]), "附件1.pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_columns_of_a_form_are_what_it_asks_for(content, name):
    read = opened(content, name)
    assert [form.columns for form in read.forms] == [("序号", "姓名", "身份证号", "联系电话")]
    assert read.forms[0].name == "秸秆禁烧网格责任人登记表"
    assert "填报内容：姓名、身份证号、联系电话" in said(read)


def test_the_same_form_has_the_same_key_under_another_name_and_in_another_sort_of_file():
    first = opened(make.xlsx(FORM), "附件1.xlsx").forms[0]
    again = opened(make.docx(["人员表"], [["序号", "姓 名", "身份证号（18位）", "联系电话"], ["1", "", "", ""]])).forms[0]
    other = opened(make.xlsx([["序号", "姓名", "地块面积"]]), "b.xlsx").forms[0]
    assert first.key == again.key != other.key


def test_a_head_of_two_rows_gives_the_lower_columns():
    rows = [["序号", "户主", "家庭人口", "", "备注"], ["", "", "男", "女", ""], ["1", "", "", "", ""]]
    assert opened(make.xlsx(rows), "a.xlsx").forms[0].columns == ("序号", "户主", "男", "女", "备注")


def test_birthdays_in_a_list_are_no_words_of_a_notice_but_dates_of_duties_are():
    people = said(opened(make.xlsx([["姓名", "性别", "出生日期"], ["王敏", "女", "1990年10月8日"]]), "a.xlsx"))
    duties = said(opened(make.xlsx([["事项", "责任单位", "完成时限"], ["报台账", "各村", "10月8日"]]), "a.xlsx"))
    assert "1990" not in people and "报台账 | 各村 | 10月8日" in duties


def test_pages_are_told_apart():
    assert len(opened(make.pdf(LINES, pages=3)).pages) == 3
    assert len(opened(make.xlsx(FORM, more=[("二", [["说明"]])])).pages) == 2


def test_a_mark_of_secrecy_above_the_page_is_read():
    assert opened(make.docx(LINES, header="机密★1年")).level == "机密"
    assert opened(make.docx(LINES, header="青禾镇人民政府")).level is None


@pytest.mark.parametrize(
    "content",
    [
        make.packed({"a.txt": ("附件说明。" * 20_000).encode(), "b.docx": make.docx(["机密★1年", *LINES])}),
        make.packed({"a.txt": b"hello", "【机密】台账.docx": make.docx(LINES)}),
        make.packed({"机密/台账.docx": make.docx(LINES)}),
        make.packed({"内层.zip": make.packed({"台账.txt": "机密★\n请报送".encode()})}),
        make.docx([*LINES, *["附件说明。" * 200] * 80, "机密★1年"]),
    ],
    ids=["far behind", "name", "folder", "deeper", "cut off"],
)
def test_a_mark_of_secrecy_is_seen_wherever_it_stands_and_nothing_else_is_kept(content):
    read = opened(content)
    assert read.level == "机密" and not read.text and not read.forms


def test_an_old_document_is_converted_or_asked_for_anew(monkeypatch, tmp_path):
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert opened(old, "a.doc").trouble == "old_word"
    fake = tmp_path / "catdoc"
    fake.write_text(f"#!{sys.executable}\nprint('请于10月8日前报送台账')\n")
    fake.chmod(0o755)
    assert said(opened(old, "a.wps")) == "请于10月8日前报送台账"


def test_an_office_suite_makes_a_docx_of_an_old_document_and_keeps_its_table(monkeypatch, tmp_path):
    made, seen = tmp_path / "made.docx", tmp_path / "seen"
    made.write_bytes(make.docx(LINES[:2], ROWS))
    office = tmp_path / "soffice"
    office.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "folder = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"(folder / 'given.docx').write_bytes(pathlib.Path({str(made)!r}).read_bytes())\n"
        f"pathlib.Path({str(seen)!r}).write_text(' '.join(sys.argv[1:]))\n"
    )
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
    assert "10月9日前 | 农办 | 报台账" in said(opened(old, "../../a.doc"))
    assert "--headless" in seen.read_text() and "UserInstallation" in seen.read_text() and "../.." not in seen.read_text()
    office.write_text(f"#!{sys.executable}\n")
    assert opened(old, "a.doc").trouble == "damaged"


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "empty"),
        (b"\0\1\2\3" * 50, "unknown"),
        (b"Rar!\x1a\x07\x00" + bytes(90), "archive"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(90), "archive"),
        (b"OggS" + bytes(90), "media"),
        (b"\0\0\0\x18ftypmp42" + bytes(90), "media"),
        (make.pdf(LINES, password="geheim"), "locked"),
        (b"%PDF-1.7\n" + bytes(900), "damaged"),
        (make.docx(LINES)[:3000], "damaged"),
        (make.packed({"OFD.xml": b"<ofd/>"}), "ofd"),
        (make.docx([""]), "empty"),
        (make.photo(["x"]), "picture"),
        (make.scan([make.photo(["x"])]), "scan"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (make.packed({"a.zip": make.packed({"b.zip": make.packed({"c.txt": b"words"})})}), "archive"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why(content, trouble):
    assert opened(content).trouble == trouble


def test_reading_never_writes_beside_the_temporary_folder(tmp_path):
    """Names inside a zip are never used as paths."""
    script = (
        "from bot.files.opening import Job, open_file; import sys;"
        "sys.stdout.write(open_file(sys.stdin.buffer.read(), 'a.zip', Job()).text)"
    )
    root = Path(__file__).parent.parent.parent
    given = make.packed({"../../evil.txt": "请于10月8日前报送".encode(), "/abs.txt": b"hello there"})
    done = subprocess.run([sys.executable, "-c", script], input=given, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(root)}, check=True)
    assert "请于10月8日前报送" in done.stdout.decode() and not list(tmp_path.rglob("*"))
    assert not (tmp_path.parent / "evil.txt").exists() and not Path("/abs.txt").exists()


