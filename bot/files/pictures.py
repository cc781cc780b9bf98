"""Words on pictures by rapidocr: pages are set upright and level, and put into reading order."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from bot.files.layout import Piece, lines_of
from bot.files.pages import MOST_PAGES, MOST_PIXELS, Unreadable
from bot.files.strips import LONGEST, TALL, WIDEST, is_tall

_LONGEST_SIDE = 2000
"""Pixels; the engine itself makes what is larger smaller, so does the decoder at less cost."""
_LEAST_SURE = 0.6
_MODELS = 3
"""Finding lines, turning them, reading them: a model each."""
_DOTS = 200
"""Dots an inch at which a scanned page of a PDF is drawn."""


def can_read_pictures() -> bool:
    """Whether the extra `ocr` is installed, its models in it; nothing is ever downloaded."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "PIL", "numpy")) and _has_models()


def _has_models() -> bool:
    found = find_spec("rapidocr")
    folders = found.submodule_search_locations if found else None
    return any(len(list(Path(folder, "models").glob("*.onnx"))) >= _MODELS for folder in folders or ())


def can_draw_pages() -> bool:
    """Whether scanned pages of a PDF can be drawn."""
    return can_read_pictures() and find_spec("pypdfium2") is not None


@cache
def engine() -> Any:
    """The engine with the models of its wheel; it turns all lines of a page alike, and sees through seals.

    `turned` is whether it turned the lines of the last page by half. Raises `Unreadable` where it is installed and
    cannot be loaded all the same, as where a system library is missing.
    """
    try:
        import numpy
        from rapidocr import RapidOCR
    except (ImportError, OSError) as error:
        raise Unreadable("picture") from error

    class Turning(RapidOCR):  # type: ignore[misc,unused-ignore]
        turned = False

        def cls_and_rotate(self, images: Any) -> Any:
            images, result = super().cls_and_rotate(images)
            said = result.cls_res or ()
            alone = [bool("180" in label and score > 0.9) for label, score in said]  # what it has turned by itself
            sure = [(score - 0.5) * (1 if "180" in label else -1) for label, score in said]
            self.turned = sum(image.shape[1] * each for image, each in zip(images, sure, strict=False)) > 0
            for place, one in enumerate(alone):
                if one != self.turned:
                    images[place] = numpy.ascontiguousarray(images[place][::-1, ::-1])
            return images, result

        def recognize_txt(self, images: Any) -> Any:
            return super().recognize_txt([without_seal(image) for image in images])

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return Turning(params={"Global.log_level": "critical", "Global.max_side_len": _LONGEST_SIDE})


def without_seal(line: Any) -> Any:
    """A cut-out line (BGR) without the red of a seal, when there is black below it; a red head stays as it is."""
    import numpy

    blue, green, red = (line[:, :, place].astype(int) for place in range(3))
    if ((red - numpy.maximum(blue, green)) > 40).mean() < 0.004:
        return line
    bright = numpy.percentile(red, 90)
    if (red < 0.55 * bright).mean() < 0.02:
        return line
    return numpy.repeat(line[:, :, 2:3], 3, axis=2)


def opened(content: bytes) -> Iterator[Any]:
    """The frames of a picture, upright as the camera says, no larger than the engine takes; raises `Unreadable`."""
    from PIL import Image, ImageOps, ImageSequence

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Unreadable("too_heavy")
            picture.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            many = picture.format == "TIFF"
            for place, frame in enumerate(ImageSequence.Iterator(picture) if many else [picture]):
                if place >= MOST_PAGES:
                    return
                yield ImageOps.exif_transpose(_small(frame))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unreadable("too_heavy") from error
    except (OSError, SyntaxError, ValueError, EOFError, ZeroDivisionError, TypeError) as error:
        raise Unreadable("damaged") from error


