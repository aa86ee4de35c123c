"""A small record to change, everything a vault holds as one value, and every kind of write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.people import Ring, View
from ipt_tui.vault import (
    bringing,
    clients,
    endings,
    expectations,
    fits,
    noting,
    people,
    safety_plans,
    schema,
    ties,
    timed,
    transfer,
)
from ipt_tui.vault.vault import Vault
from tests.vault import (
    agreement_writes,
    ending_writes,
    focus_writes,
    goal_writes,
    measure_writes,
    session_writes,
    talk_writes,
)
from tests.vault.focused import consider
from tests.vault.met import meet
from tests.vault.talked import TALK, look_at

TODAY = date(2026, 11, 23)
EARLIER = date(2026, 11, 3)
NOW = moment(datetime(2026, 11, 23, 18, tzinfo=UTC))
Rows = list[dict[str, Any]]
_SAM = (Mentioned("Sam", "Sam"),)
LINES = (
    Captured(Mark.EVENT, 0, "!a shift @Sam ~3 hurt", "a shift", category="work", names=_SAM),
    Captured(Mark.MOOD, 0, "!a shift @Sam ~3 hurt", value=3, feelings=("hurt",), names=_SAM),
    Captured(Mark.MOOD, 1, "~6", value=6),
    Captured(Mark.SYMPTOM, 2, "symptom 2011 low", "low", when=read("2011", words="2011")),
    Captured(Mark.TEXT, 3, "came in bright", "came in bright"),
)
"""One of every sort of entry the timeline has."""


@dataclass(frozen=True)
class World:
    """One client with two people, a wish, a tie, a word of their own, and one of every entry.

    They have a safety plan that names one of the people, and an ending that is begun. The last step
    is what was agreed: a formulation with a draft after it, and a contract.

    The event was a talk, of which `turn` is the last turn; `tried` is the event of its try. Of the
    course one session was `held`, one is `prepared`, one only `planned`. The focus is the `dispute`
    with one of the people, beside which a `grief` was considered.
    """

    vault: Vault
    client: str
    sam: str
    noor: str
    wish: str
    tie: str
    mood: str = ""
    event: str = ""
    other_mood: str = ""
    spell: str = ""
    jotting: str = ""
    talk: str = ""
    turn: str = ""
    tried: str = ""
    course: str = ""
    held: str = ""
    prepared: str = ""
    planned: str = ""
    dispute: str = ""
    grief: str = ""

    @property
    def client_id(self) -> int:
        """The number of the client inside the vault."""
        return number_of(self.vault, "client", self.client)

    def move(self) -> str:
        """Return the uid of Sam's first standing."""
        sql = "SELECT uid FROM standing WHERE person_id = (SELECT id FROM person WHERE uid = :uid)"
        return str(value(self.vault, sql, uid=self.sam))


def fill(vault: Vault) -> World:
    """Put the small record into an empty vault."""
    client = vault.write(clients.add, "K7", onset_words="around June")
    sam = vault.write(
        people.add,
        client,
        PersonLine(
            "Sam",
            "partner",
            now=Ring.CLOSEST,
            before=Ring.CLOSE,
            hoped=Ring.CLOSEST,
            since=read("2017/..", words="2017"),
            note="tense, shut out",
        ),
        TODAY,
    )
    noor = vault.write(people.add, client, PersonLine("Noor", "Sam's daughter"), TODAY)
    noted = vault.write(noting.note, client, LINES, NOW)
    wish = vault.write(expectations.add, sam, "that he asks before he swaps the rota")
    talk, turn, tried = vault.write(look_at, noted.events[0], sam, noted.jottings[0], TODAY)
    vault.write(expectations.note, wish, TODAY, said=False, talk=talk)
    tie = vault.write(ties.tie, sam, noor, "father")
    vault.write(ties.add_kind, "choirmaster", "chorister", client)
    mood, other_mood = noted.moods
    course = vault.write(meet, client, sam, noor, talk)
    focus = vault.write(consider, client, sam, noted.events[0], wish, talk)
    vault.write(goal_writes.fill, sam, course[0], focus[0])
    plan = {"alone": "a walk to the lighthouse", "around": "the pool with Sam", "ask": "the doctor"}
    vault.write(safety_plans.tell, client, None, **plan, look_again="2026-12-20")
    vault.write(fits.tell, client, "called", "Robin")
    vault.write(endings.tell, course[0], changed="the kettle is mine now", plan="ring Tess")
    vault.write(bringing.add, client, "how to ask for the lamp")
    vault.write(agreement_writes.agree_on, client, course[0], sam, noted.events[0])
    return World(
        vault, client, sam, noor, wish, tie, mood, noted.events[0], other_mood, noted.spells[0],
        noted.jottings[0], talk, turn, tried, *course, *focus,
    )  # fmt: skip


