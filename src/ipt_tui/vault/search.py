"""Search over everything a person wrote. Any query is safe; what is sensitive stays veiled."""

import difflib
import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from ipt_tui.ipt.folding import folded
from ipt_tui.records import Client, Expectation, Outcome, Person, Standing, Tie
from ipt_tui.vault import search_entries
from ipt_tui.vault.editing import one

LIMIT = 60
MARK_ON, MARK_OFF = "\x02", "\x03"
_WORD = re.compile(r"\w+")
_FIND = text(
    f"""SELECT kind, uid, snippet(search, 0, '{MARK_ON}', '{MARK_OFF}', '…', 14), text
FROM search WHERE search MATCH :query
AND (:only IS NULL OR client_id IS :only)
ORDER BY (client_id IS :client) DESC, rank LIMIT {LIMIT}"""  # noqa: S608
)
_LIKE = text(
    """SELECT term FROM search_words WHERE term >= :first AND term < :end
AND length(term) BETWEEN :shortest AND :longest LIMIT 5000"""
)
_BEYOND = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand.

    `snippet` marks what was found with MARK_ON and MARK_OFF. A veiled hit has no title and no
    snippet. `person_uid` is whose card to open, `entry_uid` which entry of the timeline; both
    None for the client's own page.
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
    asked = {
        "query": " ".join(f'"{word}"*' for word in words),
        "client": client,
        "only": client if only else None,
    }
    rows = session.execute(_FIND, asked).all()
    found = (_hit(session, kind, uid, said, whole, revealed) for kind, uid, said, whole in rows)
    hits = [hit for hit in found if hit is not None]
    here = hits[0].client_uid if hits else ""
    named = words[0].casefold()
    hits.sort(key=lambda hit: (hit.client_uid != here, not hit.title.casefold().startswith(named)))
    return tuple(hits)


def _hit(
    session: Session, kind: str, uid: str, snippet: str, whole: str, revealed: frozenset[str]
) -> Hit | None:
    if kind in search_entries.TABLES:
        return _entry(session, kind, uid, snippet, whole, revealed)
    client_id, people = _belongs(session, kind, uid)
    client = session.get(Client, client_id) if client_id else None
    if client is None:
        return None
    veiled = any(person.sensitive and person.uid not in revealed for person in people)
    title = people[0].name if people else client.code
    return Hit(
        kind,
        uid,
        client.uid,
        client.code,
        people[0].uid if people else None,
        "" if veiled else title,
        "" if veiled else " ".join(snippet.split()),
        veiled,
    )


def _entry(
    session: Session, kind: str, uid: str, snippet: str, whole: str, revealed: frozenset[str]
) -> Hit | None:
    found = search_entries.found_entry(session, kind, uid, whole, revealed)
    client = session.get(Client, found.client_id) if found else None
    if found is None or client is None:
        return None
    return Hit(
        kind,
        uid,
        client.uid,
        client.code,
        None,
        "" if found.veiled else found.title,
        "" if found.veiled else " ".join(snippet.split()),
        found.veiled,
        uid,
    )


def _belongs(session: Session, kind: str, uid: str) -> tuple[int | None, tuple[Person, ...]]:
    """Return the client and the people a found row belongs to."""
    if kind == "client":
        return session.exec(select(Client.id).where(Client.uid == uid)).first(), ()
    people = tuple(session.exec(_PEOPLE[kind].where(_TABLES[kind].uid == uid)))
    return (people[0].client_id if people else None), people


_TABLES: dict[str, Any] = {
    "person": Person,
    "standing": Standing,
    "expectation": Expectation,
    "outcome": Outcome,
    "tie": Tie,
}
_PEOPLE: dict[str, Any] = {
    "person": select(Person),
    "standing": select(Person).join(Standing, col(Standing.person_id) == Person.id),
    "expectation": select(Person).join(Expectation, col(Expectation.person_id) == Person.id),
    "outcome": select(Person)
    .join(Expectation, col(Expectation.person_id) == Person.id)
    .join(Outcome, col(Outcome.expectation_id) == Expectation.id),
    "tie": select(Person)
    .join(Tie, (col(Tie.person_id) == Person.id) | (col(Tie.other_id) == Person.id))
    .order_by(col(Tie.other_id) == Person.id),
}


def _corrected(session: Session, word: str) -> str:
    """Return the nearest word that stands somewhere, or the word itself."""
    plain = folded(word)
    asked = {
        "first": plain[:1],
        "end": plain[:1] + _BEYOND,
        "shortest": len(plain) - 3,
        "longest": len(plain) + 3,
    }
    known = session.execute(_LIKE, asked).scalars()
    close = difflib.get_close_matches(plain, list(known), n=1, cutoff=0.7)
    return close[0] if close else word
