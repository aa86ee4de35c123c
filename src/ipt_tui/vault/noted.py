"""What was kept of captured lines, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.vault.steps import VEILED


@dataclass(frozen=True, slots=True)
class Noted:
    """What was kept: uids by sort, in the order of the lines.

    `talk_events` are the events that the talks were; `turns` what was said, also in a talk that
    was there before. A concern is no entry of the timeline, and not called by its name: what is
    told may be read by whoever looks on.
    """

    moods: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    spells: tuple[str, ...] = ()
    jottings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    talk_events: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()

    @property
    def uids(self) -> tuple[str, ...]:
        """The entries of the timeline among them, those of talks first."""
        return (*self.talk_events, *self.moods, *self.events, *self.spells, *self.jottings)

    @property
    def told(self) -> str:
        """What it is, counted: "1 mood and 1 event", "1 talk with 4 turns"."""
        parts = [
            plural(len(found), *words)
            for found, words in (
                (self.moods, ("mood",)),
                (self.events, ("event",)),
                (self.spells, ("spell",)),
                (self.jottings, ("line",)),
                (self.concerns, ("sensitive entry", "sensitive entries")),
                (self.people, ("new person", "new people")),
            )
            if found
        ]
        said = [plural(len(self.talks), "talk")] if self.talks else []
        said += [plural(len(self.turns), "turn")] if self.turns else []
        return listed([*filter(None, [" with ".join(said)]), *parts])

    def step(self, lead: str = "") -> str:
        """Return what the history calls it; where there is a concern, what it calls any such."""
        return VEILED if self.concerns else f"{lead}{self.told} noted"
