"""The people of the fictional case K7 as plain data, the same every time.

It stands in `golden/k7.json` as an export, from which the tests of the command line import it.
"""

from itertools import count
from pathlib import Path
from typing import Any

from ipt_tui.ipt.tidy import fingerprint
from ipt_tui.records import FIELDS
from ipt_tui.vault.transfer import Data
from tests.exchange.k7_agreed import agreed
from tests.exchange.k7_focus_data import focused
from tests.exchange.k7_goal_rows import goal_rows

GOLDEN = Path(__file__).parent / "golden"
CLIENT = "K7"
FIRST, FIFTH, SEVENTH = "2026-10-13", "2026-11-03", "2026-11-17"
MADE = "2026-10-13T14:00:00+00:00"

PEOPLE: tuple[dict[str, Any], ...] = (
    {
        "name": "Sam", "kind": "partner", "since": "2017/..", "since_words": "2017",
        "life": "living", "like": "we talk logistics", "feels": "tense, shut out",
        "can_talk": "money, Noor, rotas", "cannot_talk": "February, the flat",
        "arguments": "weekly", "argue_outcome": "cold_silence", "onset_change": "further",
        "onset_words": "without a word", "knows": "partly",
        "notes": "long line of notes\nMum does not like him",
    },
    {"name": "Mum", "kind": "mother", "like": "worries aloud", "knows": "no"},
    {
        "name": "Dad", "kind": "father", "life": "died", "died": "2019-04",
        "died_words": "April 2019", "notes": "heart, sudden. Mum still has the ashes",
    },
    {"name": "Priya", "kind": "friend", "notes": "moved abroad March 2026"},
    {"name": "Lena", "kind": "friend", "life": "estranged", "like": "I stopped answering"},
    {"name": "Ben", "kind": "brother"},
    {"name": "Mr Ito", "kind": "ward manager"},
    {"name": "Jo", "kind": "colleague"},
    {"name": "Noor", "kind": "Sam's daughter", "like": "she is the easy one"},
    {"name": "the one we lost", "kind": "lost pregnancy", "life": "lost", "sensitive": True,
     "notes": "Sam knows, nobody else"},
    {"name": "Zoë", "kind": "neighbour"},
)  # fmt: skip

FIT = {
    "called": "Kit", "pronouns": "they", "feeling_words": "heavy, at sea", "may_know": "Jo",
    "not_know": "Mr Ito", "family": "joint", "faith": "none", "shown": "by going quiet",
    "good": "asking without a fight", "good_theirs": "Sunday lunch again", "calls_it": "nerves",
}  # fmt: skip
PLAN: dict[str, Any] = {
    "signs": "I stop answering messages. I lie awake and count what I did wrong.",
    "alone": "Walk to the allotment and back\nThe radio in the kitchen, loud",
    "around": "The library on Tuesdays. Choir, even if I only sit at the back.",
    "ask": "Priya, any time, by message first",
    "professionals": "My practitioner, Monday to Thursday",
    "matters": "Noor's concert in June. The allotment.",
    "look_again": "2026-12-15",
}

PLANNED: dict[str, Any] = {"often": "fourth", "often_said": FIRST}

STANDINGS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("Sam", "now", FIRST, {"ring": 1, "quality": "stressful", "contact": "daily", "gives": 2,
                           "gets": 2, "friction": 7, "confide": "some"}),
    ("Sam", "before", FIRST, {"ring": 1}),
    ("Sam", "now", SEVENTH, {"friction": 5}),
    ("Mum", "now", FIRST, {"ring": 2, "quality": "mixed", "gives": 7, "gets": 3, "friction": 5,
                           "confide": "no"}),
    ("Mum", "before", FIRST, {"ring": 1}),
    ("Mum", "hoped", FIRST, {"ring": 2}),
    ("Dad", "now", FIRST, {"ring": 1, "friction": 0}),
    ("Priya", "now", FIRST, {"ring": 2, "quality": "supportive", "gives": 3, "gets": 6,
                             "friction": 1, "confide": "yes"}),
    ("Priya", "hoped", FIRST, {"ring": 1}),
    ("Lena", "now", FIRST, {"ring": 3, "quality": "supportive", "gives": 2, "gets": 3,
                            "confide": "some"}),
    ("Lena", "now", SEVENTH, {"ring": 2, "why": "after a letter"}),
    ("Ben", "now", FIRST, {"ring": 0}),
    ("Ben", "before", FIRST, {"ring": 3}),
    ("Mr Ito", "now", FIRST, {"ring": 3, "quality": "stressful", "friction": 6, "confide": "no"}),
    ("Jo", "now", FIRST, {"ring": 3, "quality": "supportive", "gives": 3, "gets": 4,
                          "friction": 0, "confide": "some"}),
    ("Jo", "before", FIRST, {"ring": 0}),
    ("Jo", "now", FIFTH, {"ring": 2, "why": "told her about the rota, she got it"}),
    ("Noor", "now", FIFTH, {"ring": 2, "quality": "supportive", "friction": 2}),
    ("the one we lost", "now", FIRST, {"ring": 1}),
)  # fmt: skip

