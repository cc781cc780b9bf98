"""Which words and facts agree or conflict between a message and a task, as short codes that `/why` words."""

from __future__ import annotations

from bot.core.relate.weighing import Candidate, Features, Incoming

_AGREE: tuple[tuple[str, float, str], ...] = (
    ("document", 1, "same_document"),
    ("moment", 2, "same_moment"),
    ("left", 1, "time_left_fits"),
    ("same_sender", 1, "same_sender"),
    ("same_group", 1, "same_group"),
    ("owner_named", 1, "names_office"),
    ("person_named", 1, "names_person"),
    ("mailbox", 1, "same_address"),
    ("quoted", 1, "same_name"),
    ("period_same", 1, "same_period"),
)
_CONFLICT: tuple[tuple[str, str], ...] = (
    ("period_apart", "other_period"),
    ("document_apart", "other_document"),
    ("signed_apart", "signed_by_other"),
    ("day_apart", "other_day"),
    ("population_apart", "other_population"),
    ("mailbox_apart", "other_address"),
)
_CUES = ("cancel", "change", "missing", "remaining", "started", "urge", "relay")


def evidence_of(incoming: Incoming, candidate: Candidate, f: Features) -> tuple[str, ...]:
    """Codes `+fact` (agrees), `-fact` (conflicts), `cue:words` and the rarest shared 2-grams as `words:…`."""
    found = [f"+{name}" for key, least, name in _AGREE if f[key] >= least]
    found += [f"-{name}" for key, name in _CONFLICT if f[key]]
    found += [f"{name}:{said}" for name in _CUES if (said := getattr(incoming.traits.cues, name))]
    shared = sorted(incoming.traits.grams & candidate.view.opener.grams)
    if shared:
        found.append("words:" + " ".join(shared[:6]))
    return tuple(found)
