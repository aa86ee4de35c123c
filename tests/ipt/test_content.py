import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipt_tui.ipt import content
from ipt_tui.ipt.content import ContentError, load, names, text

SHIPPED = {
    "title": "shipped",
    "plain": [1, 2],
    "uk": {"name": "UK", "lines": {"a": {"at": "1"}, "b": {"at": "2"}}},
    "kind": [{"word": "mother", "reverse": "child"}, {"word": "father", "reverse": "child"}],
    "item": [{"id": "one", "n": 1}],
}


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(SHIPPED))
    monkeypatch.setattr(content, "_SHIPPED", folder)
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def lay_over(mine: Path, own: object) -> dict[str, object]:
    (mine / "a.json").write_text(json.dumps(own))
    return load("a.json", mine)


def test_every_shipped_data_file_can_be_loaded() -> None:
    here = Path(content.__file__).parent
    files = [file for file in here.rglob("*") if file.suffix in (".toml", ".json")]
    assert here / "kinds.toml" in files
    for file in files:
        assert load(file.relative_to(here).as_posix())


def test_without_a_folder_or_a_file_of_ones_own_the_shipped_one_is_given(
    shipped: Path, mine: Path
) -> None:
    assert load("a.json") == SHIPPED
    assert load("a.json", mine) == SHIPPED
    assert load("a.json", mine / "nowhere") == SHIPPED


def test_tables_are_laid_over_each_other_key_by_key(shipped: Path, mine: Path) -> None:
    merged = lay_over(mine, {"uk": {"lines": {"b": {"at": "22"}, "c": {"at": "3"}}}, "new": 1})
    lines = {"a": {"at": "1"}, "b": {"at": "22"}, "c": {"at": "3"}}
    assert merged == SHIPPED | {"uk": {"name": "UK", "lines": lines}, "new": 1}


def test_tables_of_a_list_are_replaced_by_their_name_and_others_added(
    shipped: Path, mine: Path
) -> None:
    own = {"kind": [{"word": "crew"}, {"word": "mother", "reverse": "kid"}], "item": [{"n": 2}]}
    merged = lay_over(mine, own)
    assert merged["kind"] == [
        {"word": "mother", "reverse": "kid"},
        {"word": "father", "reverse": "child"},
        {"word": "crew"},
    ]
    assert merged["item"] == [{"id": "one", "n": 1}, {"n": 2}]


def test_other_values_are_replaced(shipped: Path, mine: Path) -> None:
    merged = lay_over(mine, {"title": "mine", "plain": [3]})
    assert (merged["title"], merged["plain"]) == ("mine", [3])


def test_the_caller_may_change_what_it_got(shipped: Path, mine: Path) -> None:
    lay_over(mine, {"title": "mine"})["kind"] = []
    assert load("a.json") == SHIPPED


def test_a_file_only_of_ones_own_is_loaded(shipped: Path, mine: Path) -> None:
    (mine / "b.toml").write_text("x = 1")
    assert load("b.toml", mine) == {"x": 1}


@pytest.mark.parametrize(
    ("name", "written", "sentence"),
    [
        ("a.toml", "x = 1\ny ==\n", "a.toml, line 2: invalid value."),
        ("a.toml", "x = 1\ny = [\n", "a.toml, line 3: invalid value."),
        ("a.toml", "\nx = 1\nx = 2\n", "a.toml, line 3: cannot overwrite a value."),
        ("a.toml", b"x = 1\n# \xff", "a.toml, line 2: is not written in UTF-8."),
        ("a.toml", "x = " + "[" * 100_000, "a.toml: is nested too deeply."),
        ("a.json", '{\n "x" 1}', "a.json, line 2: expecting ':' delimiter."),
        ("a.json", "", "a.json, line 1: expecting value."),
        ("a.json", "[1]", "a.json, line 1: should be an object with names and values."),
        ("a.json", '{"uk": 1}', "a.json: uk should be a table."),
        ("a.json", '{"kind": {"word": 1}}', "a.json: kind should be a list."),
        ("a.json", '{"uk": {"lines": []}}', "a.json: lines should be a table."),
    ],
)
def test_a_faulty_file_is_named_with_line_and_reason(
    shipped: Path, mine: Path, name: str, written: str | bytes, sentence: str
) -> None:
    data = written if isinstance(written, bytes) else written.encode()
    (mine / name).write_bytes(data)
    with pytest.raises(ContentError) as caught:
        load(name, mine)
    assert str(caught.value) == sentence
    assert caught.value.name == name
    assert f"line {caught.value.line}:" in sentence or caught.value.line is None
    assert load("a.json") == SHIPPED


def test_a_byte_order_mark_and_line_ends_do_no_harm(shipped: Path, mine: Path) -> None:
    (mine / "b.toml").write_bytes(b"\xef\xbb\xbfx = 1\r\ny = 2\r\n")
    assert load("b.toml", mine) == {"x": 1, "y": 2}
    assert text("b.toml", mine) == "x = 1\ny = 2\n"


def test_a_folder_in_the_place_of_a_file_is_a_sentence_too(shipped: Path, mine: Path) -> None:
    (mine / "a.json").mkdir()
    with pytest.raises(ContentError, match=r"^a\.json: cannot be opened \(is a directory\)\.$"):
        load("a.json", mine)


@pytest.mark.parametrize("name", ["../secret.toml", "x/../../secret.toml", "{}/secret.toml"])
def test_names_outside_the_content_are_refused(shipped: Path, mine: Path, name: str) -> None:
    (mine / "x").mkdir()
    (mine.parent / "secret.toml").write_text("x = 1")
    with pytest.raises(ContentError, match=r"is not a name below the content folder\.$"):
        load(name.format(mine.parent), mine)


def test_a_name_that_nobody_has_is_a_sentence(shipped: Path, mine: Path) -> None:
    with pytest.raises(ContentError, match=r"^none\.toml: there is no such file\.$"):
        load("none.toml", mine)


@given(written=st.binary())
@example(written=b"\xef")
def test_no_bytes_are_another_error(
    tmp_path_factory: pytest.TempPathFactory, written: bytes
) -> None:
    mine = tmp_path_factory.mktemp("mine")
    for name in ("b.toml", "b.json"):
        (mine / name).write_bytes(written)
        try:
            load(name, mine)
        except ContentError as problem:
            assert "\n" not in str(problem)  # noqa: PT017
        else:
            tomllib.loads(written.decode("utf-8-sig")) if name == "b.toml" else json.loads(written)


def test_a_page_of_ones_own_stands_instead_of_the_shipped_one(shipped: Path, mine: Path) -> None:
    (shipped / "guide").mkdir()
    (shipped / "guide" / "grief.md").write_text("Grief – shipped", encoding="utf-8")
    assert text("guide/grief.md", mine) == "Grief – shipped"
    (mine / "guide").mkdir()
    (mine / "guide" / "grief.md").write_text("mine")
    assert text("guide/grief.md", mine) == "mine"
    assert text("guide/grief.md") == "Grief – shipped"
    with pytest.raises(ContentError, match="there is no such file"):
        text("guide/none.md", mine)


def test_the_files_of_a_folder_are_listed(shipped: Path, mine: Path) -> None:
    for root, file in ((shipped, "b.toml"), (shipped, "a.md"), (mine, "a.toml"), (mine, "b.toml")):
        (root / "set").mkdir(exist_ok=True)
        (root / "set" / file).touch()
    assert names("set", ".toml", mine) == ("set/a.toml", "set/b.toml")
    assert names("set", ".toml") == ("set/b.toml",)
    assert names("none", ".toml", mine) == ()
