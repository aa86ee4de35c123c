"""What else can be done with a version of the formulation: a letter after `o` says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.focus.agree_inquiry import WHO, AgreeInquiry
from ipt_tui.tui.dialogs.letter_strip import LetterStrip
from ipt_tui.vault import formulating

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.formulation import Formulation
    from ipt_tui.tui.areas.focus.formulation_chapter import FormulationChapter

AGREE, ANEW, SENSITIVE = "agree", "anew", "sensitive"
FOLLOWS = "It follows what is ticked and told already."
EMPTY = "There is nothing to agree on yet; tick what belongs to it, or e asks its parts."
AFTER = "It is not changed any more then; a change begins the next version."
AFTER_OWN = "It stays so then; it can be written anew beside it."


class FormulationOthers:
    """Agreed, built anew, veiled."""

    def __init__(self, chapter: FormulationChapter) -> None:
        """Take the chapter whose version in hand it is about."""
        self._chapter = chapter

    def ask(self) -> None:
        """Offer the letters."""
        self._chapter.area.hold(self._letters())

    async def _letters(self) -> None:
        area, one = self._chapter.area, self._chapter.version
        if one is None or not area.may_change():
            return
        if one.veiled:
            area.ipt.tell(VEILED)
            return
        letters = [("b", "build it anew, in a new draft", ANEW)]
        if one.is_draft:
            letters.insert(0, ("a", "agreed", AGREE))
        veil = "not sensitive" if one.sensitive else "sensitive: veil it"
        letters.append(("s", veil, SENSITIVE))
        about = area.ipt.audience.pick(f"version {one.version}", "this")
        await area.ipt.push_screen(LetterStrip(letters, about), self._chosen)

    def _chosen(self, word: str | None) -> None:
        chapter, one = self._chapter, self._chapter.version
        if one is None or word is None:
            return
        if word == AGREE:
            self._agree(one)
        elif word == SENSITIVE:
            chapter.area.hold(self._veil(one))
        elif one.by_hand or not one.is_draft:
            chapter.area.hold(chapter.begin(anew=True))
        else:
            chapter.area.ipt.tell(FOLLOWS)

    async def _veil(self, one: Formulation) -> None:
        area = self._chapter.area
        await area.write(
            formulating.veil, one.uid, sensitive=not one.sensitive, seen=one.updated_at
        )
        await area.read_again()

    def _agree(self, one: Formulation) -> None:
        area, chapter = self._chapter.area, self._chapter
        ground, write = area.ground, area.ipt.vault.write
        if not one.paragraph:
            area.ipt.tell(EMPTY)
            return

        async def agree(day: date, by: str) -> None:
            await write(formulating.agree, one.uid, day, by, ground.today, one.updated_at)

        async def there() -> bool:
            await chapter.read()
            return any(each.uid == one.uid for each in chapter.versions)

        what = ground.audience.pick(f"version {one.version}", "what stands here")
        after = ground.audience.pick(AFTER, AFTER_OWN)
        area.ask(AgreeInquiry(ground, one.uid, one.code, what, after, agree, there, one.day), WHO)
