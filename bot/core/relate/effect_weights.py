"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.77, -2.854, 1.389, 3.235)
LINES = """\
above	165 -78 -68 -19
b_cancel	-34 -21 -25 79
b_duplicate	28 -17 -6 -5
b_new	3 0 -1 -2
b_none	-2 16 -21 7
b_reminder	-16 57 -20 -21
b_update	-5 -29 55 -22
below	37 -6 10 -41
cancelled	749 -124 -265 -360
contain	308 141 -132 -317
day_apart	115 34 -29 -120
due_soon	-46 79 -1 -32
due_today	-64 78 43 -57
e_cancel	14 -162 27 121
e_duplicate	46 20 -8 -58
e_reminder	27 2 -50 22
e_update	-110 12 67 32
earlier	-109 -39 184 -36
in_line	-14 30 45 -61
left	40 34 -24 -51
level_named	25 -66 30 11
m_cancel	-18 -148 -18 184
m_change	-10 -133 51 91
m_dated	19 -27 29 -21
m_length	16 -14 -13 10
m_level	0 -15 12 3
m_missing	-86 193 23 -130
m_relay	24 -19 -55 49
m_remaining	-27 146 -51 -68
m_started	-179 185 -15 9
m_to_me	46 -114 53 15
m_urge	-75 262 -72 -115
moment	84 -20 -19 -45
n_sources	-6 30 25 -50
named_day	71 90 -114 -48
named_exact	-27 52 18 -42
opener_group	-170 61 43 66
over_days	-63 39 -9 34
own_office	-32 29 29 -25
owner_named	-45 66 15 -35
past_moment	7 59 -18 -49
recurs	-69 161 -123 31
same_group	-25 46 -27 5
same_opener	-169 -20 119 69
same_sender	-19 36 -24 7
t_event	-37 -135 70 102
updated	222 33 -201 -54
when	2 54 -33 -24
who	36 -5 -17 -14
"""
