"""Measures of a client: what is due, which scores are compared, and the words for either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.instruments import Instruments, load, shipped
from ipt_tui.ipt.measure_schedule import CourseDays, Often, asked_at, due_since
from ipt_tui.ipt.measure_words import (
    answer_words,
    brief_words,
    change_line,
    given_words,
    item_lines,
    note_change,
    open_words,
    recall_sentence,
    response_lines,
    score_words,
    sentences,
)
from ipt_tui.ipt.measures import Measures, Plan, Response, as_given, build, offered
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.paper_row import parse
from ipt_tui.ipt.scoring import score

TODAY = date(2026, 11, 23)
DAYS = [date(2026, 10, 6) + timedelta(weeks=week) for week in range(7)]
COURSE = CourseDays(DAYS[0], 16, 8, held=dict(enumerate(DAYS, 1)))
KNOWN = load()


def given(name: str, day: date, row: str, **more: object) -> Response:
    """Return a response as the vault gives it."""
    instrument = shipped()[name]
    read = parse(instrument, row)
    found = score(instrument, read.answers)
    return Response(
        f"{name} {day}", name, instrument.short, instrument.version, on_day(day),
        answers=read.answers, difficulty=read.difficulty, total=found.total,
        band=found.band.words if found.band else "", reason=found.reason,
        worked_out=found.worked_out, parts=found.parts, flags=found.flags, **more,  # type: ignore[arg-type]
    )  # fmt: skip


K7 = [
    given("phq9", DAYS[0], "232312211 2"), given("gad7", DAYS[0], "2222121"),
    given("phq9", DAYS[3], "222212110 1"), given("gad7", DAYS[3], "1221121"),
    given("phq9", DAYS[6], "111211110 1"), given("gad7", DAYS[6], "1111011"),
]  # fmt: skip


def measures(
    responses: list[Response],
    course: CourseDays | None = COURSE,
    plans: dict[str, Plan] | None = None,
    known: Instruments = KNOWN,
) -> Measures:
    return build(("uid", "K7"), TODAY, responses, known, plans or {}, course)


def test_when_it_is_asked_for() -> None:
    sessions = range(1, 17)
    assert [n for n in sessions if asked_at(Often.FOURTH, n, 16)] == [1, 4, 8, 12, 16]
    assert [n for n in sessions if asked_at(Often.HALVES, n, 16)] == [1, 8, 16]
    assert [n for n in sessions if asked_at(Often.HALVES, n, 0)] == [1]
    assert [n for n in sessions if asked_at(Often.FOURTH, n, 10, 3)] == [3, 4, 8, 10, 12, 16]
    assert all(asked_at(Often.EVERY, n, 16) for n in sessions)
    assert not any(asked_at(Often.NEVER, n, 16) for n in sessions)


def test_what_is_due() -> None:
    def due(often: Often, number: int, *answered: date) -> int | None:
        held = {n: day for n, day in COURSE.held.items() if n < number}
        return due_since(often, replace(COURSE, number=number, held=held), answered)

    assert due(Often.FOURTH, 8, *(DAYS[n] for n in (0, 3, 6))) == 8
    assert due(Often.FOURTH, 8, DAYS[6] + timedelta(days=1)) is None
    assert due(Often.FOURTH, 7, DAYS[0]) == 4  # left since then, and not forgotten
    assert due(Often.FOURTH, 7, DAYS[3]) is None
    assert due(Often.FOURTH, 7) == 1  # the first that was missed, not the last
    assert due(Often.EVERY, 7, DAYS[3]) == 5
    assert due_since(Often.EVERY, COURSE, (), DAYS[6]) == 7  # nobody asked for it before
    assert due_since(Often.HALVES, COURSE, (), DAYS[6]) == 8
    assert due(Often.FOURTH, 1) == 1
    assert due(Often.FOURTH, 1, DAYS[0] - timedelta(days=14)) is None
    assert due(Often.FOURTH, 1, DAYS[0] - timedelta(days=15)) == 1
    assert due(Often.EVERY, 5, DAYS[3]) == 5
    assert due(Often.NEVER, 5) is None
    assert measures(K7).due == ("PHQ-9", "GAD-7")
    assert measures(K7, None).due == ()
    off = {name: Plan(Often.NEVER.value) for name in ("phq9", "gad7")}
    assert measures(K7, plans=off).due == ()
    assert measures([], plans={"who5": Plan("halves")}).due == ("PHQ-9", "GAD-7", "WHO-5")


def test_k7_by_hand() -> None:
    phq, gad = measures(K7).lines
    assert [each.total for each in phq.responses] == [17, 13, 9]
    assert [each.total for each in gad.responses] == [12, 10, 6]
    assert phq.spark == "▅▄▃"
    assert brief_words(phq) == "PHQ-9 17 · 13 · 9"
    assert phq.since_first is not None
    assert phq.since_last is not None
    assert (phq.since_first.before, phq.since_first.by) == (17, -8)
    assert (phq.since_last.before, phq.since_last.by) == (13, -4)
    assert change_line(phq, TODAY) == (
        "down 8 since 6 Oct (17): clinically significant change, better; reliable change, better; "
        "caseness: now below 10; minimal important difference, better"
    )
    told = sentences(phq, TODAY, Audience.PRACTITIONER)
    assert told[0] == "PHQ-9, 17 Nov: 9 of 27, mild."
    assert told[2] == (
        "Down 4 since 27 Oct (13): caseness: now below 10 (NHS Talking Therapies: 10 and more; "
        "rule of thumb); minimal important difference, better (Kounali 2022: about 20 % of a "
        "moderate score)."
    )
    assert len(told) == 3
    then = sentences(phq, TODAY, Audience.PRACTITIONER, phq.responses[1])
    assert then[1].startswith("Down 4 since 6 Oct (17): minimal important difference, better (")
    first = measures(K7[:1]).lines[0]
    assert first.since_first is None
    assert sentences(first, TODAY, Audience.PRACTITIONER)[1].startswith(
        "Major depressive syndrome (PHQ manual"
    )
    assert K7[0].flags[0].item == 9
    assert item_lines(shipped()["phq9"], K7[0])[8][1] == "1, Several days"
    assert item_lines(shipped()["phq9"], K7[0])[9][1] == "2, Very difficult"
    assert answer_words(shipped()["phq9"].items[0], None) == ""
    linked = replace(K7[4], session="s", number=7, source="paper")
    assert given_words(linked, TODAY) == "17 Nov, session 7, from paper"


def test_what_can_be_chosen() -> None:
    names = [each.short for each in offered(measures([K7[1]]), KNOWN)]
    assert names[:4] == ["PHQ-9", "GAD-7", "CORE-10", "IPIP-IPC"]
    assert names[-6:] == ["BDI-II", "EDE-Q", "EPDS", "IIP-32", "SCOFF", "WSAS"]
    assert len(names) == len(KNOWN.by_id)


def test_a_client_reads_no_band_without_a_sentence() -> None:
    phq = measures(K7).lines[0]
    told = sentences(phq, TODAY, Audience.CLIENT)
    assert told == (
        "On 17 Nov you came to 9, on a scale of 0 to 27.",
        "Fewer points mean that these problems bothered you less.",
        "Those who made the form call that “mild”.",
        "On 6 Oct it was 17, now it is 9: these problems bothered you less. "
        "That is a change one can notice.",
        "It is one look at how you have been, not a diagnosis.",
    )
    for name, row in (
        ("core10", "2" * 10),
        ("ucla3", "222"),
        ("mspss", "6" * 12),
        ("pcl5", "2" * 20),
    ):
        line = measures([given(name, DAYS[0], row)]).line(name)
        assert line is not None
        told = sentences(line, TODAY, Audience.CLIENT)
        assert not any("call that" in each for each in told), name
    hidden = measures(K7, plans={"phq9": Plan("", hidden=True)}).lines
    (only,) = sentences(next(x for x in hidden if x.id == "phq9"), TODAY, Audience.CLIENT)
    assert only == "You filled in PHQ-9 on 17 Nov. Thank you."
    assert sentences(measures([]).lines[0], TODAY, Audience.CLIENT) == ("PHQ-9: not answered yet.",)


def test_an_older_version_is_shown_as_it_was_given_and_not_compared() -> None:
    old = replace(K7[0], version="0", total=21, band="severe")
    line = measures([as_given(old, KNOWN), K7[2], K7[4]]).lines[0]
    assert line.responses[0].older
    assert score_words(line.instrument, line.responses[0]) == "21, severe, version 0"
    assert brief_words(line) == "PHQ-9 13 · 9"
    assert line.since_first is not None
    assert line.since_first.before == 13
    assert item_lines(shipped()["phq9"], line.responses[0]) == ()
    newest = measures([K7[0], as_given(replace(K7[4], version="2"), KNOWN)]).lines[0]
    assert (newest.since_first, newest.since_last) == (None, None)
    assert sentences(newest, TODAY, Audience.CLIENT) == (  # 9 of another form, on no scale of this
        "You filled in PHQ-9 on 17 Nov. Thank you.",
    )
    last = newest.responses[-1]
    assert tuple(response_lines(newest, last, TODAY, Audience.CLIENT)) == ("17 Nov",)


def test_scores_stay_when_their_form_is_gone() -> None:
    gone = Instruments({name: i for name, i in shipped().items() if name != "gad7"})
    found = measures([as_given(each, gone) for each in K7], known=gone)
    line = found.line("gad7")
    assert line is not None
    assert (line.instrument, line.name, line.due, line.spark) == (None, "GAD-7", None, "")
    assert sentences(line, TODAY, Audience.PRACTITIONER) == ("GAD-7, 17 Nov: 6, mild, version 1.",)
    assert sentences(line, TODAY, Audience.CLIENT) == ("You filled in GAD-7 on 17 Nov. Thank you.",)


def test_what_is_begun_or_has_no_total_or_lies_ahead() -> None:
    begun = replace(given("phq9", DAYS[6], "11....... "), finished=False)
    line = measures([*K7[:4], begun]).lines[0]
    assert line.begun is begun
    assert brief_words(line) == "PHQ-9 17 · 13"
    missing = given("phq9", DAYS[6], "11121111-")
    line = measures([*K7[:4], missing]).lines[0]
    assert line.last is missing
    assert score_words(line.instrument, missing) == "No total: item 9 rather not said"
    assert line.scored is K7[2]  # the rest stays in sight
    assert (change_line(line, TODAY), line.spark) == (
        "down 4 since 6 Oct (17): minimal important difference, better", "▅▄·",
    )  # fmt: skip
    assert brief_words(line) == "PHQ-9 17 · 13 · no total"
    assert open_words(line, TODAY) == "17 Nov: no total, item 9 rather not said"
    assert note_change(line, TODAY) == ""  # nothing of another score beside this one
    told = sentences(line, TODAY, Audience.PRACTITIONER)
    assert told[:2] == (
        "PHQ-9, 17 Nov: No total: item 9 rather not said.",
        "The last score is of 27 Oct: 13 of 27, moderate.",
    )
    assert told[2].startswith("Down 4 since 6 Oct (17): minimal")
    ahead = given("phq9", TODAY + timedelta(days=1), "000000000")
    assert measures([ahead]).lines[0].responses == ()
    before = given("phq9", DAYS[0] - timedelta(days=400), "000000000")
    line = measures([before, K7[0], K7[2]]).lines[0]
    assert line.since_first is not None
    assert line.since_first.before == 17
    alone = measures([before, K7[0], K7[2]], None).lines[0].since_first
    assert alone is not None
    assert alone.before == 0


def test_asked_sooner_than_it_asks_about() -> None:
    pcl, phq, ucla = (shipped()[name] for name in ("pcl5", "phq9", "ucla3"))
    assert recall_sentence(pcl, TODAY - timedelta(days=6), TODAY) == (
        "PCL-5 asks about the past month; it was last answered 6 days ago."
    )
    assert recall_sentence(pcl, TODAY - timedelta(days=30), TODAY) == ""
    assert recall_sentence(pcl, None, TODAY) == ""
    assert recall_sentence(phq, TODAY - timedelta(days=7), TODAY) == ""
    assert recall_sentence(phq, TODAY, TODAY).endswith("it was last answered today.")
    assert recall_sentence(ucla, TODAY, TODAY) == ""


def test_bands_that_nobody_checked_say_so() -> None:
    mspss = measures([given("mspss", DAYS[0], "7" * 12)]).line("mspss")
    assert mspss is not None
    assert mspss.last is not None
    assert score_words(mspss.instrument, mspss.last) == "7 of 1 to 7, high (rule of thumb)"
    core = measures([given("core10", DAYS[0], "222110222-")]).line("core10")
    assert core is not None
    assert sentences(core, TODAY, Audience.PRACTITIONER)[1].startswith("Worked out from the other")
