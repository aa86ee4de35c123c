"""One command: what it is called, which key of the grammar it has, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

from ipt_tui.tui.verbs import VERBS


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a screen can do.

    `scope` is the class that owns the binding: "app", "record", or the id of an area or screen.
    `name` and `does` are the verb's but where one verb serves two commands; `action_<does>` is
    the method. Without a verb it has no key and stands in the palette only. `own` is what help
    says of it in one's own vault where that is other, None where it does nothing there, and
    `own_title` how it is called there. One that is
    `own_only` is in one's own vault alone, one that is `alone` not shown while others look on.
    """

    scope: str
    verb: str
    title: str
    help: str
    footer: bool = True
    name: str = ""
    does: str = ""
    own: str | None = ""
    alone: bool = False
    own_only: bool = False
    own_title: str = ""

    @property
    def id(self) -> str:
        """The name by which a key can be given to it: "people.nearer"."""
        return f"{self.scope}.{self.name or self.verb}"

    @property
    def action(self) -> str:
        """The action it runs."""
        return self.does or self.verb

    @property
    def shown(self) -> str:
        """Its own key as people read it; that of the palette if it stands only there."""
        return VERBS[self.verb or "palette"].shown

    @property
    def always(self) -> bool:
        """Whether it works while one types, too."""
        return self.verb in ("curtain", "quit")

    def title_in(self, *, own: bool) -> str:
        """What it is called, in one's `own` vault or in a practitioner's."""
        return (own and self.own_title) or self.title

    def words_in(self, *, own: bool) -> str | None:
        """What is said of it, in one's `own` vault or in a practitioner's; None where it is not."""
        if own:
            return None if self.own is None else self.own or self.help
        return None if self.own_only else self.help
