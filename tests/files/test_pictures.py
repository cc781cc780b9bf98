"""Photographed pages give their words, however they lie; few, since each costs seconds."""

import io
import math

import pytest
import pytest_asyncio
from PIL import Image

pytest.importorskip("rapidocr")

from bot.files.pages import TROUBLES
from bot.files.pictures import _upright, _way, opened
from bot.files.reader import FileReader
from bot.files.strips import pieces_of
from tests import documents as make
from tests.files import hostile
from tests.files.memory import peak, worked

pytestmark = pytest.mark.asyncio(loop_scope="module")

LINES = [
    "关于报送秸秆禁烧台账的通知",
    "请各村于2026年10月8日17:00前将台账电子版报送至镇农业农村办，联系人王敏，电话13812345678。",
]
FACTS = ["关于报送秸秆禁烧台账的通知", "2026年10月8日17:00前", "王敏", "13812345678"]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader():
    """One for all, since its models take seconds to load."""
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


@pytest.mark.parametrize("turn", [0, 3, -20, 30, 60, 87, 90, 93, 120, 150, 177, 180, 183, 240, 267, 273, 300, 330])
async def test_lines_are_put_upright_from_however_the_page_lies(turn):
    """Of long and short lines the engine names the corners differently, and turns those that are high by a quarter."""

    angle = math.radians(turn)

    def turned(x, y):
        return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)

    def named(corners):
        left, right = sorted(corners)[:2], sorted(corners)[2:]
        (one, four), (two, three) = (sorted(side, key=lambda point: point[1]) for side in (left, right))
        return [one, two, three, four]

    wide = [960, 980, 940, 90, 380, 260]
    places = [[(0, 60 * k), (width, 60 * k), (width, 60 * k + 45), (0, 60 * k + 45)] for k, width in enumerate(wide)]
    boxes = [named([turned(*point) for point in place]) for place in places]
    way = _way(boxes[0])
    said = turned(1, 0)
    upright = _upright(boxes, way[0] * said[0] + way[1] * said[1] < 0)
    for place, box in zip(places, boxes, strict=True):
        assert sorted((round(x), round(y)) for x, y in upright(box)) == sorted(place)


async def test_a_scan_is_read_page_by_page(reader):
    heard = []
    read = await reader.read(make.scan([make.photo([line]) for line in LINES]), "scan.pdf", heard.append)
    assert len(read.pages) == 2 and "13812345678" in read.text
    assert [(p.page, p.of) for p in heard if p.page] == [(1, 2), (2, 2)]


async def test_a_long_screenshot_is_cut_between_its_lines():
    image = Image.new("L", (100, 700), 255)
    for top in range(5, 690, 10):
        image.paste(0, (10, top, 60, top + 5))
    pieces = pieces_of(image)
    assert len(pieces) > 3 and sum(piece.height for piece in pieces) == 700
    assert all(piece.getpixel((50, 0)) == piece.getpixel((50, piece.height - 1)) == 255 for piece in pieces)


async def test_a_very_flat_picture_is_given_a_margin():
    assert [piece.size for piece in pieces_of(Image.new("RGB", (2000, 60), "white"))] == [(2000, 500)]


async def test_a_long_screenshot_is_read_to_its_end(reader):
    lines = [f"10月{k}日17:00前报" for k in range(1, 29)]
    heard = []
    read = await reader.read(make.photo(lines, size=60), "long.jpg", heard.append)
    assert len(read.pages) == 1 and [line for line in lines if line not in read.text] == []
    assert max(progress.of for progress in heard) > 1


async def test_no_hostile_picture_takes_longer_than_half_a_minute_or_all_memory(reader):
    for name, content in hostile.all_of_them(hostile.pictures):
        worker = reader._scans._process
        before = worked(worker.pid) if worker else 0.0
        read = await reader.read(content, name)
        after = worked(reader._scans._process.pid) if reader._scans._process else 0.0
        assert after - before < 30 or reader._scans._process is not worker, name
        assert read.trouble in TROUBLES and not read.text, name
    assert peak(reader._scans._process.pid) < 2 * 1024**3


@pytest.mark.parametrize("sort", ["JPEG", "PNG", "WEBP", "TIFF"])
async def test_a_picture_is_turned_as_the_camera_was_held(sort):
    image = Image.new("RGB", (400, 200))
    held, how = io.BytesIO(), image.getexif()
    how[0x112] = 6
    image.save(held, sort, exif=how)
    assert [frame.size for frame in opened(held.getvalue())] == [(200, 400)]


async def test_what_is_transparent_is_white():
    held = io.BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(held, "PNG")
    assert [frame.getpixel((3, 3)) for frame in opened(held.getvalue())] == [(255, 255, 255)]
