"""`show today`, `show brief` and `show session`: what there is of sessions, as plain lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.cli.show import revealed
from ipt_tui.ipt.audience import Audience
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.ipt.brief import BriefSource
    from ipt_tui.ipt.concern import Concern
    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.session import Session, SessionLine
    from ipt_tui.ipt.today import ToTidy
    from ipt_tui.vault.vault import Vault


def brief(arguments: Arguments) -> None:
    """Print what there is to say before a client's next session. Raises VaultError."""
    from ipt_tui.exchange.plain_brief import no_brief
    from ipt_tui.ipt.brief import brief_lines

    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        found = _brief(vault, client.uid, arguments)
        who = audience(vault)
    print("\n".join(brief_lines(found, who)) if found else no_brief(client.code, who))


def today(arguments: Arguments) -> None:
    """Print the briefs of the day in the order of time, then what to sign, to tidy, to do.

    Of all clients, unless one is named. Raises VaultError with one sentence.
    """
    from ipt_tui.exchange.plain_brief import today_lines
    from ipt_tui.vault import clients, concerns, progress_notes, sessions, to_tidy, todos

    shown = revealed(arguments)
    with opened(arguments) as vault:
        on, starts = vault.clock.today(), vault.clock.day_starts_at
        who = audience(vault)
        named = chosen(vault, arguments.client) if arguments.client else None
        everybody = [named] if named else vault.read(clients.listing)
        uids = {client.uid for client in everybody}
        planned = vault.read(sessions.day, on, shown, starts)
        told = [_told(vault, line, arguments) for line in planned if line.client in uids]
        unsigned: tuple[SessionLine, ...] = ()
        waiting: list[ToTidy] = []
        open_ones: list[Concern] = []
        if who is not Audience.CLIENT:
            raised = vault.read(concerns.everywhere, starts)
            open_ones = [one for one in raised if one.client in uids]
            only = named.uid if named else None
            unsigned = vault.read(progress_notes.unsigned, only, shown, starts)
            if not vault.read_only:
                vault.keep(to_tidy.count, on, starts, sys.maxsize)
            every, _ = vault.read(to_tidy.waiting, on)
            waiting = [one for one in every if one.session.client in uids]
        to_do = [
            (client.code, todo.text)
            for client in everybody
            for todo in vault.read(todos.of_client, client.uid, shown)
            if not todo.veiled
        ]
    print(
        "\n".join(today_lines(on, told, unsigned, to_do, who, to_tidy=waiting, concerns=open_ones))
    )


def _brief(vault: Vault, client_uid: str, arguments: Arguments) -> BriefSource | None:
    from ipt_tui.vault.briefs import source

    clock = vault.clock
    return vault.read(source, client_uid, clock.today(), revealed(arguments), clock.day_starts_at)


def _told(vault: Vault, line: SessionLine, arguments: Arguments) -> BriefSource | SessionLine:
    """Return the brief of a session that is next for its client, of any other what it is."""
    if line.ahead or line.running:
        found = _brief(vault, line.client, arguments)
        if found is not None and (found.number, found.day) == (line.number, line.day):
            return found
    return line


def session(arguments: Arguments) -> None:
    """Print the last session that took place, or the one of a number. Raises VaultError."""
    from ipt_tui.exchange.plain_session import session_lines
    from ipt_tui.ipt.marks_as_words import as_words
    from ipt_tui.ipt.talk_vocabulary import ME
    from ipt_tui.vault import noting, progress_notes, sessions

    shown = revealed(arguments)
    with opened(arguments) as vault:
        on, starts = vault.clock.today(), vault.clock.day_starts_at
        client = chosen(vault, arguments.client)
        who = audience(vault)
        uid = chosen_session(vault, client.uid, arguments.number, who)
        found = vault.read(sessions.session, uid, on, shown, starts)
        found = vault.read(sessions.as_typed, found, shown)
        text, written = found.text("note"), found.line.day or on
        pieces = vault.read(noting.read, client.uid, text, written, shown, starts)
        tried = _tried(vault, found, shown)
        filed = None
        if found.progress_note is not None:
            filed = vault.read(progress_notes.note, found.progress_note, shown, starts)
    note = as_words(text, pieces, on, me=who.pick(client.code, ME))
    print("\n".join(session_lines(found, note, tried, who, filed=filed)))


def _tried(vault: Vault, found: Session, shown: frozenset[str]) -> list[Practice]:
    """Return the practices agreed in a session, and those looked at again on its day."""
    from ipt_tui.vault.practices import of_client

    client, day = found.line.client, found.line.day
    agreed = {one.uid for one in vault.read(of_client, client, shown, session_uid=found.uid)}
    every = reversed(vault.read(of_client, client, shown))
    return [one for one in every if one.uid in agreed or (day and one.looked_at == day)]


def chosen_session(vault: Vault, client_uid: str, wanted: int | None, who: Audience) -> str:
    """Return the uid of the session of a number, None for the last one that took place.

    It is looked for in the course that goes on, else in the last one. Raises VaultError.
    """
    from ipt_tui.vault import courses, sessions

    today, starts = vault.clock.today(), vault.clock.day_starts_at
    course = vault.read(courses.current, client_uid, today)
    every = [course] if course else vault.read(courses.of_client, client_uid)[:1]
    lines = [
        line
        for each in every
        for line in vault.read(sessions.of_course, each.uid, frozenset(), starts)
        if (line.held if wanted is None else line.number == wanted)
    ]
    if not lines:
        what = who.pick("session", "meeting")
        raise VaultError(
            f"No {what} has taken place yet."
            if wanted is None
            else f"There is no {what} {wanted} here."
        )
    return lines[-1].uid
