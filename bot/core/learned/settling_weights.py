"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-1.119, -0.991, -0.118, -0.618)
LINES = """\
any	203 8 -211 -99
dated	-87 -31 20 -21
due	18 -26 -90 -22
first deadline	52 -154 111 -12
first event	-163 39 6 -32
first neither	0 20 -1 -39
first recurring	14 19 -108 33
first window	-16 -25 -19 -13
most deadline	-66 78 -58 -1
most event	-210 219 -102 -69
most recurring	-5 -9 -47 2
most window	125 -96 -31 -42
undated	-24 -68 -32 -41
words chatter	-50 -30 -90 235
words event	-18 219 -7 -41
words info	-56 -50 239 -71
words task	191 3 -32 -52
"""
