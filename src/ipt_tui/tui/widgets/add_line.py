"""The line that adds people: name, who they are, up to three rings; enter, and the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from textual.message import Message

from ipt_tui.ipt.add_line import PersonLine, parse_person, preview
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.tui.widgets.open_line import OpenLine

NO_NAME = "Begin with a name; the rest can come later."


class AddLine(OpenLine):
    """Shows who will be added while it is typed; asks the area to add them."""

    HINT: ClassVar[str] = (
        "name, who, how close now before hoped (1 closest – 4 outside)"
        " · Sam partner 1 · Dad father 1 died 2019"
    )
    PLACE: ClassVar[str] = "people:add"

    @dataclass
    class Typed(Message):
        """A line is finished; `client` is the uid of whose person it is."""

        client: str
        line: PersonLine
        text: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start closed, and nobody's; see `turn_to`."""
        super().__init__("Sam partner 1", id=id)
        self.kinds = Kinds()

    def said(self, text: str) -> tuple[str, bool]:
        """Return who will be added, or what is wrong."""
        line = self._parsed(text)
        problem = line.problem or ("" if line.name else NO_NAME)
        return problem or preview(line), bool(problem)

    def send(self, text: str) -> None:
        """Ask for the person to be added."""
        self.post_message(self.Typed(self.client, self._parsed(text), text))

    def _parsed(self, text: str) -> PersonLine:
        app: Any = self.app
        return parse_person(text, self.kinds, app.clock.today(), app.southern)
