"""K7's seventh session, and what is known before the eighth, as plain values."""

from datetime import date, time

from ipt_tui.ipt.brief import BriefSource, WishCount
from ipt_tui.ipt.brief_moods import BriefMood, BriefMoods
from ipt_tui.ipt.note_source import NotedMood, NoteSource, ScoreLine
from ipt_tui.ipt.practice_words import PracticeLine

TODAY = date(2026, 11, 23)

SEVENTH = NoteSource(
    code="K7",
    number=7,
    of=16,
    day=date(2026, 11, 17),
    start=time(14),
    end=time(14, 50),
    modality="in person",
    place="room 2",
    participants=("K7",),
    focus="saying it to Sam",
    since_last="asked on the 12th, partly. first tuesday tonight",
    moods=(
        NotedMood(3, "Tue 10 Nov"),
        NotedMood(
            6, "Thu 12 Nov", ("surprised", "hopeful"), ("asked Sam for Tuesdays; he listened",)
        ),
        NotedMood(6, "Sat 14 Nov", ("included",), ("Lena answered",)),
    ),
    quotes=("Tuesdays yes, flat not yet",),
    scores=(
        ScoreLine("PHQ-9", "9 of 27, mild", "13 on 27 Oct, 9 now"),
        ScoreLine("GAD-7", "6 of 21, mild", "10 on 27 Oct, 6 now"),
    ),
    links=("Sam is named in 8 entries.",),
    techniques=("encouragement of affect", "communication analysis"),
    response="what February was like, short, she chose to stop",
    practice_looked_at=(
        PracticeLine("ask Sam for Tuesdays", "part", "Tuesdays yes, flat not yet"),
    ),
    plan_next="halfway look",
    sessions_left=9,
    goals=(
        "say what I want before I'm angry: 5 → 6 (target 8)",
        "one evening a week with Sam that is ours: 0 → 4 (target 7)",
    ),
)

BEFORE_EIGHTH = BriefSource(
    code="K7",
    today=TODAY,
    number=8,
    of=16,
    left=8,
    day=date(2026, 11, 24),
    start=time(14),
    place="room 2",
    last=date(2026, 11, 17),
    last_number=7,
    plan="halfway look: scores, goals, circle, is the focus right",
    working_on="saying it to Sam",
    own_working_on="saying it to Sam",
    stage="renegotiation since session 7",
    moods=BriefMoods(
        since=(
            BriefMood(7, date(2026, 11, 17), ("Tuesday evening together, first",)),
            BriefMood(6, date(2026, 11, 18)),
            BriefMood(5, date(2026, 11, 19), ("Sam late, rang first",)),
            BriefMood(6, date(2026, 11, 21), ("talked about February, both cried",)),
            BriefMood(7, date(2026, 11, 22)),
        ),
        before=(
            BriefMood(3, date(2026, 11, 10)),
            BriefMood(6, date(2026, 11, 12)),
            BriefMood(6, date(2026, 11, 14)),
        ),
        before_days=7,
    ),
    talks=("Mum, 6 Nov",),
    wishes=(WishCount("Sam", 3, 3, 0),),
    practice=(PracticeLine("ask Sam for Tuesdays", "part"),),
    measures=("PHQ-9 17 · 13 · 9",),
    due=("PHQ-9", "GAD-7", "circle"),
    promised=("letter to GP",),
)
