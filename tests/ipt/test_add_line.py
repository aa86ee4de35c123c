from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipt_tui.ipt.add_line import NAME_FIRST, PersonLine, parse_person, preview
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.kinds import Kind, Kinds
from ipt_tui.ipt.people import Life, Ring

TODAY = date(2026, 11, 23)
KINDS = Kinds()


def parsed(line: str) -> PersonLine:
    return parse_person(line, KINDS, TODAY)


def rings(line: PersonLine) -> str:
    """The rings as digits, a dot for each that was not said."""
    return "".join("." if r is None else str(int(r)) for r in (line.now, line.before, line.hoped))


# line | name | kind | rings | note
LINES = """
Sam partner 1                          | Sam        | partner            | 1.. |
Mum mother 2 1 2                       | Mum        | mother             | 212 |
Dad father 1 died 2019                 | Dad        | father             | 1.. |
Mr Ito manager 3 3 3 rota changed      | Mr Ito     | manager            | 333 | rota changed
Mr Ito ward manager 3, rota changed    | Mr Ito     | manager            | 3.. | rota changed
Jo colleague 3 - 2                     | Jo         | colleague          | 302 |
Jo colleague 3 0 2 eats lunch with her | Jo         | colleague          | 302 | eats lunch with her
Jo colleague 3 – 2                     | Jo         | colleague          | 302 |
Jo colleague - - 2                     | Jo         | colleague          | 002 |
Jo colleague 3 -                       | Jo         | colleague          | 30. |
Jo colleague 3 - new since March       | Jo         | colleague          | 3.. | new since March
Jo - colleague 3                       | Jo         | colleague          | 3.. |
Jo, colleague, 3, 2                    | Jo         | colleague          | 32. |
Priya friend 2 1 1 from training       | Priya      | friend             | 211 | from training
"Mary Anne" friend 2                   | Mary Anne  | friend             | 2.. |
“Best Friend 2” friend 2               | Best Friend 2 | friend          | 2.. |
Anna                                   | Anna       |                    | ... |
Anna 2                                 | Anna       |                    | 2.. |
Anna de la Cruz                        | Anna de la Cruz |               | ... |
Anna friend                            | Anna       | friend             | ... |
Anna friend from school, 2 kids        | Anna       | friend             | ... | from school, 2 kids
Anna friend 2 2 kids                   | Anna       | friend             | 22. | kids
Anna friend - we never talk            | Anna       | friend             | ... | we never talk
Anna 2 friend of Ben                   | Anna       |                    | 2.. | friend of Ben
Ben brother estranged 3                | Ben        | brother            | 3.. |
Ben estranged brother 3                | Ben        | brother            | 3.. |
Noor partner's daughter 2 2 1          | Noor       | partner's daughter | 221 |
Noor partner’s daughter 2              | Noor       | partner's daughter | 2.. |
Sam's mum friend 2                     | Sam's mum  | friend             | 2.. |
Sam's mum 2                            | Sam's mum  |                    | 2.. |
Mum 2                                  | Mum        | mother             | 2.. |
mum                                    | mum        | mother             | ... |
Friend friend 2                        | Friend     | friend             | 2.. |
Uncle Ben 2                            | Uncle Ben  | uncle              | 2.. |
Grandma Rose 1                         | Grandma Rose | grandmother      | 1.. |
Sister Agnes 2                         | Sister Agnes |                  | 2.. |
Jack Ma friend 2                       | Jack Ma    | friend             | 2.. |
best friend Lena 1                     | best friend Lena | best friend  | 1.. |
Anna step mum 2                        | Anna       | stepmother         | 2.. |
Ben brother 3 3 2 4                    | Ben        | brother            | 332 | 4
Ben brother 33                         | Ben        | brother            | ... | 33
Ben brother 3rd of four                | Ben        | brother            | ... | 3rd of four
Ben brother 2.5                        | Ben        | brother            | ... | 2.5
Sam partner 2019                       | Sam        | partner            | ... | 2019
Ben estranged from us, brother 3       | Ben estranged from us | brother | 3.. |
2 2                                    |            |                    | 22. |
- friend                               |            | friend             | ... |
"" friend 2                            |            | friend             | 2.. |
, 2                                    |            |                    | 2.. |
Anna met her when we were both eleven, on a farm | Anna |                | ... | met her when we were both eleven, on a farm
The lady from the shop on the corner friend 3 | The lady from the shop on the corner | friend | 3.. |
The old lady from the shop on the corner friend 3 | The | | ... | old lady from the shop on the corner friend 3
Ann de la Cruz Santos | Ann de la Cruz Santos | | ... |
Ann of the old corner shop | Ann | | ... | of the old corner shop
"""  # noqa: E501


