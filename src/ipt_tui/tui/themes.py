"""The four looks of the program, and the only place where colours are written as numbers.

Every text colour reaches 4.5:1 on every background it can stand on (WCAG 2.2, 1.4.3), and in the
two contrast themes 7:1 but for the row under the cursor; lines and rings reach 3:1 (1.4.11). The
row under the cursor is shaded only so far that coloured words on it stay readable; lists mark it
with a sign as well. The contrast themes tell good from bad by blue and orange, after Okabe and Ito
(2008, https://jfly.uni-koeln.de/color/). Nothing blinks. Our own variables, beside Textual's:

    $ipt-faint      quieter than $text-muted, for what may be overlooked
    $ipt-line       borders between panes and around what is not focused
    $ipt-ring       the rings of the closeness circle
    $ipt-trail      where someone stood before
    $ipt-own-notes  the practitioner's own notes, and nothing else
    $ipt-own-ground what they stand on
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

DEFAULT = "ipt-dark"
_SHADE = 0.08
_TINT = 0.84
_OWN_TINT = 0.91
_ROLES = ("primary", "secondary", "accent", "success", "warning", "error")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as hex; from them every variable of Textual's is set."""

    dark: bool
    background: str
    surface: str
    panel: str
    hover: str
    cursor_blurred: str
    cursor: str
    selection: str
    foreground: str
    muted: str
    faint: str
    line: str
    primary: str
    secondary: str
    accent: str
    success: str
    warning: str
    error: str
    own_notes: str


_PALETTES = {
    "ipt-dark": Palette(
        dark=True,
        background="#1c1916",
        surface="#23201c",
        panel="#2c2823",
        hover="#312c26",
        cursor_blurred="#37312a",
        cursor="#463d33",
        selection="#34414a",
        foreground="#ddd3c7",
        muted="#c2b6a9",
        faint="#b5a99b",
        line="#7d7267",
        primary="#9bbdd2",
        secondary="#9cc4b6",
        accent="#dfae84",
        success="#a8c795",
        warning="#dfc27c",
        error="#ebaa9e",
        own_notes="#cfb0d8",
    ),
    "ipt-light": Palette(
        dark=False,
        background="#faf6ef",
        surface="#f4eee5",
        panel="#ece4d8",
        hover="#e9e0d3",
        cursor_blurred="#e7ddce",
        cursor="#d3c5b0",
        selection="#c3d5e1",
        foreground="#221e1a",
        muted="#473f37",
        faint="#544b42",
        line="#8a7e6f",
        primary="#1d4f6e",
        secondary="#14564a",
        accent="#7a3a0c",
        success="#2c541b",
        warning="#624500",
        error="#8c2318",
        own_notes="#663076",
    ),
    "ipt-contrast-dark": Palette(
        dark=True,
        background="#000000",
        surface="#0b0b0b",
        panel="#161616",
        hover="#262626",
        cursor_blurred="#333333",
        cursor="#00548f",
        selection="#00548f",
        foreground="#ffffff",
        muted="#dddddd",
        faint="#d0d0d0",
        line="#9a9a9a",
        primary="#a9d6fb",
        secondary="#d3e4f1",
        accent="#ffcb75",
        success="#a9d6fb",
        warning="#f5e663",
        error="#ffc0a0",
        own_notes="#f7c9e4",
    ),
    "ipt-contrast-light": Palette(
        dark=False,
        background="#ffffff",
        surface="#f7f7f7",
        panel="#ededed",
        hover="#e6e6e6",
        cursor_blurred="#d9d9d9",
        cursor="#86b7e3",
        selection="#a8ccec",
        foreground="#000000",
        muted="#333333",
        faint="#3d3d3d",
        line="#6b6b6b",
        primary="#003f75",
        secondary="#23405a",
        accent="#663200",
        success="#003f75",
        warning="#4f3d00",
        error="#7d1f00",
        own_notes="#6a1a50",
    ),
}
NAMES = tuple(_PALETTES)