WISHES: tuple[tuple[str, dict[str, Any], tuple[dict[str, Any], ...]], ...] = (
    ("Sam", {"text": "evenings together when I am off", "realistic": "yes"},
     ({"day": FIRST, "said": False, "met": "no"}, {"day": "2026-11-12", "said": True},
      {"day": SEVENTH, "met": "partly"})),
    ("Sam", {"text": "ask me before deciding about the flat", "realistic": "yes"},
     ({"day": FIRST, "said": False, "met": "no"}, {"day": "2026-11-12", "said": True})),
    ("Sam", {"text": "that he'd know February is hard", "realistic": "partly"},
     ({"day": FIRST, "said": False},)),
    ("Sam", {"text": "I look after the money", "whose": "theirs", "realistic": "yes"},
     ({"day": FIRST, "said": True, "met": "partly"},)),
)  # fmt: skip

MOODS: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    ({"at": "2026-11-09T09:00", "known": "part", "value": 5}, ()),
    ({"at": "2026-11-09T20:00", "known": "part", "value": 2, "feelings": "hurt, ashamed"},
     ("Sam",)),
)  # fmt: skip
EVENTS: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    ({"title": "kitchen, do what you want", "happened": "2026-11-09", "first_day": "2026-11-09",
      "last_day": "2026-11-09", "at": "2026-11-09T20:00", "known": "part",
      "category": "conflict"}, ("Sam",)),
    ({"title": "Dad died", "happened": "2019-04", "happened_words": "april 2019",
      "first_day": "2019-04-01", "last_day": "2019-04-30", "category": "death",
      "near_onset": True}, ("Dad",)),
    ({"title": "asked for Tuesdays", "happened": "2026-11-12", "first_day": "2026-11-12",
      "last_day": "2026-11-12", "at": "2026-11-12T20:00", "known": "part"}, ("Sam",)),
)  # fmt: skip
SPELL = {"name": "low mood", "lasted": "2026-07~/..", "lasted_words": "since mid july",
         "first_day": "2026-07-11", "last_day": "9999-12-31", "severity": 7}  # fmt: skip
JOTTING = {"at": "2026-11-10T14:05", "text": ">ask Sam for Tuesdays"}
TALK = {"about": "the flat", "channel": "in_person", "place": "kitchen", "got_across": "no",
        "checked": "no", "lead_up": "the papers on the table", "hoped": "that he asks me first",
        "need": "to be asked", "result": "he left the room", "style": "passive", "safe": "yes",
        "safe_on": "2026-11-10", "sure_before": 3, "sure_after": 6}  # fmt: skip
