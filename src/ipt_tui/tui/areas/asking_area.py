"""An area that asks about what is in hand, in a line at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.getters import query_one

from ipt_tui.tui.areas.area import Area, RecordChanged
from ipt_tui.tui.areas.asking_bar import AskingBar

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.tui.areas.inquiry import Inquiry

ALL_ASKED = "That was all there is to ask. Everything is kept."


class AskingArea(Area):
    """Base of such areas. What is asked about is shown for as long as that, veil or not."""

    bar = query_one(AskingBar)
    _shown_for_asking: frozenset[str] = frozenset()
    _asked_for: Audience | None = None

    def shows(self, uid: str) -> bool:
        """Whether something is there to be asked about, and not veiled, by what was read last."""
        raise NotImplementedError

    async def read_again(self) -> None:
        """Read and show; what is gone or veiled by now is not asked about any more.

        Nor is anything once something else was veiled that its question may have named, or the
        words are for somebody else: what is typed stays as a draft.
        """
        await super().read_again()
        about, app = self.bar.about, self.ipt
        if about is None:
            return
        same = about.ground.revealed <= app.revealed and self._asked_for is app.audience
        if not same or not self.shows(about.uid):
            self.bar.stop()

    def leave(self) -> None:
        """Leave nothing of a refused answer over what comes next."""
        super().leave()
        self.bar.forget_refusal()

    def ask(self, about: Inquiry, key: str | None) -> None:
        """Ask a question about something, if the record may be changed now."""
        if not self.may_change():
            return
        self.bar.stop()
        self._asked_for = self.ipt.audience
        if about.uid not in self.ipt.revealed:
            self.ipt.revealed |= {about.uid}
            self._shown_for_asking |= {about.uid}
        bar: AskingBar[Any] = self.bar
        bar.begin(about, key)

    @on(AskingBar.Kept)
    def _kept(self) -> None:
        self.post_message(RecordChanged())

    @on(AskingBar.Ended)
    def _ended(self, message: AskingBar.Ended) -> None:
        """Veil again, everywhere, what was shown for asking; give the focus back."""
        message.stop()
        about = self.bar.about
        if about is not None and about.uid == message.uid:
            return  # it is asked about once more
        if message.uid in self._shown_for_asking:
            self._shown_for_asking -= {message.uid}
            self.ipt.revealed -= {message.uid}
            self.post_message(RecordChanged())
        if about is not None:
            return
        if message.all_asked:
            self.ipt.tell(ALL_ASKED)
        self.ended(message)

    def ended(self, message: AskingBar.Ended) -> None:
        """Nothing more is asked: give the focus back."""
        raise NotImplementedError