@pytest.mark.parametrize("row", LINES.strip().splitlines())
def test_a_line_is_name_kind_rings_and_note(row: str) -> None:
    typed, name, kind, places, note = (cell.strip() for cell in row.split("|"))
    line = parsed(typed)
    assert (line.name, line.kind, rings(line), line.note) == (name, kind, places, note)


@pytest.mark.parametrize(
    ("typed", "life", "died", "since", "note"),
    [
        ("Sam partner since 2017 1", None, None, "2017", ""),
        ("Sam partner 1 since mid-july tense", None, None, "2026-07~", "tense"),
        ("Sam partner 1 since we met", None, None, None, "since we met"),
        ("Sam since 2017 partner 1", None, None, "2017", ""),
        ("Dad father 1 died 2019", Life.DIED, "2019", None, ""),
        (
            "Dad father, died April 2019, 1 heart, sudden",
            Life.DIED,
            "2019-04",
            None,
            "heart, sudden",
        ),
        ("Dad father DIED in spring 2019 1", Life.DIED, "2019-21", None, ""),
        ("Dad † 2019 1", Life.DIED, "2019", None, ""),
        ("Dad passed away 2 1", Life.DIED, None, None, ""),
        ("Dad father dead, 1", Life.DIED, None, None, ""),
        ("Dad father since 1990 died 2019 1", Life.DIED, "2019", "1990", ""),
        ("Anna friend 2 dead tired lately", None, None, None, "dead tired lately"),
        ("Anna friend 2 her mum died 2019", None, None, None, "her mum died 2019"),
        ("Ben brother 3 estranged since 2020", Life.ESTRANGED, None, "2020", ""),
        ("Ben brother 3 out of touch", Life.ESTRANGED, None, None, ""),
        ("Ben brother 3 no contact with Mum", None, None, None, "no contact with Mum"),
        ("Sam partner 1 estranged from Ben", None, None, None, "estranged from Ben"),
        ("Bean unborn baby 1 due march", Life.EXPECTED, None, None, "due march"),
        ("lost pregnancy feb 2025 1 1 1", Life.LOST, "2025-02", None, ""),
        ("miscarriage, 2019, 1", Life.LOST, "2019", None, ""),
        ("Little one miscarriage 1", Life.LOST, None, None, ""),
        ("miscarriage 1", Life.LOST, None, None, ""),
        ("Anna child stillborn 2019", Life.LOST, "2019", None, ""),
    ],
)
def test_life_and_dates_are_read(
    typed: str, life: str | None, died: str | None, since: str | None, note: str
) -> None:
    line = parsed(typed)
    assert (line.life, line.note) == (life, note)
    assert (line.died.edtf if line.died else None) == died
    assert (line.since.edtf if line.since else None) == since
    assert "since" not in (line.since.words if line.since else "")


def test_a_lost_pregnancy_is_no_child_to_be() -> None:
    assert parsed("lost pregnancy 1") == PersonLine(
        "lost pregnancy", "lost pregnancy", Ring.CLOSEST, life="lost"
    )


def test_seasons_follow_the_hemisphere() -> None:
    typed = "Dad father died spring 2019"
    south, north = parse_person(typed, KINDS, TODAY, southern=True), parsed(typed)
    assert south.died
    assert south.died.first == date(2019, 9, 1)
    assert north.died
    assert north.died.first == date(2019, 3, 1)


