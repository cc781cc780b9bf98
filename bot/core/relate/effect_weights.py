"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.212, -1.236, 1.052, 1.397)
LINES = """\
above	-37 -8 67 -22
b_cancel	-18 -17 -31 66
b_duplicate	30 -17 -7 -5
b_new	-4 4 5 -4
b_none	9 1 -12 2
b_reminder	-14 42 -21 -8
b_update	-11 -24 47 -12
below	88 -28 -26 -34
cancelled	452 -64 -139 -249
contain	398 -64 -253 -81
day_apart	26 34 6 -67
due_soon	-91 23 38 29
due_today	-62 45 30 -13
e_cancel	-15 -60 -180 256
e_duplicate	28 -8 -12 -9
e_reminder	-9 32 15 -38
e_update	-26 -11 47 -10
earlier	-125 11 200 -86
in_line	-19 31 30 -43
left	-14 65 0 -51
level_named	5 -43 -30 68
m_cancel	-9 -56 -116 182
m_change	15 -129 96 18
m_dated	15 38 26 -79
m_length	32 -40 -13 22
m_level	-24 -17 20 21
m_missing	-66 164 -68 -30
m_relay	52 -10 -19 -23
m_remaining	-80 130 -27 -23
m_started	-110 162 -50 -2
m_to_me	5 -74 22 46
m_urge	-157 241 -43 -41
moment	37 -8 -13 -17
n_sources	2 20 -6 -16
named_day	28 75 -55 -48
named_exact	40 32 -60 -12
opener_group	-119 39 57 23
over_days	-51 34 43 -26
own_office	-50 -2 8 44
owner_named	-15 -42 28 29
past_moment	29 16 -21 -24
recurs	-60 66 -68 62
same_group	-15 24 -5 -4
same_opener	-109 40 50 20
same_sender	-18 28 -4 -6
t_event	15 -56 80 -38
updated	151 1 -93 -59
when	15 22 -18 -18
who	17 -1 -11 -5
"""
