"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.346, -1.173, -0.325, -1.428)
LINES = """\
addressed	31 -43 -7 -70
any	115 0 -138 82
dated	-78 -48 24 -49
due	93 -115 -44 -40
first deadline	67 -81 -41 -44
first event	-86 -5 71 -43
first neither	-23 -19 2 -6
first recurring	9 24 -43 -41
first window	-1 -36 -22 -9
most deadline	-91 101 28 -1
most event	-292 302 -241 -102
most recurring	6 60 -45 7
most window	68 -152 29 -45
undated	43 -70 -57 -93
urgent	52 -32 -45 -6
wanted 0	-39 49 58 20
wanted 0 by a date	-62 15 95 -28
wanted 1	-25 10 39 10
wanted 1 by a date	37 -24 -24 -126
wanted 2	-23 -47 7 60
wanted 2 by a date	41 -27 -133 -86
wanted 3	-60 -30 67 46
wanted 3 by a date	95 -64 -141 -38
words chatter	-43 -33 -73 235
words event	-1 195 -10 -56
words info	-57 -49 219 -68
words task	190 0 -28 -64
"""
