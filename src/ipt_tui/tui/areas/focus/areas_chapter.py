"""The chapter of the problem areas: what may be the focus, what speaks for it, the work on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.focus.areas_deeds import Deeds
from ipt_tui.tui.areas.focus.areas_inquiry import ANOTHER, AreaInquiry
from ipt_tui.tui.areas.focus.areas_questions import AGREES, RANK, SIDE, STAGE, TEXT, WHO
from ipt_tui.tui.areas.focus.areas_rows import (
    NAME,
    another_rows,
    area_key,
    area_rows,
    listed_rows,
)
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.vault import (
    evidence,
    focus_choices,
    problem_areas,
    stages,
    workbench,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.focus import Answer, EvidenceLine, Focus, Link, ProblemArea
    from ipt_tui.tui.areas.focus.area import FocusArea
    from ipt_tui.tui.widgets.row import Row

    Doing = Mapping[str, Callable[[], object]]

_REMOVES: Mapping[str, Any] = {
    "choice": focus_choices.remove,
    "stage": stages.remove,
}


class AreasChapter(Chapter):
    """Shows the areas; asks, ticks, and leads to what they point at."""

    name: ClassVar[str] = NAME
    keep_apart: ClassVar[bool] = False

    focus: Focus | None = None

    def __init__(self, area: FocusArea) -> None:
        """Belong to an area, with nothing read."""
        super().__init__(area)
        self.deeds = Deeds(area, lambda: self.focus)

    async def read(self) -> None:
        """Read the areas with all that belongs to them. Raises VaultError."""
        ground = self.area.ground
        self.focus = await ground.vault.read(
            problem_areas.of_client, ground.client, ground.today, ground.revealed,
            ground.day_starts_at,
        )  # fmt: skip
        asking = self.area.bar.about
        if isinstance(asking, AreaInquiry) and asking.begun == ANOTHER and asking.target:
            key = area_key(asking.target)  # what was just added is in hand
            self.area.ipt.context = replace(self.area.ipt.context, focus=key)

    def forget(self) -> None:
        """Hold nothing any more."""
        self.focus = None

    def listed(self) -> tuple[Row, ...]:
        """Return the areas, and the row that adds one."""
        return listed_rows(self.focus, self._audience) if self.focus is not None else ()

    def shown(self, key: str) -> tuple[Row, ...]:
        """Return one area; on the last row what may be considered."""
        found = self._of(key)
        if found is None:
            return another_rows(self._audience) if key == NAME else ()
        return area_rows(found, self._audience, self.area.today)

    def shows(self, uid: str) -> bool:
        """Whether an area is there and not veiled; one may always be added."""
        if uid == ANOTHER or self.focus is None:
            return uid == ANOTHER
        found = self.focus.get(uid)
        return found is not None and not found.veiled

    def stands_at(self, key: str) -> str | None:
        """Return the row of the pane that a question is about."""
        what, _, rest = key.partition(":")
        uid = rest.partition(":")[0]
        return {
            "prompt": key,
            "answer": f"answer:{uid}",
            "evidence": f"evidence:{uid}",
            "choice": f"choice:{uid}",
            "at": f"stage:{uid}",
            "tie": f"answer:{uid}",
            RANK: "rank",
            STAGE: "stages",
        }.get(what)

    @property
    def _audience(self) -> Audience:
        return self.area.ipt.audience

    def _of(self, key: str) -> ProblemArea | None:
        return self.focus.get(key.partition(":")[2]) if self.focus is not None else None

    # What each key does.

    @property
    def doing(self) -> Doing:
        """What each key does where the cursor is."""
        if self.focus is None:
            return {}
        found = self._of(self.lit)
        if found is None:
            return {"new": self.deeds.add, "open": self.deeds.add}
        if found.veiled:
            return {
                "new": self.deeds.add, "open": partial(self.deeds.reveal, found.uid),
                "remove": partial(self.deeds.remove_area, found),
            }  # fmt: skip
        ask = self.deeds.ask
        stage: Doing = {"other": partial(ask, found, STAGE)} if _has_stages(found) else {}
        if self.row is None:
            return {
                "new": self.deeds.add,
                "open": partial(self.area.turn, to_pane=True),
                "edit": partial(ask, found, WHO),
                "choose": partial(ask, found, RANK),
                "remove": partial(self.deeds.remove_area, found),
                **stage,
            }
        return {"new": partial(ask, found, SIDE), **stage, **self._in_pane(found, self.row)}

    def _in_pane(self, found: ProblemArea, row: str) -> Doing:
        """Return what is possible with a row of the pane."""
        what, _, uid = row.partition(":")
        ask = self.deeds.ask
        told: Mapping[str, Callable[[ProblemArea, str], Doing]] = {
            "title": lambda area, _: dict.fromkeys(("open", "edit"), partial(ask, area, WHO)),
            "rank": lambda area, _: {
                "edit": partial(ask, area, AGREES),
                **dict.fromkeys(("open", "choose"), partial(ask, area, RANK)),
            },
            "stages": lambda area, _: {"open": partial(ask, area, STAGE), **self._at(area)},
            "none": lambda area, side: {"open": partial(self.deeds.write_piece, area, side)},
            "choice": self._correcting,
            "stage": self._correcting,
            "evidence": self._evidence,
            "offered": self._offered,
            "wish": lambda area, _: {"open": partial(self.deeds.go_to_card, area)},
            "prompt": self._prompt,
            "answer": self._answer,
            "link": self._link,
            "options": lambda area, _: {"open": partial(self.deeds.weigh, area)},
        }  # fmt: skip
        return told[what](found, uid) if what in told else {}

    def _at(self, found: ProblemArea) -> Doing:
        """Correct the last stage, or take it away."""
        if found.stage is None:
            return {}
        return {
            "edit": partial(self.deeds.ask, found, f"at:{found.stage.uid}:{STAGE}"),
            "remove": partial(self.deeds.remove, stages.remove, found.stage.uid),
        }

    def _correcting(self, found: ProblemArea, uid: str) -> Doing:
        what = (self.row or "").partition(":")[0]
        key = f"choice:{uid}:{AGREES}" if what == "choice" else f"at:{uid}:{STAGE}"
        asks = partial(self.deeds.ask, found, key)
        return {
            "open": asks,
            "edit": asks,
            "remove": partial(self.deeds.remove, _REMOVES[what], uid),
        }

    def _evidence(self, found: ProblemArea, uid: str) -> Doing:
        line = next((each for each in found.evidence if each.uid == uid), None)
        if line is None:
            return {}
        doing = self._change(found, line, f"evidence:{uid}:{SIDE}")
        doing["remove"] = partial(self.deeds.remove, evidence.remove, uid)
        if line.of is not None:
            doing["choose"] = doing["remove"]
        return doing

    def _offered(self, found: ProblemArea, key: str) -> Doing:
        sort, _, uid = key.partition(":")
        ticks = partial(self.deeds.write, evidence.add, found.uid, **{sort: uid})
        return {"open": ticks, "choose": ticks}

    def _prompt(self, found: ProblemArea, name: str) -> Doing:
        prompt = found.kind.prompt(name)
        if prompt is None or found.holds_back(prompt):
            return {}
        asks = partial(self.deeds.ask, found, f"prompt:{name}")
        return {"open": asks, "edit": asks, "new": asks}

    def _answer(self, found: ProblemArea, uid: str) -> Doing:
        answer = next((each for each in found.answers if each.uid == uid), None)
        if answer is None:
            return {}
        doing = self._change(found, answer, f"answer:{uid}:{TEXT}")
        doing["remove"] = partial(self.deeds.remove, workbench.remove, uid)
        prompt = found.kind.prompt(answer.prompt)
        if answer.veiled or prompt is None:
            return doing
        if prompt.done:
            doing["choose"] = partial(self.deeds.write, workbench.tick, uid, self.area.today)
        if prompt.many and not found.holds_back(prompt):
            doing["new"] = partial(self.deeds.ask, found, f"prompt:{prompt.id}")
        doing["tie"] = partial(self.deeds.tie, found, uid)
        return doing

    def _link(self, found: ProblemArea, uid: str) -> Doing:
        link = _link_in(found, uid)
        if link is None:
            return {}
        return {
            "open": partial(self.deeds.go_to, link.of),
            "remove": partial(self.deeds.remove, workbench.part, uid),
        }

    def _change(
        self, found: ProblemArea, row: EvidenceLine | Answer, key: str
    ) -> dict[str, Callable[[], object]]:
        if row.veiled:
            said = partial(self.area.ipt.tell, VEILED)
            return {"open": partial(self.deeds.reveal, row.uid), "edit": said}
        asks = partial(self.deeds.ask, found, key)
        return {"open": asks, "edit": asks}


def _has_stages(found: ProblemArea) -> bool:
    """Whether somebody may say now how far a dispute is."""
    return found.kind.stages and not found.set_aside


def _link_in(found: ProblemArea, uid: str) -> Link | None:
    links = (link for answer in found.answers for link in answer.links)
    return next((link for link in links if link.uid == uid), None)
