"""Long screenshots: cut into pieces between their lines, since an engine would make all of it too small to read."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

TALL = 2.6
"""Times as high as wide: what is higher is a long screenshot, not a page."""
WIDEST, LONGEST = 1600, 40_000
"""Pixels that a long screenshot may have; what is larger is made smaller."""
_PIECE = 1.4
"""Times as high as wide a piece is."""
_FLATTEST = 4
"""Times as wide as high a picture may be: the engine makes flatter ones huge."""


def is_tall(picture: Any) -> bool:
    """Whether a picture is a long screenshot."""
    return bool(picture.height > TALL * picture.width)


def pieces_of(picture: Any) -> list[Any]:
    """The pieces of a long screenshot from above, cut where nothing is written; of any other picture itself."""
    if not is_tall(picture):
        return [_padded(picture)]
    import numpy

    ink = numpy.asarray(picture.convert("L")).std(axis=1)
    piece = int(_PIECE * picture.width)
    cuts = [0]
    while picture.height - cuts[-1] > 1.3 * piece:
        first = cuts[-1] + int(0.7 * piece)
        rows = ink[first : cuts[-1] + piece]
        calm = numpy.flatnonzero(rows <= rows.min() + 1.0)
        widest = max(numpy.split(calm, numpy.flatnonzero(numpy.diff(calm) > 1) + 1), key=len)
        cuts.append(first + int(widest[len(widest) // 2]))
    cuts.append(picture.height)
    return [
        _padded(picture.crop((0, top, picture.width, bottom)))
        for top, bottom in pairwise(cuts)
        if bottom > top
    ]


def _padded(picture: Any) -> Any:
    """A very flat or narrow picture with a margin, so that it is not blown up."""
    from PIL import Image

    least = max(picture.width, picture.height) // _FLATTEST
    size = max(picture.width, least), max(picture.height, least)
    if size == picture.size:
        return picture
    held = Image.new("RGB", size, picture.getpixel((0, 0)))
    held.paste(picture, (0, 0))
    return held
