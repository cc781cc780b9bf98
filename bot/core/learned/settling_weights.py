"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.497, -1.322, -0.626, -1.186)
LINES = """\
addressed	49 -20 -29 -89
any	177 1 -57 39
dated	-83 -45 3 -38
due	62 -12 -143 -70
first deadline	90 -167 32 -39
first event	-92 52 -59 -11
first neither	-33 15 -21 15
first recurring	10 -29 20 -58
first window	-24 -4 -35 -25
most deadline	-37 13 -29 -49
most event	-315 187 -92 -186
most recurring	-5 62 -82 -33
most window	110 -173 40 -58
undated	33 -87 -66 -80
urgent	53 -9 -86 25
wanted 0	-3 27 70 -35
wanted 0 by a date	-101 45 40 18
wanted 1	17 -27 51 -45
wanted 1 by a date	-1 8 -78 -69
wanted 2	24 -40 -22 17
wanted 2 by a date	-7 0 -114 -30
wanted 3	-24 -63 79 23
wanted 3 by a date	44 -84 -87 3
words chatter	-45 -41 -73 230
words event	-2 199 -21 -51
words info	-50 -58 212 -73
words task	183 1 -35 -63
"""
