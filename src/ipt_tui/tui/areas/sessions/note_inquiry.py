"""What is asked about a progress note: its parts, who signs, what is added later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.note_forms import forms
from ipt_tui.tui.areas.inquiry import YES_NO, Inquiry
from ipt_tui.tui.areas.sessions.note_rows import ADD, FORM, PART, SIGN
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import progress_notes

if TYPE_CHECKING:
    from ipt_tui.ipt.progress_note import ProgressNote

REASON, ADDS, TEXT = f"{ADD}reason", f"{ADD}by", f"{ADD}text"
FOR_GOOD = f"{SIGN}for good"
_FOR_GOOD = "your name; a signed note stays as it is, and can be added to"


def _forms() -> tuple[tuple[str, str, str], ...]:
    """Return the forms that came with the program as choices."""
    return tuple((str(n), form.id, form.name) for n, form in enumerate(forms().items, 1))


@dataclass
class NoteInquiry(Inquiry):
    """Asking about one progress note; the session it is of is what is asked about."""

    note: ProgressNote

    @property
    def uid(self) -> str:
        """The session whose note it is."""
        return self.note.session.uid

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask."""
        place, signed = self.place(key), self.note.signed_at is not None
        if key == REASON:
            return Asked(key, "Why is it added?", "", (), "a reason in a few words", place)
        if key == ADDS:
            return Asked(key, "Who adds it?", "", (), "your name, as under the note", place)
        if key == TEXT:
            told = "it stands under its own date, for good; enter asks once more"
            return Asked(key, "What is added?", "", (), told, place)
        if signed:
            return None
        if key == FORM:
            words = "Drafted anew as which form? What was changed in it goes; u brings it back."
            return Asked(key, words, self.note.format, _forms(), "enter leaves it as it is")
        if key == FOR_GOOD and "by" in self.held:
            words = f"Sign it as “{self.held['by']}”? From then on it stays as it is."
            return Asked(key, words, "", YES_NO, "1 signs, 2 does not")
        if key == SIGN:
            return Asked(key, "Who signs this note?", "", (), _FOR_GOOD, place)
        found = next(((n, w, t) for n, w, t in self.note.parts if f"{PART}{n}" == key), None)
        if found is None or found[0] in self.note.veiled:
            return None
        text = f"{found[2]}\n" if found[2] else ""  # what is added begins a line of its own
        return Asked(key, found[1], text, (), "ctrl+j begins a new line", place)

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        if key == REASON:
            return ADDS
        if key == ADDS:
            return TEXT if self.held.get("by") else None
        if key == SIGN:
            return FOR_GOOD if answered and self.held.get("by") else None
        return self._beside(key, 1) if answered or key.startswith(PART) else None

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        return {ADDS: REASON, TEXT: ADDS}.get(key) or self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        keys = [f"{PART}{name}" for name, _, _ in self.note.parts]
        at = keys.index(key) + step if key in keys else -1
        return keys[at] if 0 <= at < len(keys) else None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        write, note = self.ground.vault.write, self.note
        if key == REASON:
            self.held["reason"] = value
        elif key == TEXT:
            await self._add(value)
        elif key in (SIGN, ADDS):
            self.held["by"] = value.strip()
        elif key == FOR_GOOD:
            by = self.held.pop("by", "")
            if value == "yes":
                await write(progress_notes.sign, note.uid, by, note.updated_at)
        elif key == FORM:
            if value != note.format:
                starts = self.ground.day_starts_at
                uid = self.uid
                await write(progress_notes.draft, uid, value, day_starts_at=starts, anew=True)
        else:
            values = {key.removeprefix(PART): value.rstrip()}
            await write(progress_notes.tell, note.uid, note.updated_at, **values)

    async def _add(self, text: str) -> None:
        """Add to the note, once the same text was given twice: it stands from then on."""
        by, reason = self.held.get("by", ""), self.held.get("reason", "")
        if self.held.get("text") != text:
            self.held["text"] = text
            raise NotHeard(f"As “{by}”: what is added stays as it is. enter once more adds it.")
        today = self.ground.today
        await self.ground.vault.write(progress_notes.add, self.note.uid, today, reason, text, by)
        self.held.clear()

    async def read(self) -> bool:
        """Read the note as it is by now. Raises VaultError."""
        ground = self.ground
        self.note = await ground.vault.read(
            progress_notes.note, self.note.uid, ground.revealed | {self.uid}, ground.day_starts_at
        )
        return True
