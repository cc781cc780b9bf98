"""Pages a second and peak memory for each sort of file, and facts found on clean and bad photos.

`python -m tests.bench.bench_files [PHOTOS]`: PHOTOS notices a way of photographing, 4 unless told.
"""

import asyncio
import sys
import time

from bot.files.opening import Job, open_file
from bot.files.pictures import engine, opened
from bot.files.reader import FileReader
from tests import documents as make
from tests.files.facts import notices, share
from tests.files.memory import peak

PAGE = ["关于报送秸秆禁烧台账的通知", "请各村于10月8日17:00前将台账电子版报送至镇农业农村办，联系人王敏，电话13812345678，邮箱qh@example.cn。"] * 8
CLEAN = {"upright": {}, "turned 90": {"turn": 90}, "turned 180": {"turn": 180}, "small letters": {"size": 24}}
BAD = {
    "blurred": {"blur": 1.6},
    "shadow": {"shadow": True, "quality": 50},
    "stamp": {"stamp": True, "turn": 2},
    "low resolution": {"shrink": 0.45, "quality": 60},
    "all of it": {"turn": -3, "shadow": True, "stamp": True, "blur": 1.0, "quality": 45},
}


async def speed():
    pages = 60
    files = {
        "pdf": (make.pdf(PAGE, pages=pages), None),
        "docx": (make.docx(PAGE * pages), pages),
        "pptx": (make.pptx([PAGE] * pages), pages),
        "xlsx": (make.xlsx([PAGE[:2]] * 16 * pages), pages),
        "xls": (make.xls([PAGE[:2]] * 16 * pages), pages),
        "ods": (make.ods([PAGE[:2]] * 16 * pages), pages),
        "csv": (make.comma([PAGE[:2]] * 16 * pages), pages),
        "html": (make.page(PAGE * pages), pages),
        "mht": (make.saved_page(PAGE * pages), pages),
        "zip": (make.packed({f"{place}.docx": make.docx(PAGE * 6) for place in range(pages // 6)}), pages),
        "txt": ("\n".join(PAGE * pages).encode(), pages),
    }
    for sort, (content, count) in files.items():
        reader = FileReader(pictures=False)
        await reader.read(b"to start the worker", "a.txt")
        started = time.perf_counter()
        read = await reader.read(content, f"a.{sort}")
        took = time.perf_counter() - started
        print(f"{sort:5} {(count or len(read.pages)) / took:8.0f} pages/s  {peak(reader._texts._process.pid) // 2**20:5} MB")
        await reader.close()


async def photos(count):
    said = notices(count)
    reader = FileReader(pictures=True)
    for kind, ways in (("clean", CLEAN), ("bad", BAD)):
        every = []
        for name, way in ways.items():
            read = []
            for text, received in said:
                read.append((text, (await reader.read(make.photo(text.split("\n"), **way), "a.jpg")).text, received))
            every += read
            print(f"photos {kind}: {name:15} {share(read):.3f}")
        print(f"photos {kind}: all {share(every):.3f} of the facts")
    print(f"worker for pictures: {peak(reader._scans._process.pid) // 2**20} MB")
    await reader.close()


def ratio():
    """One page by the whole way of the worker, and by the bare engine."""
    content = make.photo(PAGE)
    bare, [picture] = engine(), list(opened(content))
    import numpy

    pixels = numpy.asarray(picture)[:, :, ::-1]
    bare(pixels)
    ours, theirs = [], []
    for _ in range(5):
        started = time.perf_counter()
        bare(pixels)
        theirs.append(time.perf_counter() - started)
        started = time.perf_counter()
        open_file(content, "a.jpg", Job(pictures=True))
        ours.append(time.perf_counter() - started)
    print(f"OCR {min(ours):.2f} s a page, {min(ours) / min(theirs):.2f} of the bare engine's {min(theirs):.2f} s")


if __name__ == "__main__":
    asyncio.run(speed())
    ratio()
    asyncio.run(photos(int(sys.argv[1]) if len(sys.argv) > 1 else 4))
