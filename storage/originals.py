"""The files as they came: one of each content an office, for as long as the office keeps them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Delete, delete, select, type_coerce

from bot.core.models import Original, StoredMessage
from storage import tables
from storage.columns import CleanText
from storage.scope import Scope, WriteScope

_original = tables.original.c


class OriginalReads(Scope):
    """What can be asked about files."""

    async def original(self, hash: str) -> Original | None:
        """The file with that hash, None when it is no longer kept."""
        return await self._one(Original, _original.hash == hash)

    async def kept_originals(self, hashes: Collection[str]) -> set[str]:
        """Which of these are still kept."""
        here = (_original.workspace == self.workspace.id, _original.hash.in_(list(hashes)))
        return set(await self._connection.scalars(select(_original.hash).where(*here)))


class OriginalWrites(WriteScope):
    """The writing half."""

    async def drop_unused(self, hashes: Collection[str]) -> None:
        """Delete those of these files that no message of the office speaks of any more."""
        said = type_coerce(tables.message.c.message, CleanText)
        for hash in hashes:
            if await self._one(StoredMessage, said.contains(hash, autoescape=True)) is None:
                here = (_original.workspace == self.workspace.id, _original.hash == hash)
                await self._connection.execute(delete(tables.original).where(*here))


def older_than(before: datetime) -> Delete:
    """The statement that removes what last came before then, in every office."""
    return delete(tables.original).where(_original.at < before)
