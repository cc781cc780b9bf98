"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.56, -1.025, -0.755, -1.319)
LINES = """\
addressed	46 -22 -35 -80
any	162 -38 -31 50
dated	-84 -30 -2 -43
due	61 2 -167 -104
first deadline	93 -165 32 -9
first event	-141 78 -24 -48
first neither	-17 -42 15 12
first recurring	15 103 -116 -55
first window	-7 -76 18 -32
most deadline	-41 16 -23 -43
most event	-276 179 -166 -140
most recurring	-1 -58 13 -40
most window	102 -116 -17 -74
undated	28 -73 -73 -89
urgent	55 -23 -91 18
wanted 0	-18 41 59 -15
wanted 0 by a date	-90 26 52 0
wanted 1	4 -15 29 -27
wanted 1 by a date	0 3 -41 -80
wanted 2	1 -24 -19 21
wanted 2 by a date	-1 -6 -106 -35
wanted 3	-12 -20 31 11
wanted 3 by a date	60 -109 -81 -8
words chatter	-47 -41 -73 231
words event	-3 198 -19 -53
words info	-52 -55 211 -73
words task	184 -1 -37 -63
"""
