"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-0.81, -0.326, 0.379, 0.757)
LINES = """\
above	-109 -17 203 -78
b_cancel	-12 -22 -26 60
b_duplicate	25 -13 -6 -5
b_new	5 -2 2 -5
b_none	-4 14 -7 -3
b_reminder	-8 25 -14 -4
b_update	-19 -18 41 -4
below	74 1 -38 -37
cancelled	451 -181 -164 -106
contain	275 -63 -162 -49
day_apart	-4 25 11 -33
due_soon	-79 57 -7 29
due_today	-92 57 19 16
e_cancel	-19 -79 -117 215
e_duplicate	65 -12 -27 -26
e_reminder	-17 88 -49 -22
e_update	-67 -61 134 -6
earlier	30 -64 58 -23
in_line	14 51 -56 -9
left	0 58 -21 -36
level_named	-23 -78 109 -8
m_cancel	0 -69 -119 188
m_change	38 -121 56 27
m_dated	14 -47 36 -3
m_length	42 -43 -10 11
m_level	-8 3 -6 11
m_missing	-52 128 -53 -23
m_relay	-14 -5 29 -10
m_remaining	-73 140 -49 -18
m_started	-109 138 -23 -6
m_to_me	-5 -58 155 -91
m_urge	-116 253 -96 -41
moment	21 12 -29 -3
n_sources	-3 -4 19 -12
named_day	47 43 -55 -34
named_exact	30 -23 11 -18
opener_group	-100 11 59 30
over_days	-51 17 38 -3
own_office	-38 -4 7 35
owner_named	-18 -23 16 24
past_moment	27 15 -29 -13
recurs	-16 -50 16 50
same_group	-17 19 4 -6
same_opener	-94 16 51 26
same_sender	-8 15 1 -9
t_event	19 -90 72 -1
updated	101 36 -96 -41
when	9 4 -8 -4
who	9 -3 -4 -2
"""
