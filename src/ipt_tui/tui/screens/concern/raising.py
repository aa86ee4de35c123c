"""Raising a concern, or opening the one that is open: two keys, from anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.concern import Kind, kinds
from ipt_tui.tui.areas.area import NO_CLIENT, READ_ONLY, RecordChanged
from ipt_tui.tui.dialogs.letter_strip import LetterStrip
from ipt_tui.tui.screens.concern.screen import ConcernScreen
from ipt_tui.vault import concern_sources, concerns, sessions, talks
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.hidden import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipt_tui.ipt.concern import Concern
    from ipt_tui.tui.app import IptApp

TOGETHER = "That is not shown while you look together."
LOOK = "!"
"""The letter that looks at what is open, beside the kinds."""


def open_concern(app: IptApp, uid: str = "") -> None:
    """Open a concern about the client in hand; where none is open, ask of which kind it is.

    It is the one with this uid, also once it is closed; else one about the person in hand, else the
    newest. While one types nothing takes the focus away: the kind is asked, and typing goes on.
    There are none in one's own vault, and they do not open looking together.
    """
    if not app.vault.is_open or app.audience_of_vault is Audience.CLIENT:
        return
    there = next((s for s in app.screen_stack if isinstance(s, ConcernScreen)), None)
    if app.together:
        app.tell(TOGETHER)
    elif there is not None:
        there.pop_until_active()
    elif app.context.client is None:
        app.tell(NO_CLIENT)
    else:
        app.gate.shut()
        app.run_worker(_open(app, uid), group="concern")


async def _open(app: IptApp, uid: str) -> None:
    with app.gate.held():
        found = await _read(app)
    if found is None or app.is_covered:
        return
    open_ones = [concern for concern in found if concern.is_open]
    if uid and all(concern.uid != uid for concern in found):
        app.tell(str(Gone()), bad=True)
    elif uid or (open_ones and not _is_typing(app)):
        await app.push_screen(ConcernScreen(found, uid or _wanted(app, open_ones)))
    elif app.vault.vault.read_only:
        app.tell(READ_ONLY)
    else:
        ask_kind(app, look=bool(open_ones))


async def _read(app: IptApp) -> tuple[Concern, ...] | None:
    client = app.context.client or ""
    starts, today = app.config.day_starts_at, app.clock.today()
    return await app.or_tell(app.vault.read(concerns.all_for, client, today, EVERYTHING, starts))


def _is_typing(app: IptApp) -> bool:
    return isinstance(app.screen.focused, Input | TextArea)


def ask_kind(app: IptApp, *, look: bool = False) -> None:
    """Ask which kind of concern is raised; with `look` the one that is open can be looked at."""
    letters = [(kind.key, kind.title, kind.id) for kind in kinds()]
    if look:
        letters.append((LOOK, "the one that is open", LOOK))
    app.push_screen(LetterStrip(letters, "concern"), partial(_chosen, app))


def _chosen(app: IptApp, word: str | None) -> None:
    if word is not None:
        app.gate.shut()
        app.run_worker(_look(app) if word == LOOK else _raise(app, word), group="concern")


async def _look(app: IptApp) -> None:
    with app.gate.held():
        found = await _read(app)
        open_ones = [concern for concern in found or () if concern.is_open]
        if found and open_ones:
            await app.push_screen(ConcernScreen(found, _wanted(app, open_ones)))


def _wanted(app: IptApp, open_ones: Sequence[Concern]) -> str:
    """Return which to open: one about the person in hand, else the newest."""
    area = app.record.area if app.record else None
    person = app.context.person if area is not None and area.id == "people" else None
    about = [one.uid for one in open_ones if any(who.uid == person for who in one.people)]
    return (about or [one.uid for one in open_ones])[-1]


async def _raise(app: IptApp, kind: str) -> None:
    """Raise one; in a text it is said in one line, elsewhere its screen asks the rest."""
    with app.gate.held():
        area, client = app.record.area if app.record else None, app.context.client
        if client is None:
            return
        typing, today = _is_typing(app), app.clock.today()
        here = await area.named_here() if area is not None and typing else ()
        at = area.id if area is not None else ""
        person = app.context.person if at == "people" else None
        running = await app.or_tell(app.vault.read(sessions.next_of, client, today))
        raising = app.vault.write(
            concern_sources.raise_from,
            client,
            kind,
            people=here,
            person=person,
            talk=app.context.talk if at == "talks" else None,
            session_uid=running.uid if running is not None and running.running else None,
        )
        uid = await app.or_tell(raising)
        if uid is None:
            return
        app.record_changed(RecordChanged())
        if typing:
            return  # a quiet line says it, and typing goes on
        found = await _read(app)
        if not found:
            return
        there = app.screen
        if isinstance(there, ConcernScreen):
            there.found, there.uid = found, uid
            screen = there
            await screen.read_again()
        else:
            screen = ConcernScreen(found, uid)
            await app.push_screen(screen)
        if kind != Kind.SELF and person is not None:
            screen.named = await app.or_tell(app.vault.read(talks.name_of, person)) or ""
        screen.begin()
