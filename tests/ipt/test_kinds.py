from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.kinds import Group, Kind, Kinds
from ipt_tui.ipt.people import Life

KINDS = Kinds()
TYPED = [typed for kind in KINDS.all for typed in (kind.word, *kind.aliases)]


def word(text: str, kinds: Kinds = KINDS) -> str | None:
    kind = kinds.find(text)
    return kind.word if kind else None


def test_every_group_of_relationships_has_a_word() -> None:
    assert {kind.group for kind in KINDS.all} == {group.value for group in Group}
    assert len(KINDS.all) >= 70


def test_each_word_has_a_way_back_that_leads_to_the_same_group() -> None:
    for kind in KINDS.all:
        reverse = KINDS.find(kind.reverse)
        assert reverse, kind
        assert reverse.word == kind.reverse
        back = KINDS.find(reverse.reverse)
        assert back
        assert back.group == kind.group, kind


def test_ways_back_need_nobodys_gender() -> None:
    gendered = {"mother", "father", "son", "daughter", "brother", "sister", "husband", "wife"}
    assert not {k.reverse for k in KINDS.all if gendered & set(k.reverse.split("-"))}


def test_nothing_typed_means_two_things() -> None:
    keys = Counter(
        "".join(c for c in typed.casefold() if c.isalnum())
        for kind in KINDS.all
        for typed in {kind.word, *kind.aliases, *kind.also}
    )
    assert [typed for typed, count in keys.items() if count > 1] == []


def test_all_shipped_words_are_whole() -> None:
    for kind in KINDS.all:
        assert not kind.own
        assert Group(kind.group)
        assert kind.life in ("", Life.EXPECTED, Life.LOST)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mother", "mother"),
        ("Mum", "mother"),
        (" MOM, ", "mother"),
        ("dad", "father"),
        ("gran", "grandmother"),
        ("husband", "husband"),
        ("ex", "ex-partner"),
        ("step-mum", "stepmother"),
        ("Step Mother", "stepmother"),
        ("half sister", "half-sister"),
        ("mother in law", "mother-in-law"),
        ("Fiancee", "fiancé"),
        ("fiancé", "fiancé"),
        ("partner’s daughter", "partner's daughter"),
        ("husband's daughter", "partner's daughter"),
        ("lost pregnancy", "lost pregnancy"),
        ("miscarriage", "lost pregnancy"),
        ("roommate", "flatmate"),
        ("boss", "manager"),
        ("priest", "faith leader"),
        ("GP", "doctor"),
        ("counsellor", "therapist"),
        ("married", "spouse"),
        ("works for", "team member"),
        ("ma", "mother"),
        ("mothers", None),
        ("pregnancy", None),
        ("blurb", None),
        ("", None),
        ("-", None),
    ],
)
def test_words_are_found_however_they_are_typed(text: str, found: str | None) -> None:
    assert word(text) == found


def test_what_was_lost_says_so() -> None:
    kinds = [KINDS.find(typed) for typed in ("miscarriage", "unborn baby", "mum")]
    assert [kind and kind.life for kind in kinds] == [Life.LOST, Life.EXPECTED, ""]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("partner 1", ("partner", 1)),
        ("partner's daughter 2", ("partner's daughter", 2)),
        ("mother in law 2", ("mother-in-law", 3)),
        ("mother in town", ("mother", 1)),
        ("mother, in law", ("mother", 1)),
        ("step mum, hard", ("stepmother", 2)),
        ("mum - 2", ("mother", 1)),
        ("mum † 2", ("mother", 1)),
        ("works for the council", None),
        ("Ma friend", None),
        ("the mother", None),
        ("- mother", None),
        ("", None),
    ],
)
def test_the_longest_word_at_a_place_is_found(line: str, found: tuple[str, int] | None) -> None:
    longest = KINDS.longest_at(line.split())
    assert (longest and (longest[0].word, longest[1])) == found


@given(st.sampled_from(TYPED), st.lists(st.text(min_size=1)))
def test_a_word_is_found_whatever_follows(typed: str, rest: list[str]) -> None:
    tokens = typed.upper().split()
    found = KINDS.longest_at([*tokens, *rest])
    assert found
    assert found[1] >= len(tokens)


@given(st.text())
def test_any_text_can_be_looked_for(text: str) -> None:
    kind = KINDS.find(text)
    assert KINDS.reverse(text) == (kind.reverse if kind else "")


def test_the_way_back() -> None:
    assert KINDS.reverse("father") == "child"
    assert KINDS.reverse("Dad") == "child"
    assert KINDS.reverse("partner's daughter") == "parent's partner"
    assert KINDS.reverse("climbing buddy") == ""


def test_own_words_come_first() -> None:
    buddy = Kind("climbing buddy of mine", "climbing buddy", "friend", own=True)
    aunt = Kind("auntie", "pet niece", "friend", own=True)
    kinds = Kinds(own=(kind for kind in (buddy, aunt)))
    assert kinds.find("Climbing-buddy of mine") == buddy
    assert kinds.longest_at(["climbing", "buddy", "of", "mine", "2"]) == (buddy, 4)
    assert kinds.find("auntie") == aunt
    assert kinds.reverse("auntie") == "pet niece"
    assert kinds.all[:2] == (buddy, aunt)
    assert word("aunt", kinds) == "aunt"
    assert word("auntie") == "aunt"


def test_a_sign_can_be_no_word() -> None:
    assert Kinds(own=(Kind("–", "", "other", own=True),)).longest_at(["-", "2"]) is None


def own_file(folder: Path, written: str) -> Kinds:
    (folder / "kinds.toml").write_text(written, encoding="utf-8")
    return Kinds(extra_dir=folder)


def test_a_file_of_ones_own_adds_and_replaces_words(tmp_path: Path) -> None:
    kinds = own_file(
        tmp_path,
        '[[kind]]\nword = "sangha"\ngroup = "nonsense"\n'
        '[[kind]]\nword = "mother"\nreverse = "kid"\ngroup = "parent"\n',
    )
    assert kinds.find("sangha") == Kind("sangha", "", "other", own=True)
    assert kinds.find("mother") == Kind("mother", "kid", "parent", own=True)
    assert kinds.find("mum") is None
    assert kinds.find("dad") == KINDS.find("dad")
    assert len(kinds.all) == len(KINDS.all) + 1


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("kind = 1", "kind should be a list"),
        ('[[kind]]\nreverse = "child"', "the relationship in place 113 has no word"),
        ('[[kind]]\nword = " - "', "the relationship in place 113 has no word"),
        ('[[kind]]\nword = "x"\nreverse = 1', "the reverse of x should be a text in quotes"),
        ('[[kind]]\nword = "x"\naliases = "y"', "the aliases of x should be a list of texts"),
        ('[[kind]]\nword = "x"\nalso = [1]', "the also of x should be a list of texts"),
        ('[[kind]]\nword = "x"\nlife = "gone"', "the life of x should be expected or lost"),
        ("[[kind]\n", "line 1"),
    ],
)
def test_a_faulty_file_of_ones_own_is_said(tmp_path: Path, written: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        own_file(tmp_path, written)