TURNS: tuple[dict[str, Any], ...] = (
    {"said": "What are those papers?", "tone": "flat"},
    {"speaker": "them", "said": "I am only looking.", "guessed_meant": "it is decided",
     "guessed_felt": "trapped", "asked": "no"},
    {"said": "Do what you want.", "meant": "please ask me", "felt": "shut out", "strength": 7,
     "body": "went to the sink"},
)  # fmt: skip
DIFFICULTIES = (("assumed_understood", True), ("silence", False))
ALTERNATIVES = (("I want to be asked before anything is decided.", True), ("Not tonight.", False))
"""Each with whether it points at the last turn."""
OPTIONS: tuple[dict[str, Any], ...] = (
    {"text": "ask for Tuesdays", "pros": "it is small", "feasible": 7, "safe": "yes",
     "chosen": True},
    {"text": "wait", "cons": "it goes on"},
)  # fmt: skip
REHEARSAL = {"day": "2026-11-10", "line": "Could Tuesday be ours?", "worst_case": True}
ATTEMPT = {"done": "yes", "what": "asked at supper", "happened": "he listened"}
ENDING = {"changed": "I say it before I am angry", "did": "asked for Tuesdays\nstayed in the room",
          "signs_people": "I stop answering", "plan": "tell Sam", "coming": "sessions",
          "coming_words": "each month until summer"}  # fmt: skip
COURSE = {"template": "ipt16", "start": "2026-10-06", "planned": 16, "middle_from": 4,
          "ending_from": 14}  # fmt: skip
ANEW = {"day": "2026-10-20", "before": 12, "after": 16, "reason": "room for February",
        "agreed_by": "both"}  # fmt: skip
SESSIONS: tuple[dict[str, Any], ...] = (
    {"planned": "2026-10-06T14:00", "note": "story of the summer", "safety_asked": "yes",
     "safety_summary": "passive thoughts, no plan, agreed what she'd do"},
    {"planned": "2026-10-13T14:00", "note": "inventory 1, circle. Dad in the middle \"of course\""},
    {"planned": "2026-10-20T14:00", "note": "inventory 2, February came up at minute 41"},
    {"planned": "2026-10-27T14:00", "note": "\"we don't talk about it\". expectations list"},
    {"planned": "2026-11-03T14:00", "note": "practice done, agreed 2 weeks, mood up"},
    {"planned": "2026-11-10T14:00", "note": "the kitchen talk, analysed together",
     "modality": "video", "place": ""},
    {"planned": "2026-11-17T14:00", "note": "asked on the 12th, partly. first tuesday tonight",
     "plan_next": "halfway look", "question": "how to hear February and not hurry"},
)  # fmt: skip
"""Those that were; the eighth is next."""
AGENDA = (("halfway", "Halfway look: scores, goals, circle, is the focus right"), ("", "February"))
TECHNIQUES = ("communication_analysis", "decision_analysis", "role_play")
PRACTICES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Mr Ito", {"what": "tell Mr Ito about notice", "day": "2026-10-27", "done": "full",
                "looked_at": "2026-11-03", "learned": "said the number, stayed in the room"}),
    ("Sam", {"what": "ask for Tuesdays", "line": "Could Tuesday be ours?", "day": "2026-11-10",
             "when_words": "before thursday", "sure": 7, "done": "part",
             "looked_at": "2026-11-17", "happened": "Tuesdays yes, flat not yet"}),
)  # fmt: skip
_OFFSETS = ("planned_offset", "started_offset", "ended_offset")
TODO = {"text": "letter to the GP"}
NOTE = {"first": "Asked for Tuesdays; partly.", "fourth": "Halfway look.",
        "signed_at": "2026-11-17T15:05:00+00:00", "signed_by": "R. Moss"}  # fmt: skip
LATER = {"day": "2026-11-18", "reason": "left out", "text": "Stage: renegotiation."}
FLAGGED = (
    '[["self", "Thoughts that you would be better off dead or of hurting yourself in some way", '
    "1, 9]]"
)
MEASURES: tuple[tuple[int, dict[str, Any]], ...] = tuple(
    (
        session,
        {
            "instrument": name,
            "name": short,
            "version": "1",
            "at": f"{day}T14:05",
            "offset": 60 if session == 1 else 0,
            "source": "paper",
            "band": band,
            "answers": f"[{', '.join(row)}]",
            "difficulty": hard,
            "total": total,
            "parts": "[]",
            "flags": FLAGGED if row[8:] == "1" else "[]",
        },
    )
    for session, day, name, short, row, hard, total, band in (
        (1, "2026-10-06", "phq9", "PHQ-9", "232312211", 2, "17", "moderately severe"),
        (1, "2026-10-06", "gad7", "GAD-7", "2222121", None, "12", "moderate"),
        (4, "2026-10-27", "phq9", "PHQ-9", "222212110", 1, "13", "moderate"),
        (4, "2026-10-27", "gad7", "GAD-7", "1221121", None, "10", "moderate"),
        (7, "2026-11-17", "phq9", "PHQ-9", "111211110", 1, "9", "mild"),
        (7, "2026-11-17", "gad7", "GAD-7", "1111011", None, "6", "mild"),
    )
)
CONCERN = {"kind": "self", "raised_by": "said", "at": "2026-10-06T14:20", "offset": 60,
           "words": "passive thoughts, no plan", "ticked": "asked plan",
           "outcome": "agreed what she would do",
           "concluded_at": "2026-10-06T14:05:00+00:00"}  # fmt: skip