def shown(name: str) -> str:
    """Return a theme's name as it is offered, also where nothing may say what the program is."""
    return name.removeprefix("ipt-").replace("-", " ")


def _theme(name: str, palette: Palette) -> Theme:
    roles = {role: getattr(palette, role) for role in _ROLES}
    return Theme(
        name=name,
        dark=palette.dark,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        luminosity_spread=_SHADE,
        variables={**_text(palette), **_tints(palette), **_widgets(palette), **_own(palette)},
        **roles,
    )


def _text(palette: Palette) -> dict[str, str]:
    """Coloured words are the colour itself; quiet words are solid, never a share of another."""
    muted = dict.fromkeys(("text-muted", "foreground-muted", "markdown-h6-color"), palette.muted)
    disabled = dict.fromkeys(("text-disabled", "foreground-disabled"), palette.faint)
    return muted | disabled | {f"text-{role}": getattr(palette, role) for role in _ROLES}


def _tints(palette: Palette) -> dict[str, str]:
    """The quiet background of each colour, for a word of that colour on it."""
    base = Color.parse(palette.background)
    return {
        f"{role}-muted": Color.parse(getattr(palette, role)).blend(base, _TINT).hex
        for role in _ROLES
    }


def _widgets(palette: Palette) -> dict[str, str]:
    return {
        "block-cursor-foreground": palette.foreground,
        "block-cursor-background": palette.cursor,
        "block-cursor-blurred-foreground": palette.foreground,
        "block-cursor-blurred-background": palette.cursor_blurred,
        "block-hover-background": palette.hover,
        "border": palette.primary,
        "border-blurred": palette.line,
        "surface-active": palette.hover,
        "scrollbar": palette.line,
        "scrollbar-hover": palette.faint,
        "scrollbar-active": palette.primary,
        "scrollbar-background": palette.background,
        "link-color": palette.primary,
        "link-background-hover": palette.cursor,
        "link-color-hover": palette.foreground,
        "footer-foreground": palette.foreground,
        "footer-background": palette.panel,
        "footer-key-foreground": palette.accent,
        "footer-description-foreground": palette.muted,
        "input-cursor-foreground": palette.background,
        "input-cursor-background": palette.foreground,
        "input-selection-foreground": palette.foreground,
        "input-selection-background": palette.selection,
        "screen-selection-background": palette.selection,
        "button-foreground": palette.foreground,
        "button-color-foreground": palette.background,
    }


def _own(palette: Palette) -> dict[str, str]:
    own_notes, base = Color.parse(palette.own_notes), Color.parse(palette.background)
    return {
        "ipt-faint": palette.faint,
        "ipt-line": palette.line,
        "ipt-ring": palette.line,
        "ipt-trail": palette.faint,
        "ipt-own-notes": palette.own_notes,
        "ipt-own-ground": own_notes.blend(base, _OWN_TINT).hex,
    }


THEMES = tuple(_theme(name, palette) for name, palette in _PALETTES.items())
CSS_PATH = Path(__file__).with_name("readable.tcss")
"""For `App.CSS_PATH`: what Textual's own widgets write as a share of a colour, so too faint."""


def defaults() -> dict[str, str]:
    """Return our own variables, for `App.get_theme_variable_defaults`.

    Textual reads style sheets once before a theme is chosen, and stops at an unknown variable.
    """
    return _own(_PALETTES[DEFAULT])


def register(app: "App[Any]", chosen: str = DEFAULT) -> None:
    """Give the app our four themes and no others, and choose one of NAMES.

    For `App.__init__`, after `super().__init__()`, so that the first paint has the right colours.
    Textual's own themes go: they lack our variables, and the two of them that use the terminal's
    colours are black on black under NO_COLOR.

    Raises ValueError for a name that is not ours.
    """
    if chosen not in NAMES:
        raise ValueError(f"There is no theme “{chosen}”; there are {', '.join(NAMES)}.")
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = chosen
    for name in set(app.available_themes) - set(NAMES):
        app.unregister_theme(name)
