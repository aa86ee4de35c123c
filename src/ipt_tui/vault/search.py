"""Search over everything a person wrote. Any query is safe; what is sensitive stays veiled."""

import difflib
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from ipt_tui.ipt.folding import folded
from ipt_tui.records import Client
from ipt_tui.vault import (
    agreement_veil,
    ending_veil,
    fits,
    goal_veil,
    plan_veil,
    schema,
    search_entries,
    search_focus,
    search_sessions,
    search_talks,
)
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.search_owners import owners

LIMIT = 60
MARK_ON, MARK_OFF = "\x02", "\x03"
PLAN = "safety_plan"
ENDING = "ending"
FIT = "fit"
_PART_BY_PART = {PLAN: plan_veil.owners, ENDING: ending_veil.owners, FIT: fits.owners}
"""What is veiled part by part: here it is veiled with any of them."""
_WORD = re.compile(r"\w+")
_FOUND = f"""SELECT kind, uid, snippet(search, 0, '{MARK_ON}', '{MARK_OFF}', '…', 14) AS snippet,
text FROM search WHERE search MATCH :query"""  # noqa: S608
_NEWEST = f"ORDER BY rowid DESC LIMIT {LIMIT}"
_FIND = text(f"{_FOUND} {_NEWEST}")
_FIND_OWN = text(f"{_FOUND} AND +rowid IN ({schema.search_numbers()}) {_NEWEST}")
"""Newest first, so that the index can stop early: while one types, every letter is a search."""
_LIKE = text(
    """SELECT term FROM search_words WHERE term >= :first AND term < :end
AND length(term) BETWEEN :shortest AND :longest ORDER BY doc DESC, term LIMIT 1000"""
)
_BEYOND = "\U0010ffff"
_ASKED: tuple[tuple[Any, Any], ...] = (
    (search_entries.TABLES, search_entries.entries),
    (search_sessions.TABLES, search_sessions.owners),
    (search_focus.TABLES, search_focus.owners),
    (goal_veil.TABLES, goal_veil.owners),
    (agreement_veil.TABLES, agreement_veil.owners),
)
"""By which kinds of hits which question says whose they are."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand.

    `snippet` marks what was found with MARK_ON and MARK_OFF. A veiled hit has no title and no
    snippet. `person_uid` is whose card to open, `entry_uid` which entry of the timeline,
    `talk_uid` which talk, `session_uid` which session, `focus` which row of Focus; all None for the
    client's own page.
    """

    kind: str
    uid: str
    client_uid: str
    client_code: str
    person_uid: str | None
    title: str
    snippet: str
    veiled: bool = False
    entry_uid: str | None = None
    talk_uid: str | None = None
    session_uid: str | None = None
    focus: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, those of the client on screen first, and the words searched for instead."""

    hits: tuple[Hit, ...] = ()
    instead: str = ""


def find(
    session: Session,
    query: str,
    client_uid: str | None = None,
    *,
    only: bool = False,
    revealed: frozenset[str] = frozenset(),
) -> Found:
    """Return where the words of `query` stand, as beginnings of words, accents aside.

    `only` keeps to the client on screen. A word that stands nowhere is corrected against the
    words that do; `Found.instead` then says what was searched for. It is never corrected to a
    word that stands in veiled places alone, for that would say the word.
    """
    words = _WORD.findall(query)[:12]
    if not words:
        return Found()
    client = one(session, Client, client_uid).id if client_uid else None
    hits = _hits(session, words, client, revealed, only=only)
    if hits:
        return Found(hits)
    corrected = [_corrected(session, word) for word in words]
    if corrected == words:
        return Found()
    hits = _hits(session, corrected, client, revealed, only=only)
    return Found() if all(hit.veiled for hit in hits) else Found(hits, " ".join(corrected))


def _hits(
    session: Session,
    words: list[str],
    client: int | None,
    revealed: frozenset[str],
    *,
    only: bool,
) -> tuple[Hit, ...]:
    """Return the newest hits, those of the client on screen first, and named ones before others."""
    asked = {"query": " ".join(f'"{word}"*' for word in words), "client": client}
    rows = session.execute(_FIND_OWN, asked).all() if client is not None else []
    if len(rows) < LIMIT and not (only and client is not None):
        own = {row.uid for row in rows}
        rows = [*rows, *(row for row in session.execute(_FIND, asked) if row.uid not in own)]
    hits = _told(session, rows[:LIMIT], revealed)
    here = hits[0].client_uid if hits else ""
    named = words[0].casefold()
    hits.sort(key=lambda hit: (hit.client_uid != here, not hit.title.casefold().startswith(named)))
    return tuple(hits)


def _told(session: Session, rows: Sequence[Any], revealed: frozenset[str]) -> list[Hit]:
    """Return found rows as hits, in their order; one that belongs to nobody is left out."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        texts[row.kind][row.uid] = row.text

    @cache
    def hidden(client: int) -> Hidden:
        return hidden_for(session, client, revealed)

    of_talks = {kind: found for kind, found in texts.items() if kind in search_talks.TABLES}
    whose = search_talks.talks(session, of_talks, hidden)
    apart = set(of_talks.get("rehearsal", ())) - set(whose)
    whose |= search_sessions.rehearsed(session, apart, hidden)
    for kind, found in texts.items():
        asked = next((ask for kinds, ask in _ASKED if kind in kinds), None)
        if asked is not None:
            whose |= asked(session, kind, found, hidden)
        elif kind in _PART_BY_PART:
            whose |= _PART_BY_PART[kind](session, found, hidden)
        elif kind not in of_talks:
            whose |= owners(session, kind, found, revealed)
    numbers = {owner.client_id for owner in whose.values()}
    query = select(Client.id, Client.uid, Client.code).where(col(Client.id).in_(numbers))
    clients = {number: (uid, code) for number, uid, code in session.exec(query)}
    hits = []
    for row in rows:
        owner = whose.get(row.uid)
        if owner is None or owner.client_id not in clients:
            continue
        shown = ("", "") if owner.veiled else (owner.title, _on_one_line(row.snippet))
        entry = row.uid if row.kind in search_entries.TABLES else None
        hits.append(
            Hit(
                row.kind,
                row.uid,
                *clients[owner.client_id],
                owner.person_uid,
                *shown,
                veiled=owner.veiled,
                entry_uid=entry,
                talk_uid=owner.talk_uid,
                session_uid=owner.session_uid,
                focus=owner.focus,
            )
        )
    return hits


def _on_one_line(snippet: str) -> str:
    """Return an excerpt on one line, what stands in different fields set apart."""
    fields = (" ".join(field.split()) for field in snippet.split("\n"))
    return " · ".join(filter(None, fields))


def _corrected(session: Session, word: str) -> str:
    """Return the nearest word that stands somewhere, or the word itself.

    Only so many of the words with the same beginning are looked at, the commonest first.
    """
    plain = folded(word)
    asked = {
        "first": plain[:1],
        "end": plain[:1] + _BEYOND,
        "shortest": len(plain) - 2,
        "longest": len(plain) + 2,
    }
    known = session.execute(_LIKE, asked).scalars()
    close = difflib.get_close_matches(plain, list(known), n=1, cutoff=0.7)
    return close[0] if close else word
