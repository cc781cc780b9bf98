"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.516, -0.95, -0.484, -1.57)
LINES = """\
addressed	31 -20 -15 -66
any	140 -67 -56 102
dated	-86 -20 10 -57
due	87 -45 -154 -84
first deadline	67 -105 -7 -25
first event	-118 42 32 -9
first neither	21 -72 9 23
first recurring	29 41 -93 -91
first window	-51 -1 11 -55
most deadline	-32 7 -9 -27
most event	-293 255 -230 -187
most recurring	-29 38 -11 24
most window	110 -156 -8 -77
undated	34 -75 -59 -100
urgent	45 -10 -80 -11
wanted 0	-55 61 50 14
wanted 0 by a date	-48 2 70 -10
wanted 1	-26 18 24 -7
wanted 1 by a date	39 -38 -25 -98
wanted 2	-25 -31 -24 29
wanted 2 by a date	40 -34 -95 -52
wanted 3	-66 27 16 28
wanted 3 by a date	89 -100 -63 -60
words chatter	-42 -44 -70 229
words event	-3 202 -19 -54
words info	-49 -60 215 -71
words task	185 4 -30 -63
"""
