"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.687, -0.949, -0.726, -0.923)
LINES = """\
addressed	30 -31 -22 -67
any	134 -9 -54 -2
dated	-78 -13 -17 -29
due	144 -109 -104 -63
first deadline	56 -129 33 -2
first event	-80 51 -72 -73
first neither	12 -84 53 -58
first recurring	-8 42 -94 8
first window	-48 26 7 33
most deadline	-61 81 -45 -50
most event	-282 215 -131 -149
most recurring	89 -25 -92 -11
most window	103 -99 -4 -58
undated	9 -82 -56 -63
urgent	92 -23 -21 -77
wanted 0	-77 46 93 47
wanted 0 by a date	-119 17 99 42
wanted 1	-12 18 15 15
wanted 1 by a date	33 -26 -19 -122
wanted 2	-19 -23 -13 49
wanted 2 by a date	49 -45 -111 -118
wanted 3	-11 13 -3 1
wanted 3 by a date	87 -96 -134 -6
words chatter	-29 -32 -88 212
words event	-8 190 -11 -38
words info	-53 -49 225 -76
words task	177 0 -24 -54
"""
