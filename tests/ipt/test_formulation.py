"""The paragraph that grows from ticks and short fields, the client's own words, two versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.content import load
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.formulation import FILE, Formulation, Offered, as_of, build, parts, place_of
from ipt_tui.ipt.own_words import Change, compared, marked, rebuilt, shown

TODAY = date(2026, 10, 20)
K7_PARTS = {
    "onset": "July",
    "shows": "low, sleepless and cut off",
    "problem": "depression",
    "links": "what you and Sam expect and don't say",
    "work_on": "saying it, and make room for February when you want.",
}
FLAT = Offered("f", "event", "Sam began looking at a bigger flat", "around June 2026", "around")
MOVE = Offered("m", "event", "moved to the city", "September 2025", "earlier", marked=True)
SAM, PRIYA = Offered("s", "person", "Sam"), Offered("p", "person", "Priya", moved="farther")
K7_BUILT = (
    "Since July you have been low, sleepless and cut off. "
    "Together these look like depression, which is treatable and not your fault. "
    "Around then: Sam began looking at a bigger flat. "
    "Before that: moved to the city (September 2025). "
    "Sam and Priya (farther away now than before) are part of it. "
    "It seems tied to what you and Sam expect and don't say. "
    "Over the next thirteen meetings we'd work on saying it, and make room for February when you "
    "want."
)


def test_it_grows_from_what_is_ticked_and_told_and_says_nothing_else() -> None:
    assert build(K7_PARTS, [FLAT, MOVE, SAM, PRIYA], 13) == K7_BUILT
    assert build({}, [], 13) == ""
    assert build({"onset": "July"}, [SAM], None) == "It goes back to July. Sam is part of it."
    assert build({"work_on": "saying it"}, [], None).startswith("In the meetings to come we'd")
    assert build({"work_on": "saying it"}, [], 1).startswith("In the one meeting that is left")
    assert build({"work_on": "it"}, [], 25) == "Over the next 25 meetings we'd work on it."
    commas = [Offered("a", "event", "rota, again", place="around"), FLAT]
    assert build({}, commas, None) == f"Around then: rota, again; {FLAT.words}."
    assert build({"shows": "{onset} {people}"}, [SAM], 3).startswith(
        "You have been {onset} {people}."
    )


def test_no_sentence_names_a_cause() -> None:
    said = " ".join(sentence["words"] for sentence in load(FILE)["sentence"]).casefold()
    for word in ("because", "caused", "due to", "led to", "result of", "reason"):
        assert word not in said
    assert {part.id for part in parts()} == {
        "onset", "shows", "problem", "links", "vulnerable", "strengths", "work_on",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("happened", "place"),
    [
        ("2026-06~", "around"),
        ("2026-21", "around"),
        ("2025-09", "earlier"),
        ("2025-09/..", "earlier"),
        ("../2025-09", "earlier"),
        ("2026-10-15", "later"),
        ("2026-08-01", "around"),
    ],
)
def test_an_event_is_around_the_onset_earlier_or_later(happened: str, place: str) -> None:
    assert place_of(read(happened), read("2026-06/2026-07-15")) == place
    assert place_of(read(happened), None) == "undated"
    assert place_of(None, read("2026-07")) == "undated"
    for onset in ("2017/..", "../2017", "0001", "9999"):
        assert place_of(read(happened), read(onset))


def one(text: str = "", **told: object) -> Formulation:
    fields = {"parts": K7_PARTS, "offered": (FLAT, MOVE, SAM), "ticked": frozenset("fms")}
    return Formulation("v", "k7", "K7", 1, TODAY, text=text, left=13, **fields | told)  # type: ignore[arg-type]


def test_it_follows_until_it_is_written_by_hand() -> None:
    assert one().paragraph == one().built
    assert not one().by_hand
    with_dad = one().built.replace("for February", 'for February "and Dad"')
    grown = one(with_dad, grown=one().built)
    assert not grown.by_hand
    assert grown.paragraph == with_dad
    # a meeting on, it says so, and still has their words; what was written by hand does not
    later = replace(grown, left=12)
    assert later.paragraph == with_dad.replace("thirteen", "twelve")
    assert not later.by_hand
    assert one(with_dad).by_hand
    assert one(with_dad.replace("low", "down"), grown=one().built).by_hand
    assert not one('"and Dad"').by_hand, "their words alone, from which nothing had grown yet"
    assert one(veiled=True).paragraph == ""


def test_a_version_that_was_agreed_later_was_a_draft_on_a_day_before() -> None:
    agreed = replace(one("Low."), agreed=date(2026, 10, 27), agreed_by="K7")
    later = replace(one("Flat."), version=2, day=date(2026, 11, 3))
    (then,) = as_of((agreed, later), date(2026, 10, 26))
    assert (then.is_draft, then.agreed_by, then.text) == (True, "", "Low.")
    assert as_of((agreed, later), date(2026, 11, 3)) == (agreed, later)


def test_the_clients_own_words_stay_where_they_stood_when_it_is_built_anew() -> None:
    old = 'You have been low. We make room for February "and Dad" when you want. “not yet”'
    new = "Since July you have been low. In time we make room for February when you want."
    assert rebuilt(new, old) == (
        'Since July you have been low. In time we make room for February "and Dad" when you want. '
        "“not yet”"
    )
    assert rebuilt("All of it is new.", old) == 'All of it is new. "and Dad" “not yet”'
    assert rebuilt('It is "and Dad".', old) == 'It is "and Dad". “not yet”'
    assert rebuilt("Low, you know.", '"my word" Low, you know.') == '"my word" Low, you know.'
    assert shown(old).count("‹") == 2
    assert shown('an inch: 5", and no more') == 'an inch: 5", and no more'


texts = st.lists(
    st.sampled_from(['"and Dad"', "“no”", "low", "you", "have", "been", ",", ".", "\n"]),
    max_size=12,
).map(" ".join)


@given(texts, texts)
def test_building_anew_loses_none_of_their_words_and_does_so_once(built: str, old: str) -> None:
    once = rebuilt(built, old)
    for words in ("“no”", '"and Dad"'):
        assert once.count(words) == max(old.count(words), built.count(words))
    assert rebuilt(built, once).split() == once.split()


def test_two_versions_are_compared_word_by_word_and_marked_with_more_than_colour() -> None:
    pieces = compared("You have been low since July.", "You have been low and lonely since July.")
    assert [change for change, _ in pieces] == [Change.SAME, Change.ADDED, Change.SAME]
    assert marked(pieces) == "You have been low [+and lonely] since July."
    assert marked(compared("a b c", "a c")) == "a [−b] c"
    assert marked(compared("", "a")) == "[+a]"
    assert marked(compared("same", "same")) == "same"
    long = " ".join(str(n) for n in range(9000))
    assert len(compared(f"x {long} y", f"z {long[::-1]} w")) <= 4
    assert len(compared("x " + "a b " * 950 + "y", "z " + "b a " * 950 + "w")) <= 4
