"""K7's seven sessions as they are keyed in, with the focus: each on its Tuesday, from 14:00.

They are keyed into the record that `k7.py` makes. `python -m tests.whole.k7_sessions` keys them in
and writes the demo anew.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ipt_tui import __version__
from ipt_tui.exchange import demo, json_file
from ipt_tui.ipt import agenda, content
from ipt_tui.ipt.content import load
from ipt_tui.vault import settings, transfer, unlock
from tests.vault.k7_focus import FOCUS
from tests.whole import k7_focus
from tests.whole.k7 import PASSPHRASE
from tests.whole.terminal import KEYS, PATIENCE, Terminal

MADE_AT = "2026-11-23T18:00:00+00:00"
SIGNS = "R. Moss"
WHERE = "room 2"
KITCHEN = "9 Nov"
"""The talk that is chosen by its day."""
AT_HOME, ITO_TOLD = 6, 5
"""The session by video, and the one in which the first practice is looked at."""
LIT = 70
"""A column of what is to do, where the cursor is seen."""
NAMED = 9
"""A column of a list across the screen, where what is lit is named."""
ERASE, GO = "\x15", "\x07"
HOME, DOWN = KEYS["home"], KEYS["down"]
CLOCK_SET = Path(__file__).with_name("clock_set.py")

MADE = (
    "course", "renegotiation", "session", "agenda_item", "technique", "practice", "todo",
    "progress_note", "addendum", "tidied_line", "response", "measure_plan", "concern",
    "concern_person", *FOCUS,
)  # fmt: skip
"""The tables that hold what is made in sessions."""


@dataclass(frozen=True)
class Held:
    """A session as it was: the note as typed, and the codes of what was done.

    `takes` is how many of its lines are taken, `used` the codes of techniques. `looked_at` is what
    is answered of the practice from last time, `agreed` of the one that was agreed. `signed` is
    what the practitioner adds to the second part of the draft before signing, None where the note
    is not signed. `scores` are the PHQ-9, its last question with it, and the GAD-7 as rows of
    digits; `asked_about` is what came of the concern that an answer among them raised.
    """

    day: str
    note: tuple[str, ...]
    done: tuple[str, ...]
    takes: int = 0
    used: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    since_last: str = ""
    plan_next: str = ""
    signed: str | None = ""
    scores: tuple[str, ...] = ()
    asked_about: str = ""


SESSIONS = (
    Held(
        "2026-10-06",
        (
            "story of the summer",
            "PHQ-9 and GAD-7",
            "!safety passive thoughts, no plan, agreed what she'd do",
            "ipt explained",
            "hopeful leaving",
        ),
        ("reason", "symptoms", "safety", "explain"),
        takes=1,
        used=("psychoeducation",),
        scores=("2323122112", "2222121"),
        asked_about="passive thoughts, no plan; agreed what she'd do",
    ),
    Held(
        "2026-10-13",
        (
            "inventory 1, circle",
            'Dad in the middle "of course"',
            "flat papers not mentioned yet",
            "what she can set aside: overtime, hosting Christmas",
        ),
        ("circle", "set_aside"),
    ),
    Held(
        "2026-10-20",
        (
            "inventory 2",
            "February came up at minute 41",
            "dispute with @Sam vs grief (Dad, February) vs transition (move)",
            "agreed: #dispute first, #grief second",
            "contract 16, ends 19 Jan",
        ),
        ("expectations", "choose_focus", "formulation", "contract"),
    ),
    Held(
        "2026-10-27",
        (
            'dispute with @Sam: stage? "we don\'t talk about it" → impasse',
            "expectations list",
            "practice: tell @Ito about notice (easier person first)",
            "PHQ-9",
        ),
        ("scores", "area_history"),
        takes=1,
        scores=("2222121101", "1221121"),
    ),
    Held(
        "2026-11-03",
        (
            "practice done, agreed 2 weeks, mood up",
            "what made it work: said the number, stayed in the room",
            "circle: Jo closer",
        ),
        ("since_last", "gains"),
        looked_at=("1", "agreed 2 weeks", "said the number, stayed in the room"),
        since_last="practice done, agreed 2 weeks, mood up",
    ),
    Held(
        "2026-11-10",
        (
            "the kitchen talk, analysed together",
            "options, set evening",
            "role play twice, she played Sam once",
            ">ask @Sam for Tuesdays",
        ),
        ("overheard", "since_last", "mood_event", "worked", "decide"),
        takes=1,
        used=("communication_analysis", "decision_analysis", "role_play"),
        agreed=("", "", KITCHEN, "Could we take Tuesdays, only us?", "before thursday", "", "7"),
        signed=None,
    ),
    Held(
        "2026-11-17",
        (
            "asked on the 12th, partly. first tuesday tonight",
            "impasse → renegotiation",
            "grief: what February was like, short, she chose to stop",
            "todo letter to the GP",
        ),
        ("since_last", "scores", "focus"),
        takes=1,
        used=("encouragement_of_affect",),
        looked_at=("2", "Tuesdays yes, flat not yet", ""),
        since_last="asked on the 12th, partly. first tuesday tonight",
        plan_next="halfway look",
        signed="Response: what February was like, short, she chose to stop",
        scores=("1112111101", "1111011"),
    ),
)


def without_sessions(home: Path) -> None:
    """Make the vault of K7 in a folder, of what the demo holds beside its sessions."""
    _, data = json_file.record(load(demo.FILE), demo.FILE)
    vault = unlock.create(home / "record.ipt", PASSPHRASE)
    vault.keep(settings.put, settings.AUDIENCE, "clients")
    vault.write(transfer.load, data | {table: [] for table in MADE})
    vault.close()


def key_in(home: Path) -> None:
    """Key the sessions into the vault in a folder, with a clock that is set from here."""
    set_clock(home, SESSIONS[0].day, "14:00")
    with Terminal(home=home, script=CLOCK_SET) as terminal:
        terminal.wait("passphrase")
        terminal.answer(PASSPHRASE)
        terminal.wait("1 Today")
        terminal.press("1")
        _agree(terminal)
        for number, held in enumerate(SESSIONS, 1):
            set_clock(home, held.day, "14:00")
            _session(terminal, home, number, held)
        terminal.control("q")
        assert terminal.ended() == 0


def kept(home: Path) -> transfer.Data:
    """Return the record in a folder."""
    vault = unlock.unlock(home / "record.ipt", PASSPHRASE)
    data = vault.read(transfer.dump)
    vault.close()
    return data


def set_clock(home: Path, day: str, hour: str) -> None:
    """Set the clock; the file is never half written."""
    new = home / "now.new"
    new.write_text(f"{day}T{hour}")
    new.replace(home / "now")


def _agree(terminal: Terminal) -> None:
    """Set up the course: sixteen sessions from today on."""
    terminal.press("p")
    terminal.wait("The course of K7")
    terminal.wait("Day and hour")
    for answer in ("", "", "", "6 oct 14:00", WHERE, "", "", ""):
        terminal.answer(answer)
    terminal.wait("session 1 today 14:00")


def _session(terminal: Terminal, home: Path, number: int, held: Held) -> None:
    """Hold one session, from Today and back to it."""
    terminal.press("s")
    terminal.wait("Just type")  # what stands above may be beneath a sentence told before
    if held.scores:
        _measure(terminal, held)
    k7_focus.key_in(terminal, number)
    terminal.type("".join(f"{line}\r" for line in held.note))
    if held.takes:
        terminal.wait(f"to tidy {held.takes}")
        terminal.type(f"{GO}y" + "\r" * held.takes)
        terminal.wait_gone("to tidy")
    terminal.type(f"{GO}a")
    _tell(terminal, number, held)
    set_clock(home, held.day, "14:50")
    terminal.type("sv")
    terminal.wait("Subjective")
    if held.signed is not None:
        _sign(terminal, home, held)
    terminal.type("v1")
    terminal.wait("Clients")


def _measure(terminal: Terminal, held: Held) -> None:
    """Key in the forms brought on paper, from the note and back to it."""
    terminal.type(f"{GO}m")
    terminal.wait("i from paper")
    for name, row in zip(("PHQ-9", "GAD-7"), held.scores, strict=True):
        terminal.walk_to(name, NAMED)
        terminal.press("i")
        terminal.wait("what is typed waits")
        terminal.wait(f"{name}, .*from paper")
        terminal.answer(row)
        terminal.wait_gone("what is typed waits")
    if held.asked_about:
        terminal.press("!")
        terminal.wait("To go through")
        terminal.walk_to("Asked directly", NAMED)
        terminal.press(" ")
        terminal.wait("1 of")
        terminal.press("e")
        terminal.wait("What came of it")
        terminal.answer(held.asked_about)
        terminal.wait("That is final")
        terminal.press("1")
        terminal.wait("closed concern")
        terminal.press("esc")
        terminal.wait("i from paper")
    terminal.press("5")
    terminal.wait("Just type")


def _tell(terminal: Terminal, number: int, held: Held) -> None:
    """Tick what was done; answer what is asked of the practices and of the session."""
    items = agenda.prefilled("ipt16", agenda.USUAL, number, "video" if number == AT_HOME else "")
    codes = [item.code for item in items]
    if number == AT_HOME:
        _by_video(terminal, len(codes) - 1)
    for code in held.done:
        terminal.type(HOME + DOWN * codes.index(code) + " ")
    if held.used:
        _use(terminal, held.used, len(codes))
    for answers in filter(None, (held.looked_at, held.agreed)):
        _light(terminal, "tell Mr Ito" if number == ITO_TOLD else "ask Sam", len(codes))
        terminal.answer()
        terminal.wait("Was it done|What is it that is tried")
        for at, answer in enumerate(answers):
            if answer == KITCHEN:
                found = re.search(rf"(\d) [^\d\n]*{KITCHEN}", terminal.wait("Which talk"))
                assert found is not None
                terminal.type(found[1])
            else:
                is_choice = answers is held.looked_at and at == 0
                terminal.type(answer if is_choice else f"{answer}\r")
        terminal.wait_gone("What is to be kept from it|How sure is it")
    if held.since_last:
        _light(terminal, "since then", len(codes))
        terminal.answer()
        terminal.wait("How has it been since")
        terminal.type(f"{held.since_last}\r{held.plan_next}\r")
        terminal.wait("What was said about safety")
        terminal.press("esc")
        terminal.wait_gone("What was said about safety")


def _by_video(terminal: Terminal, beneath: int) -> None:
    """Say that one meets by video, and so in no room."""
    _light(terminal, "how ", beneath)
    terminal.answer()
    terminal.wait("How does one meet")
    terminal.type("2")
    terminal.wait("Where is it")
    terminal.answer(ERASE)
    terminal.wait("When did it begin")
    terminal.press("esc")
    terminal.wait_gone("When did it begin")


def _use(terminal: Terminal, codes: tuple[str, ...], beneath: int) -> None:
    """Say which techniques were used, by their numbers."""
    known = [technique.id for technique in agenda.techniques()]
    _light(terminal, "what was done", beneath)
    terminal.answer()
    terminal.wait("What was done today")
    terminal.answer(", ".join(str(known.index(code) + 1) for code in codes))
    terminal.wait_gone("What was done today")


def _light(terminal: Terminal, words: str, beneath: int) -> None:
    """Put the cursor of what is to do on the row that begins so, `beneath` so many others."""
    terminal.type(HOME + DOWN * beneath)
    terminal.wait_lit("something else to do", LIT)
    lit = terminal.lit(LIT)
    while words not in lit:
        terminal.press("down")
        until = time.monotonic() + PATIENCE
        while terminal.lit(LIT) in (lit, ""):  # nothing is lit while it is painted
            assert time.monotonic() < until, f"there is no {words!r}, but {lit!r}:\n{terminal.text}"
            terminal.settle(0.02)
        lit = terminal.lit(LIT)


def _sign(terminal: Terminal, home: Path, held: Held) -> None:
    """Add to the draft where there is something to add, and sign it."""
    set_clock(home, held.day, "15:05")
    if held.signed:
        terminal.type(DOWN + "\r")
        terminal.wait("ctrl\\+j begins a new line")
        terminal.settle()
        terminal.type(f"{held.signed}\r")
        terminal.settle()
        terminal.press("esc")
    terminal.press("end", "enter")
    terminal.wait("Who signs this note")
    terminal.answer(SIGNS)
    terminal.wait(f"Sign it as “{SIGNS}”")
    terminal.type("1")
    terminal.wait(f"signed by {SIGNS}")


def main() -> None:
    """Write the demo anew, with the sessions as they are keyed in by now."""
    with TemporaryDirectory() as folder:
        without_sessions(Path(folder))
        key_in(Path(folder))
        data = kept(Path(folder))
    target = Path(content.__file__).parent / demo.FILE
    json_file.write(target, data, json_file.Header(MADE_AT, f"ipt-tui {__version__}"), replace=True)
    target.chmod(0o644)


if __name__ == "__main__":
    main()
