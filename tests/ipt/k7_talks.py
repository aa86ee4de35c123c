"""Talks of the case K7, as values: one looked at, one begun, one new, one veiled."""

from datetime import UTC, date, datetime
from typing import Any

from ipt_tui.ipt import dates, moments
from ipt_tui.ipt.talk import (
    AlternativeLine,
    AttemptLine,
    DifficultyLine,
    OptionLine,
    Round,
    Talk,
    TalkLine,
    Talks,
    TurnLine,
    WishNews,
)
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.ipt.timeline import Named

TODAY = date(2026, 11, 23)
SAM, NOOR = Named("sam", "Sam"), Named("noor", "Noor")
ATTEMPT = AttemptLine(
    "a1", "e9", "the sofa", date(2026, 11, 12), "part", happened="Tuesdays yes, flat not yet"
)


def when(edtf: str, words: str = "") -> dates.FuzzyDate:
    return dates.read(edtf, words=words)


def evening(day: int, month: int = 11) -> moments.Moment:
    at = datetime(2026, month, day, 20, tzinfo=UTC)
    return moments.moment(at, moments.Known.PART)


def line(uid: str, **values: Any) -> TalkLine:
    usual: dict[str, Any] = {"event": f"e-{uid}", "people": (SAM,), "title": "talk with Sam"}
    return TalkLine(uid, **usual | values)


def kitchen(**changes: Any) -> TalkLine:
    """The talk in the kitchen, of which all is told."""
    usual: dict[str, Any] = {
        "about": "the flat", "title": "kitchen", "when": when("2026-11-09"), "at": evening(9),
        "stage": Stage.LOOKED_AT, "got_across": "no",
        "difficulties": ("nonverbal_indirect", "silence"), "tried": (ATTEMPT,), "wishes_said": 1,
    }  # fmt: skip
    return line(**{"uid": "kitchen"} | usual | changes)


def rota(**changes: Any) -> TalkLine:
    usual: dict[str, Any] = {
        "about": "the rota", "when": when("2026-11-03"), "stage": Stage.LOOKED_AT,
        "got_across": "partly", "difficulties": ("nonverbal_indirect",),
    }  # fmt: skip
    return line(**{"uid": "rota"} | usual | changes)


def phone(**changes: Any) -> TalkLine:
    return line("phone", **{"when": when("2026-10-30"), "stage": Stage.NEW} | changes)


HIDDEN = TalkLine("hidden", "e-hidden", when=when("2026-11-05"), at=evening(5), veiled=True)


def talks(*lines: TalkLine, **changes: Any) -> Talks:
    usual: dict[str, Any] = {"person": SAM, "wishes": (2, 3)}
    return Talks("k7", "K7", TODAY, lines or (kitchen(), rota(), phone()), **usual | changes)


TURNS = (
    TurnLine("t1", 1, "them", "The landlord wants an answer.", tone="flat"),
    TurnLine("t2", 2, "me", "Do what you want.", meant="please ask me", felt="hurt", strength=7),
    TurnLine("t3", 3, "them", "Fine, I will.", guessed_felt="angry", asked="no"),
    TurnLine("t4", 4, "Noor", "Are you two fighting?"),
    TurnLine("t5", 5, "me", body="left the room"),
)


def talk(of: TalkLine | None = None, **changes: Any) -> Talk:
    """The talk in the kitchen, opened; with `values` those of its fields."""
    values = {
        "place": "kitchen", "channel": "in_person", "lead_up": "after her shift",
        "hoped": "that he asks me", "need": "a say", "result": "he signed\nalone",
        "got_across": "no", "checked": "", "their_side": "he was in a hurry", "style": "passive",
        "safe": "yes", "safe_on": "2026-11-10", "sure_before": 4, "sure_after": 7,
    }  # fmt: skip
    usual: dict[str, Any] = {
        "values": values,
        "others": (NOOR,),
        "turns": TURNS,
        "difficulties": (
            DifficultyLine("d1", "nonverbal_indirect", "t2"),
            DifficultyLine("d2", "silence"),
        ),
        "alternatives": (AlternativeLine("l1", "I want us to decide it together.", turn="t2"),),
        "options": (OptionLine("o1", "wait"), OptionLine("o2", "ask on Tuesday", chosen=True)),
        "rounds": (
            Round("r1", date(2026, 11, 10)),
            Round("r2", date(2026, 11, 10), reversed=True),
        ),
        "attempts": (ATTEMPT,),
        "news": (WishNews("w1", "evenings together when I am off", date(2026, 11, 12), True),),
        "mood_before": 5,
        "mood_after": 2,
    }
    usual |= changes
    usual["values"] = values | changes.get("values", {})
    return Talk(of or kitchen(), "k7", "K7", TODAY, **usual)


def bare(of: TalkLine, **changes: Any) -> Talk:
    """A talk of which nothing is told but what `changes` say."""
    return Talk(of, "k7", "K7", TODAY, **changes)
