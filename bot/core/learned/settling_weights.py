"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.491, -1.104, 0.127, -0.625)
LINES = """\
addressed	45 -39 -43 -69
any	226 60 -128 -16
dated	-77 -37 52 -21
due	73 -3 -198 -90
first deadline	121 -168 -24 33
first event	-154 93 28 -47
first neither	29 -59 -11 61
first recurring	-21 68 1 -30
first window	-23 -43 19 -79
most deadline	-74 0 -12 -70
most event	-244 168 -222 -105
most recurring	37 6 -175 -22
most window	136 -144 -58 0
undated	27 -74 -39 -41
urgent	95 -52 -145 -23
wanted 0	-7 98 31 -45
wanted 0 by a date	-76 3 85 -1
wanted 1	23 74 -5 -74
wanted 1 by a date	-8 -29 -10 -34
wanted 2	26 -17 -59 -17
wanted 2 by a date	-25 -43 -36 34
wanted 3	-1 -36 10 33
wanted 3 by a date	19 -159 -3 41
words chatter	-53 -24 -103 386
words event	11 326 -35 -29
words info	-65 -95 354 -100
words task	401 -7 -18 -145
"""
