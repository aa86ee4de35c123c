"""Where one is in a set of questions in one's own vault; what was noted stands in the record alone.

Kept beside the record are the day, the length, the question that stands, choices that no record
holds, and the uids of what was noted.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from sqlmodel import Session, select

from ipt_tui.ipt.practice import Practice
from ipt_tui.ipt.question_sets import REVIEW
from ipt_tui.ipt.review import END
from ipt_tui.ipt.uid import new_uid
from ipt_tui.records import Client, Talk
from ipt_tui.vault import goals, practices, settings
from ipt_tui.vault.editing import one
from ipt_tui.vault.unsafe import NOT_SAFE, Unsafe, unsafe

if TYPE_CHECKING:
    from ipt_tui.ipt.goal import Goal

PLACE, ASIDE = "review", "review_aside"
LOOK = "look"


@dataclass(slots=True)
class Place:
    """Where one is in an evening: `day` is ISO, `chosen` are choices, `uids` what was noted.

    Among the uids are also what there is to ask about: `aside`, `thing` and `goal`, and several
    people under one name, with spaces between; among the choices, as `put_aside`, the ISO day on
    which the first of them was put aside. What belongs to a talk has its uid after a colon. `told`
    is whether anything was answered, `done` whether one came to the end having told something, now
    or before; `uid` tells one that was begun from another.
    """

    client: str
    day: str
    length: str
    at: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    uids: dict[str, str] = field(default_factory=dict)
    which: str = REVIEW
    told: bool = False
    done: bool = False
    uid: str = ""

    @classmethod
    def of(cls, session: Session, client_uid: str, which: str = REVIEW) -> Self | None:
        """Return where one is in a set, None where it was not begun or it cannot be read."""
        kept = settings.get(session, _place(which))
        try:
            place = cls(**kept)
            date.fromisoformat(place.day)
            place = replace(place, chosen=dict(place.chosen), uids=dict(place.uids))
        except (TypeError, ValueError):
            return None
        if "aside" in place.chosen and not _is_there(session, place.uids.get("aside", "")):
            del place.chosen["aside"]
        return place if (place.client, place.which) == (client_uid, which) else None

    def row(self, session: Session, table: Any, name: str) -> Any:
        """Return the row of what was noted under a name, None where it is not there any more."""
        uid = self.uids.get(name, "")
        return session.exec(select(table).where(table.uid == uid)).first() if uid else None

    def put(self, session: Session) -> None:
        """Keep it."""
        settings.put(session, _place(self.which), asdict(self))

    def people(self, name: str) -> tuple[str, ...]:
        """Return the uids of the people noted under a name."""
        return tuple(self.uids.get(name, "").split())

    @property
    def begun(self) -> bool:
        """Whether something was answered, and a question stands."""
        return self.told and self.at not in ("", END)

    @property
    def skipped(self) -> bool:
        """Whether one came to the end and told nothing, now or before."""
        return self.at == END and not self.done

    @property
    def tonight(self) -> str:
        """The uid of the talk of tonight's moment, "" for none."""
        return self.uids.get("talk", "")

    @property
    def looked_at(self) -> str:
        """The uid of the talk that is looked at, tonight's or the one put aside; "" for none."""
        return self.uids.get("aside", "") if self.chosen.get("aside") == LOOK else self.tonight

    def lets_be(self, talk: Talk) -> bool:
        """Whether a talk needs not be brought up again: it is let be, or was looked at."""
        if self.uids.get("aside") == talk.uid and self.chosen.get("aside") == "be":
            return True
        looks = LOOK in (self.chosen.get("aside"), self.chosen.get("look"))
        told = talk.safe or talk.hoped or self.chosen.get(of_talk("might", talk.uid))
        return self.looked_at == talk.uid and looks and bool(told)


def of_talk(name: str, talk: str) -> str:
    """Return the name under which a place keeps something of one talk."""
    return f"{name}:{talk}"


def begin(session: Session, client_uid: str, length: str, today: date, which: str = REVIEW) -> str:
    """Begin a set on the day lived; return its length. What to ask about is chosen now."""
    before = Place.of(session, client_uid, which)
    place = Place(client_uid, today.isoformat(), length, which=which, uid=new_uid())
    place.done = before is not None and before.done
    if which == REVIEW:
        aside, day = put_aside(session)
        if not aside:
            settings.put(session, ASIDE, None)
        apart = unsafe(session, one(session, Client, client_uid).id or 0, today)
        found = {
            "aside": aside,
            "thing": _thing(session, client_uid, apart),
            "goal": _goal(session, client_uid, today, apart),
        }
        place.uids = {name: uid for name, uid in found.items() if uid}
        place.chosen = {"put_aside": day} if aside else {}
    place.put(session)
    return length


def stand(session: Session, client_uid: str, key: str, which: str = REVIEW) -> None:
    """Remember the question that stands, where a set was begun."""
    place = Place.of(session, client_uid, which)
    if place is not None:
        place.at = key
        place.done = place.done or (key == END and place.told)
        place.put(session)


def put_aside(session: Session) -> tuple[str, str]:
    """Return the uid of the talk that was put aside, and the ISO day; "" where there is none.

    One that was let be or looked at is not any more, but what says so may still be taken back: it
    is let go when another evening begins. One in which it is not safe to speak is not brought up.
    """
    kept = settings.get(session, ASIDE)
    if not (isinstance(kept, list) and len(kept) == 2 and all(isinstance(k, str) for k in kept)):
        return "", ""
    talk = session.exec(select(Talk).where(Talk.uid == kept[0])).first()
    if talk is None or talk.safe in NOT_SAFE:
        return "", ""
    place = Place.of(session, session.get_one(Client, talk.client_id).uid)
    if place is not None and place.lets_be(talk):
        return "", ""
    return kept[0], kept[1]


def put_by(session: Session, talk: str, day: str) -> None:
    """Put a talk aside on an ISO day, in place of another."""
    settings.put(session, ASIDE, [talk, day])


def _is_there(session: Session, talk: str) -> bool:
    return session.exec(select(Talk.id).where(Talk.uid == talk)).first() is not None


def _place(which: str) -> str:
    """Return the name of the setting that keeps where one is."""
    return PLACE if which == REVIEW else f"{PLACE}:{which}"


def _thing(session: Session, client_uid: str, apart: Unsafe) -> str:
    """Return the thing to try that was agreed last and not looked at yet; "" for none.

    What is with somebody who is not safe to be with is not asked about.
    """
    return next(
        (
            each.uid
            for each in practices.of_client(session, client_uid)
            if each.open
            and not (each.veiled or each.set_aside or each.paused)
            and not is_with(each, apart)
        ),
        "",
    )


def _goal(session: Session, client_uid: str, today: date, apart: Unsafe) -> str:
    """Return the goal that was rated longest ago, and not today; "" for none, as for a thing."""

    def last(goal: Goal) -> date:
        return goal.ratings[-1].day if goal.ratings else date.min

    found = goals.of_client(session, client_uid, today)
    going = [
        each
        for each in found
        if each.open and not each.veiled and last(each) < today and not is_with(each, apart)
    ]
    return min(going, key=last).uid if going else ""


def is_with(each: Practice | Goal, apart: Unsafe) -> bool:
    """Whether a thing to try, or a goal, has to do with somebody who is not safe to be with."""
    who = each.who if isinstance(each, Practice) else each.person
    uid = who.uid if who else None
    if isinstance(each, Practice):
        return apart.is_about(uid, each.talk, each.what, each.line, each.when_words)
    return apart.is_about(uid, None, each.text)
