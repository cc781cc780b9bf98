"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.197, -1.269, 0.077, -0.746)
LINES = """\
addressed	31 -19 -29 -63
any	193 63 -109 13
dated	-69 -43 50 -24
due	64 -7 -184 -78
first deadline	83 -150 57 1
first event	-149 76 49 -38
first neither	-6 19 -70 61
first recurring	30 12 -22 -36
first window	23 -84 -6 -62
most deadline	-43 -26 -60 -41
most event	-267 174 -209 -118
most recurring	-27 28 -118 -4
most window	92 -138 -16 -59
undated	49 -84 -43 -51
urgent	79 -41 -147 -4
wanted 0	-15 64 100 -32
wanted 0 by a date	-66 53 27 -8
wanted 1	20 21 60 -58
wanted 1 by a date	-1 30 -67 -86
wanted 2	8 -111 36 9
wanted 2 by a date	-7 1 -107 -2
wanted 3	5 -76 49 38
wanted 3 by a date	37 -109 -91 63
words chatter	-53 -23 -101 390
words event	8 325 -36 -25
words info	-67 -90 363 -103
words task	409 -7 -13 -147
"""
