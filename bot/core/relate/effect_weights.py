"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-0.74, -0.505, 0.449, 0.796)
LINES = """\
above	-90 -24 183 -69
b_cancel	-12 -19 -24 56
b_duplicate	25 -14 -6 -5
b_new	5 -3 5 -6
b_none	-2 15 -8 -5
b_reminder	-7 24 -13 -4
b_update	-19 -17 40 -4
below	70 -4 -39 -27
cancelled	457 -182 -161 -115
contain	255 -79 -128 -49
day_apart	46 -3 13 -57
due_soon	-88 58 1 29
due_today	-98 57 26 15
e_cancel	-35 -70 -121 226
e_duplicate	64 -12 -19 -33
e_reminder	-17 91 -52 -21
e_update	-59 -67 127 -1
earlier	43 -38 65 -70
in_line	18 50 -56 -11
left	5 46 -22 -29
level_named	-23 -71 100 -6
m_cancel	-13 -61 -107 182
m_change	41 -126 67 19
m_dated	-31 51 32 -52
m_length	39 -43 -7 11
m_level	-10 2 -6 13
m_missing	-54 131 -52 -24
m_relay	-12 -1 25 -13
m_remaining	-68 137 -52 -17
m_started	-112 141 -23 -6
m_to_me	-34 -67 130 -29
m_urge	-135 236 -56 -44
moment	53 -16 -27 -11
n_sources	-5 -2 17 -10
named_day	62 18 -52 -28
named_exact	18 -18 15 -15
opener_group	-92 15 55 22
over_days	-30 8 29 -7
own_office	-47 -2 20 29
owner_named	-14 -21 18 17
past_moment	44 11 -40 -15
recurs	14 -67 11 42
same_group	-18 23 -1 -4
same_opener	-82 13 48 21
same_sender	-7 16 -3 -5
t_event	32 -79 60 -13
updated	100 32 -95 -37
when	5 13 -6 -13
who	9 -3 -4 -1
"""
