"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.545, -1.083, -0.37, -1.283)
LINES = """\
addressed	43 -64 -5 -74
any	190 -61 -108 81
dated	-91 -33 22 -40
due	62 -71 -74 -114
first deadline	45 -78 -6 23
first event	-97 35 -7 -30
first neither	-48 -2 4 31
first recurring	16 57 -36 -128
first window	29 -121 7 -24
most deadline	-37 64 -35 -79
most event	-319 289 -187 -166
most recurring	-42 64 -39 7
most window	67 -117 -35 -46
undated	36 -75 -59 -89
urgent	31 1 -48 6
wanted 0	5 22 43 -23
wanted 0 by a date	-93 9 93 8
wanted 1	19 -17 21 -29
wanted 1 by a date	3 -33 -10 -66
wanted 2	-9 29 -10 19
wanted 2 by a date	5 -33 -124 -26
wanted 3	-39 -13 26 30
wanted 3 by a date	53 -72 -77 -42
words chatter	-45 -40 -71 230
words event	-5 203 -16 -54
words info	-55 -54 218 -67
words task	189 2 -30 -57
"""
