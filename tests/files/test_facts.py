"""A notice means the same as a file and typed: over a hundred documents of all sorts."""

import pytest

from bot.files.opening import Job, open_file
from tests import documents as make
from tests.files.facts import notices, share

NOTICES = notices(12)
WAYS = {
    "docx": make.docx,
    "pdf": make.pdf,
    "html": make.page,
    "gb18030": lambda lines: "\r\n".join(lines).encode("gb18030"),
    "mht": make.saved_page,
    "pptx": lambda lines: make.pptx([lines]),
    "xlsx": lambda lines: make.xlsx([[line] for line in lines]),
    "xls": lambda lines: make.xls([[line] for line in lines]),
    "ods": lambda lines: make.ods([[line] for line in lines]),
    "csv": lambda lines: make.comma([[line] for line in lines]),
    "zip": lambda lines: make.packed({"通知.docx": make.docx(lines)}),
}


@pytest.mark.parametrize("way", WAYS)
def test_facts_through_a_file_are_those_of_the_words_typed(way):
    read = [(text, open_file(WAYS[way](text.split("\n")), "通知", Job()).text, received) for text, received in NOTICES]
    assert len(read) == 12
    assert share(read) >= 0.97
