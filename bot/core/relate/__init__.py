"""How a message relates to what is known: new, duplicate, reminder, update, cancel, none; and which tasks overlap."""

from bot.core.relate.fingerprints import Fingerprints, gram_hashes
from bot.core.relate.following import moved_too
from bot.core.relate.judgement import facts_after, relate
from bot.core.relate.memory import RelateMemory, pair_key
from bot.core.relate.relation import RelateReason

__all__ = ["Fingerprints", "RelateMemory", "RelateReason", "facts_after", "gram_hashes", "moved_too", "pair_key", "relate"]
