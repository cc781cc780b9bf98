"""Weights of the settling model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""

CLASSES = ("task", "event", "info", "chatter")
BIAS = (-0.817, -0.745, -0.493, -0.845)
LINES = """\
any	87 -23 -97 -6
dated	-82 -20 7 -30
due	81 -68 -79 -84
first deadline	47 -118 24 -1
first event	-68 31 -31 -60
first neither	-57 -40 77 24
first recurring	-1 71 -119 -1
first window	-3 -18 -1 -46
most deadline	-12 42 -31 -54
most event	-308 250 -59 -85
most recurring	57 -39 -27 -23
most window	136 -118 -59 -54
undated	1 -55 -57 -54
words chatter	-48 -24 -88 226
words event	-13 198 -10 -36
words info	-60 -45 249 -75
words task	179 -5 -23 -39
"""
