"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.646, -1.156, -0.409, -1.19)
LINES = """\
addressed	44 -21 -19 -87
any	166 -8 -67 43
dated	-92 -37 17 -39
due	65 -9 -181 -47
first deadline	90 -159 18 -27
first event	-117 38 -13 -11
first neither	11 -6 -26 -31
first recurring	-27 45 -41 11
first window	-21 -33 21 -60
most deadline	-28 4 -10 -49
most event	-281 206 -175 -158
most recurring	46 -11 -55 -68
most window	96 -157 7 -39
undated	28 -78 -58 -80
urgent	58 -24 -80 10
wanted 0	-30 34 54 15
wanted 0 by a date	-75 42 57 -32
wanted 1	-6 -28 36 -5
wanted 1 by a date	14 6 -55 -98
wanted 2	-7 -58 -8 49
wanted 2 by a date	14 -4 -110 -71
wanted 3	-32 -29 42 36
wanted 3 by a date	57 -80 -56 -14
words chatter	-44 -39 -71 228
words event	-5 199 -19 -51
words info	-50 -56 212 -73
words task	184 2 -33 -63
"""
