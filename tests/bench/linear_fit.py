"""From rows of named features to a shipped linear model; needs scikit-learn (extra `fit`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from bot.core.relate.linear import Linear


def matrix(rows: Sequence[Mapping[str, float]], least: int = 2) -> tuple[csr_matrix, list[str]]:
    """Rows as a sparse matrix with the names of its columns; what fewer than `least` rows have is left out."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(rows).tocsr()
    keep = np.flatnonzero(np.asarray((table != 0).sum(axis=0)).ravel() >= least)
    names = vectorizer.get_feature_names_out()
    return table[:, keep], [str(names[i]) for i in keep]


def packed(classes: Sequence[str], bias: np.ndarray, lines: np.ndarray, names: Sequence[str], least: int = 6) -> Linear:
    """Weights in hundredths without the features that hardly speak."""
    whole = np.rint(lines * 100).astype(int)
    loud = np.flatnonzero(np.abs(whole).max(axis=0) >= least)
    return Linear(tuple(classes), tuple(round(float(b), 3) for b in bias), {names[i]: tuple(int(w) for w in whole[:, i]) for i in loud})
