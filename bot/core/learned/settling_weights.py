"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.479, -0.915, -0.601, -1.435)
LINES = """\
addressed	32 -16 -21 -71
any	132 -68 -68 113
dated	-85 -17 4 -51
due	87 -20 -146 -96
first deadline	74 -111 2 18
first event	-113 56 -65 22
first neither	-2 -58 34 -16
first recurring	-7 63 -41 -105
first window	1 -42 10 -62
most deadline	-26 0 -15 -69
most event	-298 234 -118 -212
most recurring	28 0 -40 25
most window	78 -151 1 -29
undated	37 -74 -64 -92
urgent	48 -8 -78 -16
wanted 0	-33 47 29 34
wanted 0 by a date	-72 8 93 -31
wanted 1	-13 5 14 12
wanted 1 by a date	30 -40 -17 -111
wanted 2	-32 26 -23 51
wanted 2 by a date	46 -43 -98 -87
wanted 3	-69 17 18 65
wanted 3 by a date	95 -112 -77 -77
words chatter	-42 -46 -69 228
words event	-3 203 -21 -53
words info	-49 -58 214 -72
words task	186 6 -33 -62
"""
