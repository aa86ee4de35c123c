"""What the program is and is not: one source for the first run, the page about it and the README.

The purpose keeps it on the side of keeping a record: what it must not be is said with it.
"""

from collections.abc import Iterator

PROGRAM = "ipt-tui"
TITLE = "What this is, and is not"
PURPOSE = (
    "ipt-tui records and displays what people enter and computes the totals of published "
    "questionnaires; it does not diagnose, predict risk, recommend or deliver treatment, and it "
    "is not monitored."
)
"""The intended purpose: a change of it would change what the program is by law."""
IN_SHORT = (
    "A place to write and to look at what is written. No emergency service: no one is monitoring "
    "it. No diagnosis; scores are only for screening. It does not take the place of a person."
)
"""What is said before anything is typed."""
NOT = (
    "It is not an emergency service. In danger call the emergency number: the help lines are on "
    "every screen, also while it is locked.",
    "No one is monitoring it. Nothing leaves this device unless you send it.",
    "It does not diagnose. A score is a screening tool: a snapshot of some days, for two people to "
    "talk about.",
    "It does not take the place of therapy. If using it alone makes things worse, stop, and speak "
    "with someone: your practitioner, your doctor, a help line.",
    "Under 18, use it together with a practitioner, or with somebody who looks after you.",
    "If someone else can see this device, think about what you write.",
)


def kept_at(path: str) -> str:
    """Return where everything is kept, as a sentence: `path` is that of the vault."""
    return f"Kept only on this device, encrypted, in {path}"


def lines(version: str, path: str = "") -> Iterator[str]:
    """Yield the page about the program, paragraph by paragraph; `path` is that of the vault."""
    yield f"{PROGRAM} {version}"
    yield PURPOSE
    yield from NOT
    if path:
        yield f"{kept_at(path)}."
