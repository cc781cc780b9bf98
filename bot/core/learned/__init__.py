"""What is read off labelled texts instead of written by hand: sums over short strings and the rules' findings.

Rules find time expressions, cue words and papers; which of them carry a decision is weighed here. The weights are
fitted by `tests/bench/fit_reading.py` and stand in `*_network.py`, `*_weights.py` and `company_trees.py`.
"""
