"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.33, -1.179, -0.76, -1.239)
LINES = """\
addressed	29 -52 4 -79
any	78 25 -52 41
dated	-79 -25 0 -40
due	104 -84 -78 -27
first deadline	91 -121 -32 -77
first event	-64 38 -11 -32
first neither	-45 -36 59 -6
first recurring	11 -16 -37 -8
first window	-26 18 -55 0
most deadline	-78 77 5 21
most event	-287 223 -166 -96
most recurring	44 69 -80 -13
most window	173 -201 -17 -92
undated	46 -93 -76 -84
urgent	37 -24 -27 2
wanted 0	-25 49 57 -1
wanted 0 by a date	-80 14 65 0
wanted 1	-2 -19 25 -11
wanted 1 by a date	16 -28 -9 -89
wanted 2	-12 -19 -12 67
wanted 2 by a date	28 -25 -114 -103
wanted 3	-31 -24 43 33
wanted 3 by a date	73 -65 -131 -19
words chatter	-42 -31 -76 230
words event	-4 189 -10 -57
words info	-54 -47 206 -64
words task	182 -3 -22 -59
"""
