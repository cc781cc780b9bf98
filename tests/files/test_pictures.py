"""Photographed pages give their words, however they lie; few, since each costs seconds."""

import pytest

pytest.importorskip("rapidocr")

from bot.files.reader import FileReader
from tests import documents as make

LINES = [
    "关于报送秸秆禁烧台账的通知",
    "请各村于2026年10月8日17:00前将台账电子版报送至镇农业农村办，联系人王敏，电话13812345678。",
]
FACTS = ["关于报送秸秆禁烧台账的通知", "2026年10月8日17:00前", "王敏", "13812345678"]


@pytest.fixture
async def reader():
    reader = FileReader(pictures=True)
    yield reader
    await reader.close()


async def test_photos_are_read_upright_turned_and_bad(reader):
    heard = []
    photos = {
        "clean": {},
        "upside down": {"turn": 180},
        "on its side": {"turn": 90},
        "skew, shadowed and stamped": {"turn": 3, "shadow": True, "stamp": True},
    }
    for name, way in photos.items():
        read = await reader.read(make.photo(LINES, **way), "photo.jpg", heard.append)
        found = [fact for fact in FACTS if fact in read.text.replace("\n", "")]
        assert len(found) == len(FACTS), (name, read.text)
        assert read.doubtful
    assert any(progress.page == 1 for progress in heard)


async def test_a_scan_is_read_page_by_page(reader):
    heard = []
    read = await reader.read(make.scan([make.photo([line]) for line in LINES]), "scan.pdf", heard.append)
    assert len(read.pages) == 2 and "13812345678" in read.text
    assert [(p.page, p.of) for p in heard if p.page] == [(1, 2), (2, 2)]
