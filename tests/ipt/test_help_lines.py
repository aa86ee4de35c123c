"""The help lines page: what is shipped, how old it is, and what people may change."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_tui.ipt import content
from ipt_tui.ipt.help_lines import (
    DAYS_FRESH,
    FILE,
    MORE_TITLE,
    NOT_MONITORED,
    How,
    calls_for_help,
    help_page,
    regions,
    unlisted,
)
from ipt_tui.ipt.regions import is_southern

TODAY = date(2026, 11, 23)
SHIPPED: dict[str, Any] = tomllib.loads(
    (Path(content.__file__).parent / FILE).read_text(encoding="utf-8")
)
CODES = ("UK", "IE", "US", "CA", "AU", "NZ", "IN", "EU", "anywhere")
every_region = pytest.mark.parametrize("code", CODES)


def own(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def shown(code: str | None, today: date = TODAY, folder: Path | None = None) -> str:
    return "\n".join(help_page(code, today, folder).lines())


def test_the_shipped_list_is_dated() -> None:
    assert SHIPPED["last_checked"] == date(2026, 11, 1)
    assert tuple(code for code, table in SHIPPED.items() if isinstance(table, dict)) == CODES
    assert tuple(code for code, _ in regions()) == CODES


def test_every_shipped_number_says_whether_it_was_checked() -> None:
    for code in CODES:
        table = SHIPPED[code]
        lines = [*table.get("lines", {}).values(), *table.get("more", {}).values()]
        for line in (table["emergency"], *lines):
            assert isinstance(line["checked"], bool), line


SEEN_AT_THE_SOURCE = {
    ("UK", "116 123"),
    ("IE", "116 123"),
    ("US", "988"),
    ("US", "988, then press 1"),
    ("US", "838255"),
    ("CA", "911"),
    ("CA", "988"),
    ("AU", "13 11 14"),
    ("EU", "116 123"),
    ("anywhere", "your local emergency number"),
}


def test_only_what_was_seen_at_its_source_is_marked_as_checked() -> None:
    marked = {
        (code, line["at"])
        for code in CODES
        for line in (
            SHIPPED[code]["emergency"],
            *SHIPPED[code].get("lines", {}).values(),
            *SHIPPED[code].get("more", {}).values(),
        )
        if line["checked"]
    }
    assert marked == SEEN_AT_THE_SOURCE


@pytest.mark.parametrize("region", ["JP", "Brazil", "CH"])
def test_a_region_without_a_list_is_given_no_number(region: str) -> None:
    page = help_page(region, TODAY)
    assert page.emergency.at == "your local emergency number"
    assert [line.at for line in page.help_lines] == ["findahelpline.com"]
    assert page.more == ()


def test_the_united_kingdom() -> None:
    page = help_page("UK", TODAY)
    assert page.emergency.at == "999"
    samaritans = page.help_lines[0]
    assert (samaritans.name, samaritans.reach) == ("Samaritans", "call 116 123")
    assert samaritans.checked
    plain = page.lines()
    assert plain[0] == "Help lines · United Kingdom"
    assert plain[2] == "In an emergency  call 999"
    assert plain[4] == "Samaritans  call 116 123  (free)"


@pytest.mark.parametrize(
    ("code", "emergency", "at"),
    [
        ("IE", "112 or 999", "116 123"),
        ("US", "911", "988"),
        ("CA", "911", "988"),
        ("AU", "000", "13 11 14"),
        ("NZ", "111", "1737"),
        ("IN", "112", "14416"),
        ("EU", "112", "116 123"),
        ("anywhere", "your local emergency number", "findahelpline.com"),
    ],
)
def test_the_first_line_of_each_region(code: str, emergency: str, at: str) -> None:
    page = help_page(code, TODAY)
    assert page.region == code
    assert page.emergency.at == emergency
    assert page.help_lines[0].at == at


@pytest.mark.parametrize(
    ("code", "at"),
    [
        ("UK", "85258"),
        ("UK", "jo@samaritans.org"),
        ("US", "HOME to 741741"),
        ("AU", "1300 659 467"),
        ("IN", "14416"),
        ("anywhere", "findahelpline.com"),
    ],
)
def test_what_nobody_checked_says_so_beside_it(code: str, at: str) -> None:
    row = next(line for line in help_page(code, TODAY).lines() if at in line)
    assert row.endswith("not checked)")
    assert "nobody has confirmed" in shown(code)


def test_what_was_checked_bears_no_doubt() -> None:
    assert "not checked" not in shown("CA")


@every_region
def test_every_page_fits_any_terminal_and_says_nobody_watches(code: str) -> None:
    for more in (False, True):
        lines = help_page(code, TODAY).lines(more=more)
        assert NOT_MONITORED in lines
        assert all(line.isprintable() and len(line) <= 80 for line in lines)
        assert lines[2].startswith("In an emergency  ")


def test_the_list_is_old_after_180_days() -> None:
    checked = date(2026, 11, 1)
    last_day = checked + timedelta(days=DAYS_FRESH)
    fresh, old = help_page("UK", last_day), help_page("UK", last_day + timedelta(days=1))
    assert fresh.stale is None
    assert "The others were last checked on 1 November 2026." in fresh.lines()
    assert old.stale == ("These numbers were last checked on 1 November 2026; please check them.")
    assert old.stale in old.lines()
    assert old.help_lines == fresh.help_lines
    assert help_page("UK", date(2020, 1, 1)).stale is None


@pytest.mark.parametrize("region", [None, "", "  ", "Mars", "ANYWHERE", "last_checked", "\x1b[2J"])
def test_an_unknown_region_gives_the_general_page(region: str | None) -> None:
    page = help_page(region, TODAY)
    assert page.region == "anywhere"
    assert page.problem is None
    assert page.lines()[0] == "Help lines"


def test_a_region_without_a_list_is_said_to_have_none() -> None:
    assert unlisted("Atlantis") == (
        "There are no help lines for “Atlantis” here; the list for anywhere is shown."
    )
    known = ("", " uk ", "GB", "anywhere", "Germany", "the Netherlands", "Scotland")
    assert [unlisted(name) for name in known] == [""] * 7
    assert [is_southern(name) for name in ("Chile", "new zealand", "Austria")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (" uk ", "UK"),
        ("GB", "UK"),
        ("united kingdom", "UK"),
        ("usa", "US"),
        ("de", "EU"),
        ("ie", "IE"),
    ],
)
def test_a_region_is_found_by_its_other_names(said: str, code: str) -> None:
    assert help_page(said, TODAY).region == code


@settings(deadline=None)
@given(st.text())
def test_any_region_gives_a_page(region: str) -> None:
    assert NOT_MONITORED in help_page(region, TODAY).lines()


def test_lines_for_other_needs_stand_apart() -> None:
    page = help_page("AU", TODAY)
    assert "1800RESPECT" not in shown("AU")
    other = page.lines(more=True)
    assert other[0] == f"{MORE_TITLE} · Australia"
    assert any("1800 737 732" in line for line in other)
    assert not any("13 11 14" in line for line in other)
    assert "No lines are listed here for this region." in help_page("UK", TODAY).lines(more=True)


def test_ones_own_file_adds_changes_and_dates(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        """
        last_checked = 2026-11-20
        [UK.lines.samaritans]
        note = "ask for Ann"
        [UK.lines.mine]
        name = "My practitioner"
        how = ["call", "text"]
        at = "020 7946 0000"
        hours = "Mon to Fri"
        [CH]
        name = "Switzerland"
        [CH.emergency]
        at = "112"
        """,
    )
    page = help_page("UK", TODAY, folder)
    assert page.problem is None
    assert page.last_checked == date(2026, 11, 20)
    assert page.help_lines[0].at == "116 123"
    assert page.help_lines[0].note == "ask for Ann"
    mine = page.help_lines[-1]
    assert mine.how == (How.CALL, How.TEXT)
    assert mine.checked
    assert "call or text 020 7946 0000  (Mon to Fri)" in page.lines()[-5]
    assert help_page("ch", TODAY, folder).emergency.at == "112"
    assert ("CH", "Switzerland") in regions(folder)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[UK\n", "line 1"),
        ("last_checked = 'last week'\n", "last_checked should be a date"),
        ("last_checked = 2026-11-01T10:00:00\n", "last_checked should be a date"),
        ("UK = 3\n", "UK should be a table"),
        ("[UK]\nname = 3\n", "name should be text"),
        (
            "[UK.lines.mine]\nname = 'Ann'\nat = '1'\nhow = 'shout'\n",
            "mine: how should be one of call",
        ),
        ("[UK.lines.mine]\nname = 'Ann'\nat = '1'\nhow = [['call']]\n", "mine: how should be"),
        ("[UK.lines.mine]\nname = 'Ann'\nhow = 'call'\n", "mine: at should be text"),
        ("[UK.lines.mine]\nname = ''\nat = '1'\nhow = 'call'\n", "mine: name should be text"),
        (
            "[UK.lines.mine]\nname = \"A\\u001b[2J\"\nat = '1'\nhow = 'call'\n",
            "name should be text",
        ),
        ("[UK.lines.mine]\nname = 'A'\nat = '1'\nhow = 'call'\nchecked = 'no'\n", "true or false"),
        ("[UK.lines]\nmine = 1\n", "mine should be a table"),
        ("[[UK.lines.more]]\nname = 'A'\n", "more should be a table"),
    ],
)
def test_a_faulty_file_gives_the_shipped_page_and_a_sentence(
    tmp_path: Path, text: str, why: str
) -> None:
    page = help_page("UK", TODAY, own(tmp_path, text))
    assert page.problem is not None
    assert why in page.problem
    assert page.problem.startswith("Your own list of help lines was left out (")
    assert page.problem.endswith("; these came with the program.")
    assert page.problem in page.lines()
    assert page.help_lines == help_page("UK", TODAY).help_lines


def test_bytes_that_are_no_text_give_the_shipped_page(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe[UK]")
    page = help_page("UK", TODAY, tmp_path)
    assert page.emergency.at == "999"
    assert regions(tmp_path) == regions()


def test_a_faulty_region_does_not_hide_another(tmp_path: Path) -> None:
    folder = own(tmp_path, "[IE.lines.mine]\nname = 1\n")
    assert help_page("UK", TODAY, folder).problem is None
    assert help_page("IE", TODAY, folder).problem is not None


def test_a_folder_without_such_a_file_is_no_trouble(tmp_path: Path) -> None:
    assert help_page("UK", TODAY, tmp_path) == help_page("UK", TODAY)
    assert help_page("UK", TODAY, tmp_path / "none") == help_page("UK", TODAY)


def test_the_word_help_is_heard_alone() -> None:
    calls = ("help", " Help! ", "help me", "HELP.", "help me please", "please help", "helpme")
    assert all(map(calls_for_help, calls))
    assert not any(map(calls_for_help, ("help with the flat", "he helped", "no help", "", "?")))
