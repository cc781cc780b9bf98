"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.754, -1.275, -0.416, -1.455)
LINES = """\
addressed	52 -31 -38 -89
any	178 9 -108 73
dated	-92 -46 10 -51
due	47 13 -107 -115
first deadline	70 -148 -39 54
first event	-149 58 43 -89
first neither	38 8 -63 -8
first recurring	-19 -8 48 -73
first window	-16 -36 -32 -29
most deadline	-54 7 57 -76
most event	-300 195 -190 -54
most recurring	-9 55 -83 -37
most window	72 -157 55 -38
undated	17 -82 -51 -94
urgent	76 -40 -118 26
wanted 0	-60 31 90 10
wanted 0 by a date	-57 32 38 -34
wanted 1	-39 -7 63 0
wanted 1 by a date	28 12 -80 -92
wanted 2	-32 -41 10 38
wanted 2 by a date	29 -3 -104 -65
wanted 3	-32 -58 70 12
wanted 3 by a date	88 -93 -128 -16
words chatter	-52 -38 -72 234
words event	-2 199 -20 -59
words info	-58 -53 215 -72
words task	184 -2 -39 -64
"""
