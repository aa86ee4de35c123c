"""What is offered for an ending: what the client did, and what is sensitive and could go in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import col, select

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.ending import LeftOut, Offer, has_line
from ipt_tui.ipt.ending_words import shipped
from ipt_tui.ipt.people import Whose
from ipt_tui.ipt.practice import Tried
from ipt_tui.ipt.talk_phrases import called
from ipt_tui.ipt.talk_vocabulary import Done
from ipt_tui.records import Expectation, Outcome
from ipt_tui.vault import ending_sources, ending_veil, practices, talk_veil
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.talk_lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.vault.ending_page import PageReader
    from ipt_tui.vault.ending_sources import Told
    from ipt_tui.vault.hidden import Hidden

TRIED, PRACTISED, SAID = "tried", "practice", "said"


def offers(reader: PageReader, did: str, revealed: frozenset[str]) -> Iterator[Offer]:
    """Yield what the client tried after a talk, practised and said aloud, in their words.

    Within each kind it is in the order of the days; what is veiled is left out.
    """
    hidden = hidden_for(reader.session, reader.client, revealed)
    for kind, found in (
        (TRIED, sorted(_tried(reader, hidden))),
        (PRACTISED, sorted(_practised(reader, revealed))),
        (SAID, sorted(_said(reader, hidden))),
    ):
        for day, uid, words in found:
            if reader.course.start <= day <= reader.on:
                line = f"{' '.join(words.split())} ({short(day, reader.on)})"
                yield Offer(f"{kind}:{uid}", kind, line, has_line(did, line))


def _tried(reader: PageReader, hidden: Hidden) -> Iterator[tuple[date, str, str]]:
    lines = Lines(reader.session, reader.client, hidden, reader.day_starts_at)
    for line in lines:
        for attempt in line.tried:
            words = attempt.what or attempt.title
            if attempt.title and attempt.day and attempt.done in (Done.YES, Done.PART):
                yield attempt.day, attempt.uid, words


def _practised(reader: PageReader, revealed: frozenset[str]) -> Iterator[tuple[date, str, str]]:
    for each in practices.of_client(reader.session, reader.course.client, revealed):
        if each.looked_at and not each.veiled and each.done in (Tried.FULL, Tried.PART):
            yield each.looked_at, each.uid, each.what


def _said(reader: PageReader, hidden: Hidden) -> Iterator[tuple[date, str, str]]:
    rows = reader.session.execute(
        select(Expectation.uid, Expectation.text, Expectation.person_id, Outcome.day)
        .join(Outcome, col(Outcome.expectation_id) == Expectation.id)
        .where(Expectation.client_id == reader.client, Expectation.whose == Whose.MINE.value)
        .where(col(Outcome.said).is_(True))
        .order_by(col(Outcome.day))
    )
    first: dict[str, tuple[date, str, str]] = {}
    for uid, text, person, day in rows:
        if not hidden.veils(uid, False, (person,), (text,)):
            words = f"said to {hidden.people[person].name}: {text}"
            first.setdefault(uid, (date.fromisoformat(day), uid, words))
    yield from first.values()


def left_out(reader: PageReader, revealed: frozenset[str]) -> Iterator[LeftOut]:
    """Yield what is sensitive and stands on the page only if it is ticked.

    Its words are told as far as it is `revealed` on the screen.
    """
    of_all = hidden_for(reader.session, reader.client, frozenset())
    on_screen = hidden_for(reader.session, reader.client, revealed)
    for number in sorted(of_all.numbers):
        who = of_all.people[number]
        yield _left(reader, who.uid, "person", "" if number in on_screen.numbers else who.name)
    yield from _talks(reader, of_all, on_screen)
    words = {told.uid: told.words for _, told in _told(reader, revealed) if not told.veiled}
    for kind, told in _told(reader, frozenset()):
        if told.veiled:
            yield _left(reader, told.uid, kind, words.get(told.uid, ""))
    if reader.row is not None:
        unseen = ending_veil.parts(on_screen, reader.row)
        secret = ending_veil.parts(of_all, reader.row)
        for part in shipped().parts:
            if part.key in secret:
                text = "" if part.key in unseen else getattr(reader.row, part.key)
                yield _left(reader, part.key, part.title, text)


def _told(reader: PageReader, revealed: frozenset[str]) -> Iterator[tuple[str, Told]]:
    session, client, on = reader.session, reader.client, reader.on
    hidden, whose = hidden_for(session, client, revealed), reader.course.client
    yield from (("focus", told) for told in ending_sources.focus(session, whose, on, revealed))
    if found := ending_sources.formulation(session, client, hidden, on):
        yield "how it hangs together", found
    yield from (("goal", told) for told in ending_sources.goals(session, client, hidden, on))


def _talks(reader: PageReader, hidden: Hidden, on_screen: Hidden) -> Iterator[LeftOut]:
    """Yield those of the two talks side by side that are veiled by `hidden`."""
    row, session, client = reader.row, reader.session, reader.client
    chosen = [n for n in (row.then_talk_id, row.now_talk_id) if n] if row else []
    secret = talk_veil.veiled(session, hidden, client, chosen) if chosen else ()
    if not secret:
        return
    for line in Lines(session, client, on_screen, reader.day_starts_at, list(secret)):
        yield _left(reader, line.uid, "talk", "" if line.veiled else called(line, reader.on))


def _left(reader: PageReader, key: str, kind: str, words: str) -> LeftOut:
    return LeftOut(key, kind, words, key in reader.seen)