def test_own_words_are_understood() -> None:
    kinds = Kinds(own=(Kind("climbing buddy", "climbing buddy", "friend", own=True),))
    assert parse_person("Kit climbing buddy 2", kinds, TODAY).kind == "climbing buddy"
    assert parsed("Kit climbing buddy 2").name == "Kit climbing buddy"


@pytest.mark.parametrize("typed", ["Sam partner 7", "Sam 7", "Sam partner 1 7", "Sam 1 7 2"])
def test_a_ring_that_is_none_is_said_and_stays_in_the_note(typed: str) -> None:
    line = parsed(typed)
    assert line.name == "Sam"
    assert line.note.startswith("7")
    assert line.problem == (
        "There is no ring 7: give one digit each for now, before and hoped for, "
        "1 closest to 4 outside and 0 off the circle; 7 stays in the note."
    )


def test_digits_written_together_are_said_too() -> None:
    assert parsed("Mum mother 212").problem.startswith("There is no ring 212: ")


@pytest.mark.parametrize(
    "typed",
    ["Sam partner 1 7 years together", "Sam partner 1 2 3 7", "Sam partner 2017", "Sam partner 4"],
)
def test_other_numbers_are_just_the_note(typed: str) -> None:
    assert parsed(typed).problem == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mum mother 2 1 2", "Mum · mother · close now, closest before, close hoped for"),
        ("Sam partner since 2017 1", "Sam · partner since 2017 · closest now"),
        (
            "Dad father 1 died april 2019 heart, sudden",
            "Dad · father · closest now · died April 2019 · “heart, sudden”",
        ),
        (
            "Jo colleague 3 - 2",
            "Jo · colleague · wider circle now, off the circle before, close hoped for",
        ),
        ("Ben estranged since 2020", "Ben · since 2020 · not placed yet · out of touch"),
        (
            "lost pregnancy feb 2025 1",
            "lost pregnancy · lost pregnancy · closest now · February 2025",
        ),
        ("Anna", "Anna · not placed yet"),
        ("", NAME_FIRST),
        ("2 2", NAME_FIRST),
    ],
)
def test_the_preview_tells_what_will_be_kept(typed: str, said: str) -> None:
    assert preview(parsed(typed)) == said


def test_the_preview_is_one_short_line() -> None:
    note = "x\n\x1b[31m" * 5000
    said = preview(PersonLine("n" * 10_000, note=note, since=read("2017")))
    assert said.isprintable()
    assert len(said) < 200


PIECES = """
Sam mum Sam's partner's daughter " “ ” - – 0 1 4 5 12 212 2019 , ; : died † dead since in april
estranged lost pregnancy miscarriage 2026-02-30 9/11 to the friend x \u0301 \u200b
"""


@given(st.text() | st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join), st.dates())
@example("x " * 5000, TODAY)
@example("x" * 10_000, TODAY)
@example("1 " * 5000, date.min)
@example("\ud800 friend", date.max)
def test_no_line_fails_and_the_note_is_as_typed(text: str, today: date) -> None:
    line = parse_person(text, KINDS, today)
    assert text.rstrip().endswith(line.note)
    assert line.hoped is None or line.before is not None
    assert line.before is None or line.now is not None
    assert line.problem == "" or line.note[0].isdigit()
    assert line.kind == "" or KINDS.find(line.kind)
    assert preview(line)


NAMES = st.from_regex(r"[A-Z][a-z]{2,8}x( [A-Z][a-z]{2,8}x)?", fullmatch=True)


@given(
    NAMES,
    st.sampled_from([kind.word for kind in KINDS.all if not kind.life]),
    st.lists(st.integers(0, 4), min_size=1, max_size=3),
    st.sampled_from(["", "rota  changed", "she said “no”", "x 1 2"]),
)
def test_what_is_put_together_is_taken_apart(
    name: str, kind: str, places: list[int], note: str
) -> None:
    line = parsed(" ".join([name, kind, *map(str, places), note]))
    assert (line.name, line.kind, line.note) == (name, kind, note)
    assert rings(line) == "".join(map(str, places)).ljust(3, ".")
    assert line.problem == ""
