"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

CLASSES = ("duplicate", "reminder", "update", "cancel")
BIAS = (-1.186, -0.501, 0.955, 0.732)
LINES = """\
above	-91 -18 145 -35
b_cancel	-16 -22 -22 60
b_duplicate	26 -14 -6 -7
b_new	5 -8 10 -7
b_none	-7 15 -11 2
b_reminder	-9 24 -11 -4
b_update	-21 -14 39 -5
below	80 0 -41 -38
cancelled	414 -218 -70 -126
contain	250 -6 -161 -84
day_apart	14 -2 9 -20
due_soon	-70 62 -20 28
due_today	-90 52 20 17
e_cancel	2 -85 -120 203
e_duplicate	71 -9 -37 -25
e_reminder	-25 88 -44 -19
e_update	-74 -64 144 -6
earlier	3 -56 63 -10
in_line	26 48 -62 -11
left	9 40 -18 -31
level_named	-22 -78 107 -6
m_cancel	21 -72 -113 164
m_change	72 -125 31 23
m_dated	10 -24 21 -7
m_length	31 -37 -5 11
m_level	-5 2 -11 13
m_missing	-51 126 -53 -22
m_relay	-13 14 17 -18
m_remaining	-65 134 -53 -16
m_started	-107 143 -28 -8
m_to_me	-20 -71 124 -33
m_urge	-94 233 -102 -37
moment	47 -23 -21 -3
n_sources	0 -5 18 -13
named_day	27 47 -53 -22
named_exact	11 1 8 -20
opener_group	-91 13 51 26
over_days	-41 12 28 1
own_office	-36 9 1 27
owner_named	4 -31 7 19
past_moment	25 18 -29 -14
recurs	-27 -45 20 52
same_group	-19 26 5 -11
same_opener	-81 14 40 27
same_sender	-3 5 0 -1
t_event	17 -102 72 13
updated	89 31 -65 -54
when	8 2 -6 -4
who	3 -5 3 -1
"""
