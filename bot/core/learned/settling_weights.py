"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.771, -1.27, -0.649, -1.013)
LINES = """\
addressed	45 -22 -40 -81
any	146 46 -21 -22
dated	-91 -52 -2 -27
due	-18 21 -98 -52
first deadline	103 -155 -22 -32
first event	-137 60 32 -61
first neither	4 -14 2 -21
first recurring	0 40 -97 -35
first window	-46 -58 19 48
most deadline	48 -5 -88 -83
most event	-266 190 -267 -155
most recurring	39 8 -70 -74
most window	124 -150 -15 -78
undated	14 -75 -63 -74
urgent	76 -57 -111 11
wanted 0	-25 69 40 -28
wanted 0 by a date	-95 5 85 25
wanted 1	0 12 13 -41
wanted 1 by a date	-12 -9 -21 -42
wanted 2	9 -47 -48 -7
wanted 2 by a date	-8 -12 -73 -4
wanted 3	9 -39 -13 -11
wanted 3 by a date	44 -107 -48 6
words chatter	-52 -37 -73 227
words event	-4 202 -25 -52
words info	-58 -51 214 -74
words task	186 -4 -39 -63
"""