def _small(frame: Any) -> Any:
    """A picture no larger than the engine takes (a long screenshot in pieces), on white where it is transparent.

    It is made small before it is copied in colour: a large scan in black and white takes little memory.
    """
    from PIL import Image

    clear = "A" in frame.mode or "transparency" in frame.info
    plain = {"1": "L", "P": "RGBA" if clear else "RGB"}.get(frame.mode)
    small = frame.convert(plain) if plain else frame.copy()
    small.thumbnail((WIDEST, LONGEST) if is_tall(frame) else (_LONGEST_SIDE, _LONGEST_SIDE))
    if clear:
        small = Image.alpha_composite(Image.new("RGBA", small.size, "white"), small.convert("RGBA"))
    coloured = small.convert("RGB")
    coloured.info = frame.info  # the way the camera was held may stand there
    return coloured


def drawn(content: bytes, places: Sequence[int]) -> Iterator[Any]:
    """Pages of a PDF as pictures; raises `Unreadable`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged") from error
    try:
        for place in places:
            page = document[place]
            wide, high = (side or 1.0 for side in page.get_size())
            most = min(WIDEST / wide, LONGEST / high) if high > TALL * wide else _LONGEST_SIDE / max(wide, high)
            yield page.render(scale=min(_DOTS / 72, most)).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise Unreadable("damaged") from error
    finally:
        document.close()


def read_picture(picture: Any) -> list[str]:
    """The lines on one page, whichever way it lies."""
    import numpy

    return _lines(numpy.asarray(picture)[:, :, ::-1])


def _lines(pixels: Any) -> list[str]:
    run = engine()
    run.turned = False
    result = run(pixels)
    if result.txts is None or result.boxes is None:
        return []
    boxes = [[(float(x), float(y)) for x, y in box] for box in result.boxes]
    upright = _upright(boxes, run.turned)
    pieces = [
        _piece(upright(box), text)
        for box, text, score in zip(boxes, result.txts, result.scores, strict=True)
        if score >= _LEAST_SURE
    ]
    return [_spaced(line) for line in lines_of(pieces)]


_ADDRESS = re.compile(r"://|www\.|\d{4}[/／]\d{1,2}[/／]\d{1,2}")


def _spaced(line: str) -> str:
    """A row of cells between strokes, with the blanks around them that the engine does not see."""
    if len(re.findall("[/／]", line)) < 2 or _ADDRESS.search(line) or line.isascii():
        return line
    return re.sub(" *[/／] *", " / ", line)


Box = list[tuple[float, float]]


def _upright(boxes: Sequence[Box], half: bool) -> Callable[[Box], Box]:
    """How a point of the picture lies on the upright and level page, told by how the lines run and if they were turned.

    `half` is whether the engine turned the lines by half before it read them.
    """
    ways = [_way(box) for box in boxes]
    rough = math.atan2(sum(y for _, y in ways), sum(x for x, _ in ways))
    long = [(x, y) for x, y in ways if math.hypot(x, y) > _TELLING]
    off = [math.remainder(math.atan2(y, x) - rough, math.tau) for x, y in long]
    angle = rough + median([each for each in off if abs(each) < 0.5] or [0.0]) + (math.pi if half else 0.0)
    cos, sin = math.cos(-angle), math.sin(-angle)
    return lambda box: [(x * cos - y * sin, x * sin + y * cos) for x, y in box]


_TELLING = 100
"""Dots that a line is long at least to tell how level the page lies."""


def _way(box: Box) -> tuple[float, float]:
    """From where to where the engine read a line: from above where the box is high, else from its first corner."""
    high = max(math.dist(box[0], box[3]), math.dist(box[1], box[2]))
    wide = max(math.dist(box[0], box[1]), math.dist(box[2], box[3]))
    one, other, three, four = box if high >= 1.5 * wide else (box[0], box[3], box[2], box[1])
    return (four[0] + three[0] - one[0] - other[0]) / 2, (four[1] + three[1] - one[1] - other[1]) / 2


def _piece(box: Box, text: str) -> Piece:
    """A box as a level one: its height is that of the line, not of the slanting corners."""
    xs, ys = [x for x, _ in box], [y for _, y in box]
    middle = sum(ys) / 4
    sides = sorted((math.dist(box[0], box[1]), math.dist(box[1], box[2])))
    height = max(sides[0], 1.0)
    return Piece(min(xs), middle - height / 2, max(xs), middle + height / 2, text)
