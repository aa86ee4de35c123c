"""The looks as they are drawn: real widgets, in colour and under NO_COLOR."""

from collections.abc import Iterator
from functools import cache

import pytest
from rich.color import Color as RichColor
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import VerticalScroll
from textual.widgets import (
    Button,
    Collapsible,
    DataTable,
    Footer,
    Input,
    Label,
    Markdown,
    OptionList,
    Select,
    SelectionList,
    Static,
    Tabs,
    TextArea,
    Tree,
)
from textual.widgets.option_list import Option

from ipt_tui.exchange import config_rules
from ipt_tui.tui import themes
from tests.attack.size import FULL
from tests.tui.wcag import contrast

ROLES = ("primary", "secondary", "accent", "success", "warning", "error")
LOOKS = [
    *[(name, False) for name in themes.NAMES],
    *[(name, True) for name in (themes.NAMES if FULL else ("ipt-dark", "ipt-light"))],
]
"""The themes, and whether without colour; of those the light are alike, and the dark."""
COLOURED = " ".join(f"[${role}]{role}[/]" for role in (*ROLES, "text-muted", "ipt-faint"))


class Gallery(App[None]):
    """One of each widget the screens are made of."""

    CSS_PATH = themes.CSS_PATH

    def __init__(self, theme: str) -> None:
        super().__init__()
        themes.register(self, theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Tabs("One", "Two")
            yield Input(placeholder="who?")
            yield TextArea("words\nmore", show_line_numbers=True)
            yield TextArea(placeholder="just type")
            yield OptionList(COLOURED, Option("not now", disabled=True), None, "last")
            yield Select([("one", 1)])
            yield Select([("one", 1)], value=1)
            yield SelectionList(("kept", 1, True))
            for kind in ("default", "primary", "success", "warning", "error"):
                yield Button(kind, variant=kind)
                yield Button(kind, variant=kind, flat=True)
            yield Button("not now", disabled=True)
            yield Input("not now", disabled=True)
            for role in ROLES:
                yield Label(role, classes=role)
            yield DataTable[str](zebra_stripes=True)
            yield Tree("root")
            yield Collapsible(Label("inside"), title="more")
            yield Markdown(
                "# one\n## two\n###### six\n`code` [link](x)\n\n> said\n\n|a|\n|-|\n|b|\n"
            )
            yield Static("[@click=app.bell]help lines[/] [$ipt-own-notes]own notes, kept apart[/]")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("when", "what")
        table.add_rows([("Mon", "one"), ("Tue", "two")])


def faint(app: App[None]) -> Iterator[str]:
    """Words on the screen, as they reach the terminal, below 4.5:1."""
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None or not any(map(str.isalnum, text)):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            if too_little := below(style.color, style.bgcolor):
                yield f"{text.strip()!r} {too_little}"


@cache
def below(color: RichColor, bgcolor: RichColor) -> str:
    """Return the two colours where they are below 4.5:1, else ""."""
    fore, back = Color.from_rich_color(color), Color.from_rich_color(bgcolor)
    return f"{fore.hex} on {back.hex}" if contrast(fore, back) < 4.5 else ""


@pytest.mark.parametrize(("name", "no_color"), LOOKS)
async def test_everything_drawn_is_readable(
    name: str, no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    app = Gallery(name)
    assert app.no_color is no_color
    async with app.run_test(size=(80, 170), notifications=True) as pilot:
        found = set(faint(app))
        for widget in list(app.screen.focus_chain):
            widget.focus()
            await pilot.pause()
            found |= set(faint(app))
        for severity in ("information", "warning", "error"):
            app.notify("saved", title="Note", severity=severity)
        app.action_show_help_panel()
        await pilot.pause()
        found |= set(faint(app))
    assert found == set()


@pytest.mark.parametrize("name", themes.NAMES)
async def test_the_command_palette_is_readable(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = Gallery(name)
    async with app.run_test(size=(80, 40)) as pilot:
        await app.screen.query("*").remove()
        app.action_command_palette()
        await pilot.pause()
        found = set(faint(app))
        await pilot.press("t", "h")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Theme" in "".join(strip.text for strip in app.screen._compositor.render_strips())
        found |= set(faint(app))
    assert found == set()


async def test_changing_the_theme_changes_every_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = Gallery("ipt-dark")
    async with app.run_test(size=(80, 170)) as pilot:
        for theme in (*themes.THEMES, themes.THEMES[0]):
            app.theme = theme.name
            await pilot.pause()
            assert app.screen.styles.background.hex.lower() == theme.background
            assert set(faint(app)) == set()


def test_the_app_has_our_themes_and_no_others() -> None:
    app = Gallery("ipt-light")
    assert app.theme == "ipt-light"
    assert tuple(sorted(app.available_themes)) == tuple(sorted(themes.NAMES))
    assert themes.NAMES == config_rules.THEMES
    assert config_rules.THEMES[0] == themes.DEFAULT


def test_an_unknown_theme_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"no theme “nord”; there are ipt-dark, .*\.$"):
        Gallery("nord")