def content(session: Session) -> dict[str, Any]:
    """Return everything a step can change, to the last column and the last searched word."""
    tables = [table.name for table in schema.tables()]
    held: dict[str, Any] = {
        name: _all(session, f"SELECT * FROM {name} ORDER BY id") for name in tables
    }
    held["search"] = _all(session, "SELECT rowid, * FROM search ORDER BY rowid")
    held["words"] = _all(session, "SELECT * FROM search_words ORDER BY term")
    held["now"] = _all(session, "SELECT * FROM now")
    return held


def history(session: Session) -> Rows:
    """Return the steps and what they changed."""
    return _all(session, "SELECT * FROM step") + _all(session, "SELECT * FROM history")


def value(vault: Vault, sql: str, **named: Any) -> Any:
    """Return the first value a question of SQL finds."""
    return vault.read(lambda session: session.execute(text(sql), named).scalar())


def number_of(vault: Vault, table: str, uid: str) -> int:
    """Return the number of a row inside the vault."""
    return int(value(vault, f"SELECT id FROM {table} WHERE uid = :uid", uid=uid))


def client_of(session: Session, code: str) -> str:
    """Return the uid of the client with this code."""
    return next(line.uid for line in clients.listing(session) if line.code == code)


def last_step(vault: Vault) -> tuple[int, int | None]:
    """Return the newest thing done, and the client it belongs to."""
    sql = text("SELECT id, client_id FROM step WHERE kind = 'do' ORDER BY id DESC LIMIT 1")
    found = vault.read(lambda session: session.execute(sql).one())
    return found[0], found[1]


