"""A fact is told by the page and the line of the file that it was read from, as somebody who holds the paper counts."""

import pytest
from docx import Document
from docx.oxml import parse_xml

from bot.core.models import Attachment, Message
from bot.core.places_in_files import evidence_of
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from bot.files.opening import Job, open_file
from handlers.attached import put_together
from tests import documents as make
from tests.factories import NOW

HEAD = ["关于报送秸秆禁烧台账的通知", "各村（社区）："]
DUTY = "请各村（社区）认真组织排查，于9月28日17:00前将责任台账电子版和盖章纸质版各一份报送至镇农业农村办，联系人：王敏，电话：13812345678，邮箱qh@example.cn。"
FILLING = "第一章总则，请各村（社区）认真组织排查辖区内秸秆露天焚烧隐患，逐地块落实责任人，严格落实网格化监管。"


def read(content, *more, text="请看"):
    """A message with these files, as it is understood."""
    reads = [open_file(each, "a", Job()) for each in (content, *more)]
    return put_together(Message("m", NOW, text, attachments=tuple(Attachment("a") for _ in reads)), reads)


def places(message):
    found = evidence_of(understand(message, default_calendar()), message)
    return {(each.about, each.said): (each.place.page, each.place.line, each.place.unit) for each in found}


def test_lines_broken_on_paper_count_though_the_sentence_is_read_whole():
    message = read(make.pdf([*HEAD, DUTY]))
    assert DUTY in message.text
    found = places(message)
    assert found["deadline", "9月28日17:00前"] == (None, 3, "line")
    assert found["contacts", "王敏，电话：13812345678"][1] > found["deadline", "9月28日17:00前"][1]
    assert {about for about, _ in found} >= {"deadline", "requirements", "submit_to", "contacts"}


def test_the_page_is_told_where_there_are_several():
    assert places(read(make.pdf([*[FILLING] * 14, DUTY])))["deadline", "9月28日17:00前"][0] == 2


def test_of_a_document_without_lines_the_paragraph_is_told():
    assert places(read(make.docx([*HEAD, DUTY])))["deadline", "9月28日17:00前"] == (None, 3, "paragraph")


def test_rows_of_a_sheet_keep_their_numbers_though_empty_ones_and_names_are_left_out():
    rows = [["填报要求"], [], ["姓名", "性别", "出生日期"], ["王敏", "女", "1990年"], ["说明：" + DUTY]]
    assert places(read(make.xlsx(rows)))["deadline", "9月28日17:00前"] == (None, 5, "row")


def test_the_pages_of_an_album_are_counted_through():
    assert places(read(HEAD[0].encode(), DUTY.encode()))["deadline", "9月28日17:00前"] == (2, 1, "line")


def test_words_beside_a_file_stand_in_no_file():
    assert places(read(HEAD[0].encode(), text=DUTY)) == {}


@pytest.mark.parametrize("count", [13, 15])
def test_a_sentence_that_goes_on_overleaf_is_read_whole(count):
    message = read(make.pdf([*[FILLING] * count, DUTY], folios=True))
    assert len(message.attachments[0].pages) == 2 and DUTY in message.text and "— 1 —" not in message.text


def test_a_paragraph_that_word_printed_on_two_pages_is_read_whole():
    document = Document()
    paragraph = document.add_paragraph("请于9月28日")
    run = '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:lastRenderedPageBreak/><w:t>17:00前报送</w:t></w:r>'
    paragraph._p.append(parse_xml(run))
    document.add_paragraph("附件随后发")
    message = read(make.saved(document), text="")
    assert message.text == "请于9月28日17:00前报送\n附件随后发" and len(message.attachments[0].pages) == 2
