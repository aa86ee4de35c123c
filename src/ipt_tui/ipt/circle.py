"""The closeness circle as one value: picture, sentence, plain lines are all made from it."""

from dataclasses import dataclass
from datetime import date

from ipt_tui.ipt.people import DIED_GLYPH, Life, Quality, Ring, View


@dataclass(frozen=True, slots=True)
class Placed:
    """One person on (or beside) the circle.

    `ring` is None for somebody nobody has placed yet (the tray). `asked` is False where the view
    only inherits the place of now. `before` is the ring at the date compared with, None where
    there was none. A veiled person carries neither name nor kind.
    """

    uid: str
    name: str
    kind: str = ""
    ring: Ring | None = None
    asked: bool = True
    before: Ring | None = None
    quality: str | None = None
    life: str | None = None
    friction: int | None = None
    gives: int | None = None
    gets: int | None = None
    confide: str | None = None
    why: str = ""
    veiled: bool = False

    @property
    def on_circle(self) -> bool:
        """Whether there is a place to draw: any ring, or outside the last one."""
        return self.ring is not None and self.ring is not Ring.OFF

    @property
    def moved(self) -> bool:
        """Whether the ring differs from the one at the date compared with."""
        return self.before is not None and self.ring is not None and self.before != self.ring

    @property
    def glyph(self) -> str:
        """The sign for the quality of the relationship; ○ while it has not been asked."""
        quality = Quality.read(self.quality)
        return quality.glyph if quality else Quality.NEUTRAL.glyph

    @property
    def label(self) -> str:
        """The name as it stands on the picture, with † for the dead."""
        return f"{self.name} {DIED_GLYPH}" if self.life == Life.DIED else self.name


@dataclass(frozen=True, slots=True)
class Circle:
    """A client's circle in one view on one date, compared with an earlier date.

    `people` keep the order in which they were added, so that each keeps their side of the
    circle. `snapshots` are the dates on which anybody moved in this view, oldest first.
    `since` is the date compared with, None where there is nothing earlier.
    """

    client_uid: str
    code: str
    view: View
    on: date
    since: date | None = None
    before_label: str = ""
    people: tuple[Placed, ...] = ()
    snapshots: tuple[date, ...] = ()

    @property
    def drawn(self) -> tuple[Placed, ...]:
        """Those who have a place on the picture."""
        return tuple(p for p in self.people if p.on_circle)

    @property
    def tray(self) -> tuple[Placed, ...]:
        """Those who have none: not placed yet, or taken off."""
        return tuple(p for p in self.people if not p.on_circle)

    def person(self, uid: str | None) -> Placed | None:
        """Return the person with this uid, None if not there."""
        return next((p for p in self.people if p.uid == uid), None)
