"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.85, -1.103, -0.363, -1.016)
LINES = """\
any	60 53 -63 -8
dated	-89 -22 3 -32
due	182 -145 -105 -51
first deadline	34 -154 48 -35
first event	-113 37 -29 -11
first neither	-31 -19 79 -2
first recurring	-15 25 -70 26
first window	41 1 -64 -80
most deadline	-45 87 -58 -29
most event	-245 214 -131 -154
most recurring	125 -44 -75 -50
most window	74 -129 -6 -26
undated	4 -88 -39 -70
words chatter	-48 -24 -76 217
words event	-4 190 -10 -37
words info	-60 -46 232 -74
words task	179 -3 -33 -56
"""
