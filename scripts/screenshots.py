"""Make the README's pictures from the demo, always the same: `python scripts/screenshots.py`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from ipt_tui.exchange.config import Config
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.areas.sessions.area import SessionsArea

if TYPE_CHECKING:
    from textual.pilot import Pilot

OUT = Path(__file__).parent.parent / "docs" / "pictures"
NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
TWELVE_MINUTES = "12-minutes"
"""No key: so much time goes by."""
NOTE = """came in bright. sunday easy, noor made pancakes
~7 calm since sunday
"i said it and nothing fell down"
!talk @Sam february
me: i need you to remember it's in february
sam: i thought you didn't want to talk about it
"""
TYPED = " ".join({" ": "space", "\n": "enter"}.get(letter, letter) for letter in NOTE)
FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"

IN_SESSION = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
LAST_SESSION = datetime(2027, 1, 19, 14, 30, tzinfo=UTC)
_KEYS = {" ": "space", ";": "semicolon", ".": "full_stop", ",": "comma"}
HALFWAY = ("saying it to Sam; Tuesdays", "Mum does not know yet", "February, before it comes")
ENDING = ("I say it before I am angry. We have Tuesdays.", "said it, in the kitchen, on a good day")


def typed(answers: tuple[str, ...]) -> str:
    """Return the keys that type these answers, each with enter."""
    return " ".join(
        f"{' '.join(_KEYS.get(letter, letter) for letter in answer)} enter" for answer in answers
    )


# name, theme, whose demo, columns and rows, keys, the moment where it is another
PICTURES = (
    ("today", "ipt-dark", "clients", (110, 30), ""),
    ("session", "ipt-light", "clients", (110, 30), f"1 s {TYPED} {TWELVE_MINUTES}", IN_SESSION),
    ("circle", "ipt-dark", "clients", (110, 30), "2"),
    ("hoped", "ipt-dark", "clients", (100, 30), "2 b"),
    ("asking", "ipt-light", "clients", (100, 30), "2 e tab tab tab"),
    ("course", "ipt-dark", "clients", (110, 30), "3 minus left left left left"),
    ("life", "ipt-light", "clients", (100, 30), "3 minus minus"),
    ("talk", "ipt-light", "clients", (110, 30), "4 down tab down down"),
    ("script", "ipt-light", "clients", (100, 30), "4 down r"),
    ("sides", "ipt-dark", "clients", (100, 30), "4 b"),
    ("measures", "ipt-dark", "clients", (110, 30), "6 tab"),
    ("focus", "ipt-dark", "clients", (120, 44), "7"),
    ("formulation", "ipt-light", "clients", (110, 30), "7 down down down down"),
    (
        "halfway",
        "ipt-dark",
        "clients",
        (140, 40),
        f"7 end up enter e 1 {typed(HALFWAY)}",
        IN_SESSION,
    ),
    (
        "ending",
        "ipt-light",
        "clients",
        (130, 46),
        f"7 end enter e 1 {typed(ENDING)} escape t 1 1 home tab end",
        LAST_SESSION,
    ),
    ("question", "ipt-light", "me", (100, 30), "4 end up up v"),
    ("mine", "ipt-contrast-dark", "me", (110, 30), "2 e tab tab tab"),
    ("evening", "ipt-dark", "me", (100, 24), "s 1 6 enter"),
    ("next", "ipt-light", "me", (110, 30), "p down down down space"),
)


async def take(
    name: str, theme: str, whose: str, size: tuple[int, int], keys: str, now: datetime = NOW
) -> str:
    """Return the picture of the demo after these keys, as SVG that loads nothing from outside."""
    with tempfile.TemporaryDirectory() as folder:
        app = IptApp(Path(folder) / "demo.ipt", Clock(now), demo=whose, config=Config(theme=theme))
        async with app.run_test(size=size) as pilot:
            await _until_open(pilot)
            for key in keys.split():
                if key == TWELVE_MINUTES:
                    app.clock = Clock(now + timedelta(minutes=12))
                    app.screen.query_one(SessionsArea).show_head()
                else:
                    await pilot.press(key)
                await _settle(pilot)
            svg = app.export_screenshot(title="ipt-tui")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code[^;]*;", f"font-family: {FONTS};", svg)
    stable = dict.fromkeys(re.findall(r"terminal-\d+", svg), f"terminal-{name}")
    for found, stays in stable.items():
        svg = svg.replace(found, stays)
    return svg


async def _until_open(pilot: Pilot[str]) -> None:
    until = time.monotonic() + 30
    while "Record" not in type(pilot.app.screen).__name__ and time.monotonic() < until:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    await _settle(pilot)


async def _settle(pilot: Pilot[str]) -> None:
    for _ in range(3):
        with contextlib.suppress(
            WorkerCancelled
        ):  # one more read takes the place of the one before
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def main() -> int:
    """Write every picture, or those named."""
    os.environ.pop("NO_COLOR", None)
    os.environ["COLORTERM"] = "truecolor"  # whatever terminal this runs in
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as home:
        os.environ["IPT_TUI_HOME"] = home
        OUT.mkdir(parents=True, exist_ok=True)
        for name, *how in PICTURES:
            if not sys.argv[1:] or name in sys.argv[1:]:
                (OUT / f"{name}.svg").write_text(asyncio.run(take(name, *how)))
                print(f"docs/pictures/{name}.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
