"""Hostile text typed into whatever is open on the screen, and what must be true then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.text import clean
from ipt_tui.records import FIELDS
from ipt_tui.tui.widgets.field import safe_lines
from tests.attack import shelf
from tests.attack.fields import kept
from tests.attack.hostile import PLANTED
from tests.attack.size import TALLY
from tests.attack.values import is_text
from tests.tui.running import press, said
from tests.tui.talking import paste

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.vault.vault import Vault

PARSED = (
    "people", "when", "value", "valence", "severity", "category", "feelings", "died", "since",
    "gives", "gets", "friction", "trust", "who", "day", "said", "met", "speaker", "date", "felt",
)  # fmt: skip
"""What a question ends with whose answer is read: numbers, dates, names, words of a list."""


_LINE_ENDS = re.compile("[\u2028\u2029]")
"""What is the end of a line to an editor."""


async def answer(pilot: Pilot[Any], vault: Vault, bar: Any, text: str) -> None:
    """Give a text as the answer to the question that stands in an answer bar."""
    TALLY["hostile texts typed"] += 1
    key, held = bar.asked.key, bar.asked.value
    before = shelf.rows(vault)
    await press(pilot, "f7", "delete")
    assert bar.editor.text == ""
    await paste(pilot, text)
    typed = bar.editor.text
    pasted = _LINE_ENDS.sub("\n", safe_lines(text))
    assert typed.rstrip() == pasted.rstrip(), "what is pasted stands there, but for what steers"
    await press(pilot, "enter")
    changes = shelf.change(before, shelf.rows(vault))
    read = key.rpartition(":")[2] in PARSED
    if changes:
        assert read or typed.strip() == "" or _is_kept(changes, typed.strip()), key
    elif bar.asked is not None and bar.asked.key == key and typed.strip() != held.strip():
        assert _remark(bar), f"{key} was refused without a word"
        assert bar.editor.text == typed, f"{key} was refused, and the text is gone"
    else:
        assert read or not kept("person", "notes", typed) or typed.strip() == held.strip(), key
    nothing_steers(pilot)


def _remark(bar: Any) -> str:
    return str(bar.query_one("#answer-said").content)


def _is_kept(changes: shelf.Change, typed: str) -> bool:
    """Whether a text stands where it was typed to: all of it, in one field or as several turns."""
    told = [
        new[column] == kept(table, column, typed)
        or (table == "turn" and new[column] and str(new[column]) in typed)
        for (table, _), (_, new) in changes.items()
        if new is not None
        for column in FIELDS[table].model_fields
        if is_text(FIELDS[table], column)
    ]
    return any(told) or any(new is None for _, new in changes.values())


def nothing_steers(pilot: Pilot[Any]) -> None:
    """Raise if anything on the screen, in a toast or in the title would steer a terminal."""
    app = pilot.app
    for strip in app.screen._compositor.render_strips(app.size):
        for segment in strip:
            assert segment.text == clean(segment.text), "it steers on the screen"
            style = segment.style
            assert style is None or style.link is None, "it became a link"
            assert style is None or PLANTED not in str(style.meta), "it became an action"
    for sentence in [*said(pilot), app.title, app.sub_title]:
        assert sentence == clean(sentence), "it steers in a toast or in the title"
