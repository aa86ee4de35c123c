"""Words in a column, each with how often it stands there and a field for its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.imported import same
from ipt_tui.ipt.text import one_line
from ipt_tui.tui.widgets.field import Line

if TYPE_CHECKING:
    from ipt_tui.ipt.scales import Scale

MANY = 40
"""More words than this are no moods that somebody names."""
_WORD, _COUNT = 28, 8


class WordNumbers(VerticalScroll, can_focus=False):
    """The fields; empty ones leave their rows out."""

    DEFAULT_CSS = f"""
    WordNumbers {{ height: auto; max-height: 12; }}
    WordNumbers Horizontal {{ height: 1; }}
    WordNumbers .word {{ width: {_WORD}; }}
    WordNumbers .count {{ width: {_COUNT}; text-align: right; color: $ipt-faint; }}
    WordNumbers Input {{ width: 8; margin-left: 3; }}
    """

    async def ask(self, words: tuple[tuple[str, int], ...], scale: Scale) -> None:
        """Ask for the numbers of these words; a number that is on the scale stands there."""
        await self.remove_children()
        await self.mount_all(_row(word, count, scale) for word, count in words)

    def next_field(self) -> Input | None:
        """Return the field after the one with the focus, None after the last one."""
        fields = list(self.query(Input))
        at = next((n for n, field in enumerate(fields) if field.has_focus), -1)
        return fields[at + 1] if at + 1 < len(fields) else None

    def mapping(self, scale: Scale) -> dict[str, int | None]:
        """Return the number of each word, None for those left out.

        Raises ValueError with one sentence for what is no number of the scale; its field is lit.
        """
        mapping: dict[str, int | None] = {}
        for field in self.query(Input):
            try:
                value = int(folded(field.value)) if field.value.strip() else None
            except ValueError:
                value = scale.low - 1
            if value is not None and not scale.holds(value):
                self.screen.set_focus(field)
                raise ValueError(scale.refusal)
            mapping[field.name or ""] = value
        return mapping


def _row(word: str, count: int, scale: Scale) -> Horizontal:
    return Horizontal(
        Static(one_line(word, _WORD - 2), classes="word", markup=False),
        Static(f"{count:,} ×", classes="count", markup=False),
        _field(word, scale),
    )


def _field(word: str, scale: Scale) -> Line:
    field = Line(_own_number(word, scale), placeholder="–", max_length=4, name=same(word))
    field.select_on_focus = True
    return field


def _own_number(word: str, scale: Scale) -> str:
    plain = folded(word).removesuffix(".0")
    try:
        return plain if scale.holds(int(plain)) else ""
    except ValueError:
        return ""
