"""Before and after: the last entry on the same scale within two days, or none, and said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.entry_words import what_words
from ipt_tui.ipt.joined import near, pair, shifts
from ipt_tui.ipt.moments import Moment, Part, on_day
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.timeline import EventEntry, Link, MoodEntry, Named, Timeline, Window, Zoom
from ipt_tui.ipt.timeline_words import sentence

TODAY = date(2026, 11, 23)
SAM = Named("sam", "Sam")


def day(number: int, part: Part | None = None) -> Moment:
    return on_day(date(2026, 11, number), part)


def mood(number: int, value: int, part: Part | None = None, **more: object) -> MoodEntry:
    uid = f"m{number}{part or ''}{value}"
    return MoodEntry(uid, day(number, part), value, **more)  # type: ignore[arg-type]


def event(number: int, title: str = "x", part: Part | None = None) -> EventEntry:
    at = day(number, part) if part else None
    when = read(date(2026, 11, number).isoformat())
    return EventEntry(f"e{number}{title}", title, when, at, people=(SAM,))


def shown(*entries: MoodEntry | EventEntry, **more: object) -> Timeline:
    moods = tuple(e for e in entries if isinstance(e, MoodEntry))
    events = tuple(e for e in entries if isinstance(e, EventEntry))
    window = Window(Zoom.MONTH, date(2026, 10, 26), TODAY, TODAY)
    return Timeline("k7", "K7", window, moods, events, is_empty=False, **more)  # type: ignore[arg-type]


def test_before_is_at_most_two_days_back() -> None:
    early, late, later = mood(9, 5), mood(11, 3), mood(14, 6)
    whole = shown(early, late, later)
    assert pair(whole, late).before == early
    assert pair(whole, late).change == "lower"
    assert pair(whole, later).before is None
    assert not pair(whole, later).is_counted


def test_another_scale_is_never_compared() -> None:
    other = mood(10, 2, scale=Scale(0, 4, "best", "worst", "low"))
    assert pair(shown(mood(9, 5), other), other).before is None
    assert pair(shown(mood(9, 5), other, mood(11, 6)), mood(11, 6)).before == mood(9, 5)


def test_of_an_event_after_is_the_tied_mood_else_the_first_within_a_day() -> None:
    happened = event(9, part=Part.EVENING)
    before, tied, near_ = mood(9, 5, Part.MORNING), mood(11, 2), mood(10, 4)
    whole = shown(before, near_, tied, happened)
    assert pair(whole, happened).after == near_
    assert pair(whole, happened).before == before
    joined = shown(before, near_, tied, happened, links=(Link(tied.uid, happened.uid),))
    assert pair(joined, happened).after == tied
    assert pair(joined, happened).before == before


def test_a_span_has_neither() -> None:
    spring = EventEntry("s", "spring", read("2026-21"))
    assert not pair(shown(mood(9, 5), spring), spring).is_counted


def test_around_a_day_is_not_that_day() -> None:
    about = EventEntry("a", "moved", read("2026-11-09~"))
    whole = shown(mood(8, 5), mood(9, 2), about)
    assert not pair(whole, about).is_counted
    assert near(whole) == ()


def test_several_shifts_of_one_day_are_told_once() -> None:
    moods = (mood(7, 5), mood(8, 5), mood(9, 5, Part.MORNING), mood(9, 8, Part.AFTERNOON),
             mood(9, 5, Part.EVENING), mood(9, 9, Part.NIGHT))  # fmt: skip
    told = sentence(shown(*moods), Audience.CLIENT)
    assert "It was better on 9 Nov. It was harder on 9 Nov." in told
    assert "better" not in sentence(shown(*moods[1:]), Audience.CLIENT)  # of two days


def test_a_day_that_was_also_very_hard_is_not_called_better() -> None:
    moods = (mood(7, 5), mood(8, 5), mood(9, 1, Part.MORNING), mood(9, 7, Part.EVENING))
    assert "better" not in sentence(shown(*moods), Audience.CLIENT)
    assert "better on 9 Nov" in sentence(shown(*moods[:2], mood(9, 7)), Audience.CLIENT)
    assert [n for n in range(1, 11) if USUAL.is_low(n)] == [1, 2, 3]
    assert [n for n in range(11) if Scale(0, 10, better="low").is_low(n)] == [7, 8, 9, 10]


def test_a_shift_is_two_points_within_two_days_on_one_scale() -> None:
    moods = (mood(9, 5), mood(10, 3), mood(11, 4), mood(16, 9))
    assert [after.value for _, after in shifts(shown(*moods))] == [3]


def test_near_leaves_out_what_is_tied_set_apart_veiled_or_far() -> None:
    before, low = mood(9, 5), mood(10, 2)
    close, far = event(11, "close"), event(14, "far")
    whole = shown(before, low, close, far)
    assert [(n.mood, n.event) for n in near(whole)] == [(low.uid, close.uid)]
    assert not near(whole, [(low.uid, close.uid)])
    assert not near(shown(before, low, close, links=(Link(low.uid, close.uid),)))


def test_a_mood_says_that_there_is_a_talk_of_what_it_is_tied_to() -> None:
    kitchen, low = replace(event(10, "the kitchen"), talk=True, tried=True), mood(10, 2)
    tied = shown(kitchen, low, links=(Link(low.uid, kitchen.uid),))
    assert what_words(low, tied).endswith(" · talk · tried")
    assert what_words(kitchen, tied).endswith(" · talk · tried")
    assert "talk" not in what_words(low, shown(kitchen, low))


def test_under_three_pairs_the_entries_are_given_and_no_number() -> None:
    moods = (mood(9, 5), mood(10, 2))
    told = sentence(shown(*moods, person=SAM, naming=frozenset({moods[1].uid})))
    assert told.endswith("5 → 2 on 10 Nov.")
    assert "times" not in told


def test_a_mood_after_a_gap_is_counted_as_having_none() -> None:
    alone = mood(16, 4)
    told = sentence(shown(mood(9, 5), alone, person=SAM, naming=frozenset({alone.uid})))
    assert "None can be compared (1 had no entry in the two days before)." in told


def test_the_client_is_spoken_to_and_nothing_is_ever_a_cause() -> None:
    whole = shown(mood(9, 5), mood(10, 2), mood(11, 4), event(10, "the kitchen"))
    told = sentence(whole, Audience.CLIENT)
    assert told.startswith("You noted how you were on 3 of 29 days")
    for audience in Audience:
        assert not {"because", "cause", "causes", "due"} & set(sentence(whole, audience).split())


def test_the_client_reads_of_better_days_first_and_of_no_lowest_number() -> None:
    kitchen, walk = event(10, "the kitchen"), event(11, "a walk")
    low, high = mood(10, 2), mood(11, 6)
    links = (Link(low.uid, kitchen.uid), Link(high.uid, walk.uid))
    told = sentence(shown(mood(9, 5), low, high, kitchen, walk, links=links), Audience.CLIENT)
    assert "It was better on 11 Nov (a walk). There you named Sam." in told
    assert "It was harder on 10 Nov (the kitchen)." in told
    assert told.index("better") < told.index("harder")
    assert not {"lowest", "Median", "lower"} & set(told.split())
    assert "2 things happened, each with a mood beside it." in told


def test_of_many_better_days_the_latest_are_named() -> None:
    moods = [mood(n, 3 if n % 2 else 8) for n in range(1, 12)]
    told = sentence(shown(*moods), Audience.CLIENT)
    assert "It was better 5 times, of late on 8 Nov and 10 Nov." in told


def test_on_a_scale_whose_ten_is_the_worst_more_is_harder() -> None:
    worst = Scale(1, 10, "calm", "worst", "low")
    whole = shown(mood(9, 3, scale=worst), mood(10, 7, scale=worst), mood(11, 2, scale=worst))
    told = sentence(whole, Audience.CLIENT)
    assert "better on 11 Nov" in told
    assert "harder on 10 Nov" in told
    assert [pair(whole, m).felt for m in whole.moods] == ["", "harder", "better"]


def test_about_one_person_the_client_reads_better_and_harder() -> None:
    moods = [mood(n, 3 if n % 2 else 6, people=(SAM,)) for n in range(1, 9)]
    names = frozenset(m.uid for m in moods)
    whole = shown(*moods, person=SAM, naming=names)
    assert "Better than the entry before 4 times of 7" in sentence(whole, Audience.CLIENT)
    assert "Higher than the entry before 4 times of 7" in sentence(whole)


@given(st.lists(st.tuples(st.integers(1, 22), st.integers(1, 10)), max_size=30))
def test_identical_input_gives_identical_text_and_every_pair_is_near(
    given_: list[tuple[int, int]],
) -> None:
    moods = tuple(
        MoodEntry(str(n), day(number), value)
        for n, (number, value) in enumerate(sorted(given_, key=lambda pair: pair[0]))
    )
    whole = shown(*moods)
    assert sentence(whole) == sentence(whole)
    for each in moods:
        before = pair(whole, each).before
        assert before is None or timedelta() <= each.first - before.first <= timedelta(days=2)
