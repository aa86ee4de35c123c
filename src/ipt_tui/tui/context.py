"""What travels from screen to screen: client, person, event, talk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipt_tui.ipt.today import ClientDay
    from ipt_tui.vault.clients import ClientLine


@dataclass(frozen=True, slots=True)
class Context:
    """The uids in hand; None where nothing is.

    `code` is the client's, for the top line; `region` is where they live, for the help lines and
    the seasons. `event` is the timeline entry in hand; `only` the person the timeline keeps to,
    `session` the session of their course, `response` one time a measure was answered,
    `focus` the row of Focus: "contract", "goal:<uid>".
    """

    client: str | None = None
    code: str = ""
    person: str | None = None
    event: str | None = None
    talk: str | None = None
    region: str = ""
    only: str | None = None
    session: str | None = None
    response: str | None = None
    focus: str | None = None

    @classmethod
    def of(cls, line: ClientLine | ClientDay | None, person: str | None = None) -> Context:
        """Return the context of a client, of none if there is none."""
        return cls(line.uid, line.code, person, region=line.region) if line else cls()

    def among(self, lines: Sequence[ClientLine | ClientDay]) -> Context:
        """Return this context as its client stands now; the first client's where that is gone."""
        line = next((line for line in lines if line.uid == self.client), None)
        if line is not None:
            return replace(self, code=line.code, region=line.region)
        return Context.of(lines[0] if lines else None)