def _all(session: Session, sql: str) -> Rows:
    """Ask past SQLAlchemy, which takes five times as long to give the same."""
    cursor: Any = session.connection().connection.cursor()
    names = [column[0] for column in cursor.execute(sql).description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _other_record() -> transfer.Data:
    """Return the record of another client, as a file would hold it."""
    times = {"created_at": "2026-10-01T09:00:00+00:00", "updated_at": "2026-10-02T09:00:00+00:00"}
    fields = {
        "code": "M3", "role": "client", "status": "active", "region": "", "languages": "",
        "onset": "2026-06~", "onset_words": "around June", "about": "two moves in a year",
        "mood_low": 1, "mood_high": 10, "mood_low_words": "worst", "mood_high_words": "best",
        "mood_better": "high", "kept": "full", "kept_since": "",
    }  # fmt: skip
    return {"client": [{"uid": "0190-m3", **fields, **times}]}


def _write(fn: Callable[..., Any], *names: str, **values: Any) -> Callable[[World], Any]:
    """Return a write of `fn` on the parts of the world with these names."""

    def write(world: World) -> Any:
        parts = [getattr(world, name) for name in names]
        return world.vault.write(fn, *[p() if callable(p) else p for p in parts], **values)

    return write


def _changed(sort: str, session: Session, uid: str, **values: Any) -> None:
    timed.change(session, sort, uid, None, **values)


def _brought(world: World) -> str:
    return str(value(world.vault, "SELECT uid FROM bring"))


_TOM = PersonLine("Tom", "brother", now=Ring.WIDER, died=read("2019-21"), life="died", note="heart")

WRITES: dict[str, Callable[[World], Any]] = {
    "clients.add": lambda world: world.vault.write(clients.add, "M3", about="new"),
    "clients.change kept": _write(clients.change, "client", kept="brief", kept_since="2026-11-20"),
    "clients.change": _write(clients.change, "client", status="paused", about="on holiday"),
    "people.add": _write(partial(people.add, line=_TOM, on=TODAY), "client"),
    "people.place": _write(people.place, "sam", ring=Ring.OUTSIDE, on=EARLIER, why="the letter"),
    "people.place again": _write(people.place, "sam", ring=Ring.WIDER, on=TODAY, why="the flat"),
    "people.place hoped": _write(people.place, "noor", ring=Ring.CLOSE, on=TODAY, view=View.HOPED),
    "people.place by one ring": _write(people.move, "sam", nearer=False, on=TODAY),
    "people.stand": _write(people.stand, "sam", on=TODAY, gives=2, gets=7, confide="some"),
    "people.tell": _write(people.tell, "noor", notes="the easy one", trust=8, sensitive=True),
    "people.redate": _write(people.redate, "move", day=EARLIER, why="it was then"),
    "people.remove": _write(people.remove, "sam"),
    "expectations.add": _write(expectations.add, "noor", text="a call", whose="theirs"),
    "expectations.change": _write(expectations.change, "wish", text="a rota", realistic="partly"),
    "expectations.note": _write(expectations.note, "wish", on=EARLIER, said=True, why="at tea"),
    "expectations.note again": _write(expectations.note, "wish", on=TODAY, met="no"),
    "expectations.note talk": lambda world: world.vault.write(
        expectations.note, world.wish, EARLIER, said=True, talk=world.talk
    ),
    "expectations.remove": _write(expectations.remove, "wish"),
    "fits.tell": _write(fits.tell, "client", part="not_know", text="Dad, and the neighbours"),
    "fits.tell languages": _write(fits.tell, "client", part="languages", text="Twi, English"),
    "ties.add_kind": lambda world: world.vault.write(
        ties.add_kind, "bandmate of old", "bandmate of old", world.client
    ),
    "ties.tie": _write(ties.tie, "noor", "sam", kind="stepchild"),
    "ties.untie": _write(ties.untie, "tie"),
    "noting.note": _write(noting.note, "client", pieces=LINES, now=NOW),
    "noting.note talk": _write(noting.note, "client", pieces=TALK, now=NOW),
    "noting.note turns": lambda world: world.vault.write(
        noting.note, world.client, TALK[2:], NOW, world.talk
    ),
    "timed.change mood": _write(partial(_changed, "mood"), "mood", value=5, feelings="calm"),
    "timed.change event": _write(
        partial(_changed, "event"), "event", title="two shifts", valence=-2
    ),
    "timed.change spell": _write(partial(_changed, "spell"), "spell", severity=6, note="long"),
    "timed.change jotting": _write(partial(_changed, "jotting"), "jotting", text="came in tired"),
    "timed.name_people": lambda world: world.vault.write(
        timed.name_people, "event", world.event, TODAY, [world.noor]
    ),
    "timed.remove mood": lambda world: world.vault.write(timed.remove, "mood", world.mood),
    "timed.remove event": lambda world: world.vault.write(timed.remove, "event", world.event),
    "timed.remove tried": lambda world: world.vault.write(timed.remove, "event", world.tried),
    "timed.remove spell": lambda world: world.vault.write(timed.remove, "spell", world.spell),
    "timed.remove jotting": lambda world: world.vault.write(timed.remove, "jotting", world.jotting),
    "timed.tie": _write(timed.tie, "other_mood", "event", direction="better"),
    "timed.set_apart": _write(timed.set_apart, "other_mood", "event"),
    "timed.untie": _write(timed.untie, "mood", "event"),
    "transfer.load": lambda world: world.vault.write(transfer.load, _other_record()),
    **talk_writes.writes(NOW),
    **session_writes.writes(NOW),
    **measure_writes.writes(NOW),
    **focus_writes.writes(),
    **goal_writes.writes(),
    **agreement_writes.writes(),
    **ending_writes.writes(NOW),
    "bringing.add": _write(bringing.add, "client", text="the letter"),
    "bringing.change": lambda world: world.vault.write(
        bringing.change, _brought(world), "the two letters"
    ),
    "bringing.remove": lambda world: world.vault.write(bringing.remove, _brought(world)),
}
"""One write of every kind there is, by the name of its function."""
