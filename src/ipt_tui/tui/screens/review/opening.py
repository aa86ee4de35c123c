"""Opening a set of questions: the evening's and the first week's in one's own vault alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.fit import KNOWING
from ipt_tui.ipt.question_sets import FIT, REVIEW
from ipt_tui.ipt.review_words import NOT_OWN
from ipt_tui.tui.areas.area import NO_CLIENT, READ_ONLY
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.vault import fits

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


def open_review(app: IptApp, which: str = REVIEW, start: str = "") -> None:
    """Ask the first question of a set, or `start`; keys typed meanwhile wait for it."""
    if which != FIT and app.audience_of_vault is not Audience.CLIENT:
        app.tell(NOT_OWN)
    elif app.context.client is None:
        app.tell(NO_CLIENT)
    elif app.vault.vault.read_only:
        app.tell(READ_ONLY)
    else:
        app.gate.shut()
        app.run_worker(_open(app, app.context.client, which, start), group="review")


async def _open(app: IptApp, client: str, which: str, start: str) -> None:
    from ipt_tui.tui.screens.review.inquiry import ReviewInquiry
    from ipt_tui.tui.screens.review.screen import ReviewScreen

    with app.gate.held():
        ground = Ground.of(app, client)
        told = await app.or_tell(app.vault.read(fits.fit, client))
        if told is None:
            return
        called = told.called
        inquiry = ReviewInquiry(
            ground, app.clock, lambda: app.revealed, which, start,
            called=called, going=which == FIT,
            skips=KNOWING if app.together else frozenset(),
        )  # fmt: skip
        if await app.or_tell(inquiry.read()) and not app.is_covered:
            await app.push_screen(ReviewScreen(inquiry))
