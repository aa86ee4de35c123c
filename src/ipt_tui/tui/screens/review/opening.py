"""Opening a set of questions: the evening's and the first week's in one's own vault alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.fit import KNOWING
from ipt_tui.ipt.question_sets import FIT, REVIEW
from ipt_tui.ipt.review_words import NOT_OWN
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.tui.own_client import own_client
from ipt_tui.vault import fits

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


def open_review(app: IptApp, which: str = REVIEW, start: str = "") -> None:
    """Ask the first question of a set, or `start`; keys typed meanwhile wait for it."""
    client = own_client(app, "" if which == FIT else NOT_OWN)
    if client is not None:
        app.gate.shut()
        app.run_worker(_open(app, client, which, start), group="review")


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
