"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-1.842, -1.296, 0.033, -0.315)
LINES = """\
any	212 -9 -185 -162
due	31 -36 -79 -55
first deadline	-18 -129 95 57
first event	-131 -23 11 23
first neither	-17 13 16 -102
first recurring	-14 27 -86 34
first window	-3 -17 -32 -43
most deadline	-41 66 -27 -30
most event	-299 292 -101 -87
most recurring	-6 -28 -17 20
most window	70 -97 -11 -39
nothing	70 -43 -45 -27
words chatter	-54 -29 -87 240
words event	-12 214 -8 -42
words info	-60 -54 249 -74
words task	186 5 -31 -54
"""