TIES = (("Sam", "Noor", "father"), ("Mum", "Ben", "mother"), ("Mum", "the one we lost", ""))


def data() -> Data:
    """Return the case as an export holds it, new every time."""
    numbers = count(1)

    def row(table: str, values: dict[str, Any], **belongs: str | None) -> dict[str, Any]:
        usual = {
            name: field.get_default()
            for name, field in FIELDS[table].model_fields.items()
            if not field.is_required()
        }
        uid = f"019a0000-0000-7000-8000-{next(numbers):012d}"
        whole = {"uid": uid, **belongs, **usual, **values}
        return whole | {"created_at": MADE, "updated_at": MADE}

    kind = row("kind", {"word": "ward manager", "reverse": "nurse"})
    client = row("client", {"code": CLIENT, "onset": "2026-06", "onset_words": "June"})
    whose = {"client": client["uid"]}
    people = [row("person", {"added": FIRST} | values, **whose) for values in PEOPLE]
    by_name = {person["name"]: person["uid"] for person in people}
    standings = [
        row("standing", {"view": view, "day": day} | values, **whose, person=by_name[name])
        for name, view, day, values in STANDINGS
    ]
    ties = [
        row("tie", {"kind": word}, **whose, person=by_name[one], other=by_name[other])
        for one, other, word in TIES
    ]
    wishes = [row("expectation", w, **whose, person=by_name[name]) for name, w, _ in WISHES]
    news = [
        row("outcome", values, **whose, expectation=wish["uid"], talk=None)
        for wish, (_, _, told) in zip(wishes, WISHES, strict=True)
        for values in told
    ]
    moods = [row("mood", values, **whose) for values, _ in MOODS]
    events = [row("event", values, **whose) for values, _ in EVENTS]
    felt = [
        row("mood_person", {}, **whose, mood=mood["uid"], person=by_name[name])
        for mood, (_, names) in zip(moods, MOODS, strict=True)
        for name in names
    ]
    there = [
        row("event_person", {}, **whose, event=event["uid"], person=by_name[name])
        for event, (_, names) in zip(events, EVENTS, strict=True)
        for name in names
    ]
    link = row("mood_link", {}, **whose, mood=moods[1]["uid"], event=events[0]["uid"])
    spell, jotting = row("spell", SPELL, **whose), row("jotting", JOTTING, **whose)
    talk = row("talk", TALK, **whose, event=events[0]["uid"], jotting=None)
    second = row("talk", {}, **whose, event=events[2]["uid"], jotting=jotting["uid"])
    belongs = {**whose, "talk": talk["uid"]}
    turns = [
        row("turn", {"position": 1024 * number} | values, **belongs)
        for number, values in enumerate(TURNS, 1)
    ]
    at = {True: turns[-1]["uid"], False: None}
    for told in (news[1], news[4]):
        told["talk"] = second["uid"]
    course = row("course", COURSE, **whose)
    met = [
        row("session", {"number": number, "place": "room 2", **_held(values)}, **whose,
            course=course["uid"])
        for number, values in enumerate(SESSIONS, 1)
    ]  # fmt: skip
    following = row(
        "session", {"number": 8, "planned": "2026-11-24T14:00", "plan": "halfway look"}, **whose,
        course=course["uid"],
    )  # fmt: skip
    seventh, sixth = ({**whose, "session": met[number]["uid"]} for number in (6, 5))
    note = row("progress_note", NOTE, **seventh)
    whole = {
        "kind": [kind], "client": [client], "person": people, "standing": standings, "tie": ties,
        "expectation": wishes, "mood": moods, "event": events, "mood_person": felt,
        "event_person": there, "mood_link": [link], "spell": [spell], "jotting": [jotting],
        "talk": [talk, second],
        "talk_person": [
            row("talk_person", {}, **whose, talk=one["uid"], person=by_name["Sam"])
            for one in (talk, second)
        ],
        "turn": turns,
        "difficulty": [
            row("difficulty", {"code": code}, **belongs, turn=at[last]) for code, last in
            DIFFICULTIES
        ],
        "alternative": [
            row("alternative", {"line": line}, **belongs, turn=at[last]) for line, last in
            ALTERNATIVES
        ],
        "option": [row("option", values, **belongs) for values in OPTIONS],
        "rehearsal": [row("rehearsal", REHEARSAL, **belongs, practice=None)],
        "attempt": [row("attempt", ATTEMPT, **belongs, event=events[2]["uid"])],
        "outcome": news,
        "course": [course],
        "renegotiation": [row("renegotiation", ANEW, **whose, course=course["uid"])],
        "session": [*met, following],
        "agenda_item": [
            row("agenda_item", {"position": 1024 * n, "code": code, "text": text}, **whose,
                session=following["uid"])
            for n, (code, text) in enumerate(AGENDA, 1)
        ],
        "technique": [row("technique", {"code": code}, **sixth) for code in TECHNIQUES],
        "practice": [
            row("practice", values, **whose, person=by_name[name], session=at["uid"],
                talk=talk["uid"] if name == "Sam" else None)
            for (name, values), at in zip(PRACTICES, (met[3], met[5]), strict=True)
        ],
        "todo": [row("todo", TODO, **seventh)],
        "progress_note": [note],
        "addendum": [row("addendum", LATER, **whose, progress_note=note["uid"])],
        "tidied_line": [
            row("tidied_line", {"fingerprint": fingerprint(words), "taken": True},
                **sixth, talk=of, turn=None)
            for words, of in (("!talk @Sam kitchen", talk["uid"]), (">ask for Tuesdays", None))
        ],
        "response": [
            row("response", values, **whose, session=met[number - 1]["uid"])
            for number, values in MEASURES
        ],
        "measure_plan": [
            row("measure_plan", PLANNED | {"instrument": name}, **whose)
            for name in ("phq9", "gad7")
        ],
        "concern": [concern := row("concern", CONCERN | {"session_uid": met[0]["uid"]}, **whose)],
        "concern_person": [
            row("concern_person", {}, **whose, concern=concern["uid"], person=by_name["Mum"])
        ],
        "safety_plan": [plan := row("safety_plan", PLAN, **whose)],
        "plan_person": [
            row("plan_person", {"part": "ask"}, **whose, safety_plan=plan["uid"],
                person=by_name["Priya"])
        ],
        **focused(row, whose, by_name, events, wishes, talk),
        **agreed(row, whose, course["uid"], by_name["Sam"], events[2]["uid"]),
        "ending": [
            row("ending", ENDING, **whose, course=course["uid"], then_talk=talk["uid"],
                now_talk=second["uid"])
        ],
    }  # fmt: skip
    its = whose | {"course": course["uid"]}
    whole |= goal_rows(row, its, by_name["Sam"], whole["practice"][-1]["uid"])
    whole |= {"fit": [row("fit", FIT, **whose)]}
    return whole | {"bring": [row("bring", {"text": "how to ask about February"}, **whose)]}


def _held(values: dict[str, Any]) -> dict[str, Any]:
    """Return a session that took place: for 50 minutes from the time it was planned for."""
    planned = values["planned"]
    east = dict.fromkeys(_OFFSETS, 60 if planned < "2026-10-25" else 0)
    ended = planned.replace("T14:00", "T14:50")
    return {"started": planned, "ended": ended, "attendance": "attended", **east, **values}


def another() -> Data:
    """Return the record of a second client, M2, with one person."""
    whole = data()
    client = {**whole["client"][0], "uid": "m2", "code": "M2"}
    person = {**whole["person"][0], "uid": "m2-1", "client": "m2", "name": "Ada"}
    return {name: [] for name in whole} | {"client": [client], "person": [person]}
