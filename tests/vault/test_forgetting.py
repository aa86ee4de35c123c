"""What is agreed to be forgotten is in no page of the file, and nothing that could tell of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.tidy import fingerprint, to_tidy
from ipt_tui.vault import (
    course_setup,
    session_end,
    session_times,
    session_told,
    sessions,
    tidying,
    undo,
)
from tests.conftest import NOW
from tests.vault.pages import decrypted
from tests.vault.world import TODAY, World

LEFT, WORD = "!Quillfeather sold", "Lanternglow"


def holds(world: World, word: str) -> bool:
    return word.encode() in decrypted(world.vault.path, world.vault.key)


def leave_a_line(world: World, uid: str) -> str:
    """Leave a line of a session's note as text; return what it is known by."""
    (item,) = to_tidy(parse(LEFT, TODAY), (), TODAY, of=uid)
    world.vault.write(tidying.leave, uid, item)
    return fingerprint(LEFT, uid)


def test_of_a_line_that_was_left_in_brief_not_even_its_fingerprint_stays(world: World) -> None:
    uid, began = world.prepared, moment(NOW - timedelta(hours=1))
    world.vault.write(session_times.start, uid, began)
    known = leave_a_line(world, uid)
    assert holds(world, known)
    world.vault.write(session_end.close, uid, moment(NOW), brief=True)
    assert not holds(world, known)
    world.vault.write(undo.undo_for, world.client)  # no text was forgotten: the end is not final
    assert world.vault.read(sessions.session, uid, TODAY).line.running
    world.vault.write(undo.undo_for, world.client)
    assert not world.vault.read(tidying.done, uid)


def test_with_less_kept_from_now_on_the_notes_so_far_stay_or_go(world: World) -> None:
    world.vault.write(session_told.tell, world.held, note=f"came in {WORD}")
    known = leave_a_line(world, world.held)
    stood = world.vault.read(course_setup.standing, world.client, TODAY, DAY_STARTS_AT)
    assert stood.notes
    plan = replace(stood.plan, kept="brief")
    world.vault.write(course_setup.change, world.client, stood, plan, TODAY)
    assert WORD in world.vault.read(sessions.session, world.held, TODAY).text("note")
    world.vault.write(undo.undo_for, world.client)
    stood = world.vault.read(course_setup.standing, world.client, TODAY, DAY_STARTS_AT)
    plan = replace(stood.plan, kept="brief", earlier="forget")
    world.vault.write(course_setup.change, world.client, stood, plan, TODAY)
    assert not world.vault.read(sessions.session, world.held, TODAY).text("note")
    assert not any(holds(world, word) for word in (WORD, WORD.lower(), known))
    stood = world.vault.read(course_setup.standing, world.client, TODAY, DAY_STARTS_AT)
    assert not stood.notes
