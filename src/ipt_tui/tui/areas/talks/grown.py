"""Which question comes after which about what grows out of a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.talk_questions import fields
from ipt_tui.tui.areas.talks.keys import (
    AGAIN,
    NEW_LINE,
    NEW_OPTION,
    NOTE,
    ROLES,
    SURE_AFTER,
    WHICH_EVENT,
    WHICH_WISH,
    beside,
    first,
)

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry


def after_grown(inquiry: TalkInquiry, key: str, *, answered: bool) -> str | None:
    """Return the key that follows; None at the end of what is asked there."""
    if following := beside(key, 1):
        return following
    part, _, rest = key.partition(":")
    if part == "build":
        names = fields("build")
        at = names.index(rest) + 1
        return f"build:{names[at]}" if at < len(names) else NEW_LINE
    if key == NEW_LINE:
        return NOTE if inquiry.one_by_one else None
    if part == "option":
        return _after_option(inquiry, rest, answered=answered)
    if part == "round":
        return _after_round(inquiry, rest, answered=answered)
    if part == "tried":
        return _after_try(inquiry, rest, answered=answered)
    if key == WHICH_WISH and answered:
        chosen = inquiry.held.pop("wish", "")
        return first("wish", chosen) if chosen else None
    return None


def _after_option(inquiry: TalkInquiry, rest: str, *, answered: bool) -> str | None:
    if rest != "new":
        return NEW_OPTION
    return beside(first("option", inquiry.held["option"]), 1) if answered else None


def _after_round(inquiry: TalkInquiry, rest: str, *, answered: bool) -> str | None:
    if rest == "sure_before":
        return ROLES
    if rest == "who":
        return first("round", inquiry.held["round"]) if answered else SURE_AFTER
    if rest == "again":
        return ROLES if inquiry.held.pop("again", "") == "yes" else SURE_AFTER
    return None if rest == "sure_after" else AGAIN


def _after_try(inquiry: TalkInquiry, rest: str, *, answered: bool) -> str | None:
    if rest not in ("new", "which"):
        return WHICH_WISH if inquiry.talk.wishes else None
    if not answered:
        return None
    if rest == "new" and "tried" not in inquiry.held:
        return WHICH_EVENT
    return first("tried", inquiry.held.pop("tried"))


GROWN = frozenset(("say", "build", "option", "round", "tried", "wish"))
"""The first words of the keys that are followed here."""
