"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-0.765, -0.45, 0.459, 0.756)
LINES = """\
above	-103 -20 198 -76
b_cancel	-11 -21 -25 57
b_duplicate	24 -13 -6 -5
b_new	5 -3 4 -6
b_none	-4 14 -6 -4
b_reminder	-7 24 -13 -4
b_update	-20 -18 41 -4
below	71 -2 -41 -28
cancelled	459 -188 -155 -116
contain	274 -71 -155 -48
day_apart	23 12 25 -60
due_soon	-83 57 -1 26
due_today	-101 59 25 16
e_cancel	-34 -71 -121 226
e_duplicate	67 -14 -22 -32
e_reminder	-19 93 -53 -21
e_update	-63 -67 132 -2
earlier	49 -35 62 -76
in_line	14 52 -55 -12
left	1 58 -24 -35
level_named	-23 -71 103 -9
m_cancel	-11 -62 -107 181
m_change	44 -126 64 18
m_dated	-10 10 26 -26
m_length	39 -42 -8 11
m_level	-10 2 -5 13
m_missing	-49 125 -52 -25
m_relay	-12 -7 34 -15
m_remaining	-69 141 -54 -18
m_started	-106 135 -24 -5
m_to_me	-33 -64 132 -34
m_urge	-122 246 -86 -39
moment	36 0 -32 -4
n_sources	-6 -3 17 -8
named_day	48 28 -42 -34
named_exact	19 -17 14 -16
opener_group	-90 13 54 24
over_days	-33 12 29 -7
own_office	-47 -5 22 29
owner_named	-15 -22 20 18
past_moment	47 7 -35 -19
recurs	0 -65 18 47
same_group	-18 23 -1 -4
same_opener	-82 14 47 21
same_sender	-9 17 -2 -6
t_event	29 -82 66 -13
updated	100 32 -94 -38
when	6 7 -7 -6
who	9 -4 -4 -2
"""
