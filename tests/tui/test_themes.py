"""The looks: every text readable on every background, in colour and without."""

import re
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from ipt_tui.tui import themes
from tests.tui.wcag import contrast

SOURCE = Path(themes.__file__).parent
ROLES = ("primary", "secondary", "accent", "success", "warning", "error")
TEXTS = (
    "foreground",
    "text-muted",
    "text-disabled",
    "foreground-muted",
    "foreground-disabled",
    *ROLES,
    *(f"text-{role}" for role in ROLES),
    "block-cursor-foreground",
    "block-cursor-blurred-foreground",
    "footer-foreground",
    "footer-key-foreground",
    "footer-description-foreground",
    "input-selection-foreground",
    "link-color",
    "link-color-hover",
    "button-foreground",
    *(f"markdown-h{level}-color" for level in range(1, 7)),
    "ipt-faint",
    "ipt-trail",
    "ipt-own-notes",
)
MAIN = ("background", "surface", "panel", "ipt-own-ground")
BACKGROUNDS = (
    *MAIN,
    "surface-focused",
    "surface-active",
    "surface-lighten-1",
    "surface-darken-1",
    "panel-lighten-1",
    "panel-darken-1",
    "footer-background",
    "block-hover-background",
    "block-cursor-background",
    "block-cursor-blurred-background",
    "input-selection-background",
    "screen-selection-background",
    "link-background-hover",
)
LINES = (
    "ipt-line",
    "ipt-ring",
    "ipt-trail",
    "ipt-own-notes",
    "border",
    "border-blurred",
    "scrollbar",
)
every_theme = pytest.mark.parametrize("theme", themes.THEMES, ids=themes.NAMES)


def test_contrast_of_known_pairs() -> None:
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color(0x76, 0x76, 0x76)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)
    assert contrast(grey, grey) == pytest.approx(1)


def colours(theme: Theme) -> dict[str, str]:
    """All variables as the app resolves them, and the surface as focused widgets tint it."""
    resolved = {**theme.to_color_system().generate(), **theme.variables}
    tint = Color.parse(resolved["foreground"]).with_alpha(0.05)
    resolved["surface-focused"] = Color.parse(resolved["surface"]).tint(tint).hex
    return resolved


def worst(
    theme: Theme, texts: tuple[str, ...], grounds: tuple[str, ...], least: float
) -> list[str]:
    """Pairs below `least`, in colour or as the grey that NO_COLOR makes of them."""
    found = colours(theme)
    low = []
    for text, ground in product(texts, grounds):
        one, other = Color.parse(found[text]), Color.parse(found[ground])
        assert one.a == other.a == 1, f"{text} on {ground} is seen through"
        ratio = min(contrast(one, other), contrast(one.monochrome, other.monochrome))
        if ratio < least:
            low.append(f"{text} on {ground}: {ratio:.2f}")
    return low


@every_theme
def test_every_text_is_readable_on_every_background(theme: Theme) -> None:
    assert worst(theme, TEXTS, BACKGROUNDS, 4.5) == []


@every_theme
def test_contrast_themes_reach_seven(theme: Theme) -> None:
    wanted = 7 if "contrast" in theme.name else 4.5
    assert worst(theme, TEXTS, (*MAIN, "surface-focused", "block-hover-background"), wanted) == []


@every_theme
def test_lines_and_rings_are_seen(theme: Theme) -> None:
    assert worst(theme, LINES, MAIN, 3) == []


@every_theme
def test_words_of_a_colour_are_readable_on_its_tint(theme: Theme) -> None:
    for role in ROLES:
        assert worst(theme, (f"text-{role}", "foreground"), (f"{role}-muted",), 4.5) == []


@every_theme
def test_buttons_and_cursors_are_readable(theme: Theme) -> None:
    pressed = tuple(f"{role}{shade}" for role in ROLES for shade in ("", "-darken-1", "-darken-2"))
    assert worst(theme, ("button-color-foreground",), pressed, 4.5) == []
    assert worst(theme, ("input-cursor-foreground",), ("input-cursor-background",), 4.5) == []


@every_theme
def test_automatic_text_is_readable_on_every_solid_colour(theme: Theme) -> None:
    found = colours(theme)
    kind, share = found["text"].split()
    assert kind == "auto"
    alpha = float(share.rstrip("%")) / 100
    for name in (*ROLES, *BACKGROUNDS):
        ground = Color.parse(found[name])
        assert contrast(ground + ground.get_contrast_text(alpha), ground) >= 4.5, name


@every_theme
def test_dimmed_text_is_readable_where_the_palette_dims_it(theme: Theme) -> None:
    found = colours(theme)
    for name in (*MAIN, "panel-darken-1", "block-cursor-blurred-background"):
        ground = Color.parse(found[name])
        assert contrast(ground.blend(Color.parse(found["foreground"]), 0.66), ground) >= 4.5, name


@every_theme
def test_the_row_under_the_cursor_stands_out(theme: Theme) -> None:
    found = {name: Color.parse(value) for name, value in colours(theme).items() if value[0] == "#"}
    focused = contrast(found["block-cursor-background"], found["surface"])
    blurred = contrast(found["block-cursor-blurred-background"], found["surface"])
    assert focused >= (1.9 if "contrast" in theme.name else 1.4)
    assert focused > blurred > 1.1


@every_theme
def test_own_notes_have_a_colour_of_their_own(theme: Theme) -> None:
    found = colours(theme)
    for mine in ("ipt-own-notes", "ipt-own-ground"):
        used = {value.lower() for name, value in found.items() if name != mine}
        assert found[mine].lower() not in used


@every_theme
def test_nothing_blinks(theme: Theme) -> None:
    assert not [name for name, value in colours(theme).items() if "blink" in value]
    assert "blink" not in themes.CSS_PATH.read_text()


def test_every_theme_gives_all_of_our_variables() -> None:
    for theme in themes.THEMES:
        own = {name: value for name, value in theme.variables.items() if name.startswith("ipt-")}
        assert own.keys() == themes.defaults().keys()
        if theme.name == themes.DEFAULT:
            assert own == themes.defaults()


def test_colours_are_written_as_numbers_only_here() -> None:
    elsewhere = [
        f"{file.relative_to(SOURCE)}: {found}"
        for file in SOURCE.rglob("*")
        if file.suffix in (".py", ".tcss") and file.name != "themes.py"
        for found in re.findall(r"#[0-9a-fA-F]{6}\b(?!-)", file.read_text())
    ]
    assert elsewhere == []
