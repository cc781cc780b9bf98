"""What a text asks for as the fitted model weighs it over what the rules found: wordings no rule knows, and words said of something else."""

from __future__ import annotations

from collections.abc import Mapping, Set
from operator import add

from bot.core.channels import Channels
from bot.core.learned.features import even, grams, shape_between, weighed_part
from bot.core.learned.linear import Features, Linear
from bot.core.learned.shipped import asking_model
from bot.core.models import Kind, Requirement, Span

Found = Mapping[Requirement, Span]
"""Requirements with where each was said in the normalised text."""

_WORDS, _AROUND = 2.0, 2.0
"""How loud the strings of the text, and those around the words a rule took, speak beside a plain fact."""
_NEAR = 12
_BENEFIT, _BENEFIT_IN_ENGLISH = 0.5, 3.0
"""How clearly the whole must speak against what a rule read (log-odds) before it is dropped; few of the texts fitted to are English."""
_SENT_TO = ("emails", "phones", "people", "urls", "systems")


def asking_features(text: str, kind: Kind, channels: Channels) -> Features:
    """What speaks for or against any requirement: the strings of a normalised text, its kind, where things are sent to."""
    plain = [f"kind {kind}", *(f"to {each}" for each in _SENT_TO if getattr(channels.submit_to, each))]
    return [even(grams(weighed_part(text), 2), _WORDS), (1.0, plain)]


def rule_features(found: Found, set_aside: Set[Requirement]) -> Features:
    """Which requirements the rules found, and which they saw named and not asked for."""
    return [(1.0, [*(f"rule {requirement}" for requirement in found), *(f"aside {requirement}" for requirement in set_aside)])]


def own_features(text: str, requirement: Requirement, span: Span) -> tuple[float, set[str]]:
    """The words that a rule took for this requirement and those around them; they speak of no other."""
    start, end = span
    left, said, right = (shape_between(text, *part) for part in ((max(0, start - _NEAR), start), span, (end, end + _NEAR)))
    strings = [
        f"m{said}",
        *grams(left, 2, "l"),
        *grams(right, 2, "r"),
        *grams(said[:8], 2, "i"),
        *(f"<{left[-length:]}" for length in (1, 2, 3)),
        *(f">{right[:length]}" for length in (1, 2, 3)),
    ]
    return even((f"{requirement} {each}" for each in strings), _AROUND)


def weigh_requirements(text: str, kind: Kind, found: Found, set_aside: Set[Requirement], channels: Channels) -> dict[Requirement, Span]:
    """The requirements of a normalised text, all things considered; what the rules had missed points at its loudest words.

    What the rules set aside stays so: a denial outweighs every word around it. Chatter and info are left as the rules say,
    they ask for nothing or for a receipt.
    """
    if not kind.actionable:
        return dict(found)
    model = asking_model()
    features = [*asking_features(text, kind, channels), *rule_features(found, set_aside), *(own_features(text, r, span) for r, span in found.items())]
    sums = dict(zip(model.classes, model.sums(features), strict=True))
    benefit = _BENEFIT_IN_ENGLISH if text.isascii() else _BENEFIT
    asked = (r for r in Requirement if r not in set_aside and sums[r] > (-benefit if r in found else 0))
    return {r: found[r] if r in found else _loudest(text, r, model) for r in asked}


def _loudest(text: str, requirement: Requirement, model: Linear) -> Span:
    """Where the two characters stand that speak loudest for a requirement."""
    at = model.classes.index(requirement)
    flat = text.lower() if len(text.lower()) == len(text) else text
    pairs = set(map(add, flat, flat[1:])) & model.packed.keys()
    loudest = max(sorted(pairs), key=lambda pair: model.weight_of(pair, at), default="")
    begins = flat.find(loudest)
    return begins, begins + len(loudest)
