"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.685, -0.845, -0.508, -1.461)
LINES = """\
addressed	40 -65 3 -81
any	184 -109 -75 121
dated	-97 -14 12 -55
due	85 -45 -131 -91
first deadline	63 -111 34 5
first event	-94 43 -63 -39
first neither	-5 -25 13 12
first recurring	12 20 -56 -78
first window	-44 -11 20 -47
most deadline	-52 57 -58 -53
most event	-328 254 -85 -165
most recurring	-29 73 -28 7
most window	147 -146 -73 -44
undated	28 -70 -63 -91
urgent	46 -4 -63 -7
wanted 0	-19 17 46 12
wanted 0 by a date	-72 31 63 -15
wanted 1	3 -21 21 -2
wanted 1 by a date	14 -7 -21 -93
wanted 2	-24 10 -19 50
wanted 2 by a date	19 -8 -97 -97
wanted 3	-63 -29 35 62
wanted 3 by a date	74 -76 -81 -65
words chatter	-45 -42 -69 231
words event	-5 207 -22 -55
words info	-55 -54 216 -66
words task	187 1 -27 -63
"""
