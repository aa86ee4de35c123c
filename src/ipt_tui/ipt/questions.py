"""The questions of a person's card: data from content, worded for whoever reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ipt_tui.ipt import people
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import Card
from ipt_tui.ipt.circle_words import roughly
from ipt_tui.ipt.people import RING_LABELS, Ring
from ipt_tui.ipt.words import Vocabulary

RING_ORDER = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE, Ring.OFF)


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `what` is text, kind, date, choice, rating, ring or yes_no.

    `part` is who, talk or more; `dated` answers are kept with their day.
    """

    field: str
    part: str
    label: str
    ask: str
    you: str
    what: str
    you_label: str = ""
    vocabulary: str = ""
    only_if: str = ""
    dated: bool = False

    def worded(self, card: Card, code: str, onset: str, audience: Audience) -> str:
        """Return the question about this card's person for this audience."""
        text = audience.pick(self.ask, self.you or self.ask)
        return _fill(text, card.name, code, onset)

    def labelled(self, onset: str, audience: Audience) -> str:
        """Return the label as it stands on the card."""
        label = audience.pick(self.label, self.you_label or self.label)
        return _fill(label, "", "", onset)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return stored word and shown word of each choice, in the order of their digits."""
        if self.what == "ring":
            return tuple((str(int(ring)), RING_LABELS[ring]) for ring in RING_ORDER)
        if self.what == "yes_no":
            return (("yes", "yes"), ("no", "no"))
        if self.what != "choice":
            return ()
        return tuple((w.value, w.label) for w in self._words() if w.value != "other")

    def shown(self, card: Card) -> str:
        """Return the answer on the card in words, "" if there is none."""
        if self.what == "ring":
            ring = getattr(card, self.field.partition(".")[2])
            return RING_LABELS[ring] if ring is not None else ""
        value = card.values.get(self.field)
        if self.what == "yes_no":
            return "yes" if value else ""
        if self.what == "date":
            return card.text(f"{self.field}_words")
        if self.what == "choice":
            return self._words().say(None if value is None else str(value))
        return "" if value is None else str(value)

    def typed(self, card: Card) -> str:
        """Return the answer as it would be typed, for editing."""
        return self.shown(card) if self.what in ("text", "kind", "date", "rating") else ""

    def applies(self, card: Card) -> bool:
        """Whether the question is to be asked of this person at all."""
        return not self.only_if or card.text("life") == self.only_if

    def _words(self) -> type[Vocabulary]:
        words: type[Vocabulary] = getattr(people, self.vocabulary)
        return words


def questions(content: Mapping[str, Any]) -> tuple[Question, ...]:
    """Return the questions of the content file `card.toml`."""
    return tuple(Question(**{"you": "", **table}) for table in content["question"])


def _fill(text: str, name: str, code: str, onset: str) -> str:
    filled = text.replace("{onset}", roughly(onset) or "the low time began")
    return filled.replace("{code}", code).replace("{name}", name)
