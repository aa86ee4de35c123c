"""Safe from the household: what is said before the first word is written, and can be read again.

What happens when the passphrase is lost stands first: whoever knows it only afterwards lost it all.
"""

from collections.abc import Iterator

TITLE = "Before you write"
AGAIN = "What is kept where"
LOST = (
    "If you lose the passphrase, no one can open this any more, not even who made the program. "
    "Only a recovery sheet can: letters to write on paper. You can make it now, or later today."
)
ON_PAPER = (
    "Who finds that paper at home can open this, too. So keep it where only you look, or with "
    "someone you trust. If there is no such place, you can do without it."
)
HIDE = (
    "ctrl+l hides the screen at once and shows a calendar. Press it once more, and it is locked. "
    "What you typed is kept."
)
WHO = (
    "Who knows the passphrase, or has the paper, can open this; no one else can. Who uses this "
    "device can see that the file is there, but not what is in it."
)
NAME = (
    "The window can have another name, like “notes”, on the locked screen, too. Folders, and the "
    "commands you typed, can still say ipt-tui."
)
ASKED = "What is the window to be called?"
LATER = "You can read this again: press : and type “kept”. For the name, type “name”."
CALLED = "The window is called {name} now."
NAMELESS = "This program"
NOT_KEPT = "The name could not be remembered; it holds until you quit."


def kept(path: str) -> str:
    """Return what is kept where, in one sentence: `path` is that of the vault."""
    return (
        "All you write is kept in one file. It is encrypted: locked with your passphrase. Nothing "
        f"leaves this device unless you send it. The file is {path}"
    )


def before(path: str) -> Iterator[str]:
    """Yield what is said before the first word, paragraph by paragraph."""
    yield LOST
    yield ON_PAPER
    yield kept(path)
    yield HIDE
    yield WHO
    yield NAME


def first_time(path: str) -> Iterator[str]:
    """Yield the same, with where it can be read another time."""
    *told, name = before(path)
    yield from told
    yield f"{name} {LATER}"


def again(path: str, backups: str, settings: str) -> Iterator[str]:
    """Yield the same, with where the rest is: copies of the vault, and settings, by their paths."""
    yield from before(path)
    yield f"Copies of that file, locked in the same way: {backups}"
    yield f"Settings, with nothing you wrote in them: {settings}"


def without_name(sentence: str, path: str, program: str) -> str:
    """Return a sentence without the name of the program, also in the path of the vault."""
    name = path.rpartition("/")[2] or path
    said = sentence.replace(path, name).replace(f"an {program} vault", "a vault of this program")
    said = said.replace(f"newer {program}", "newer version of this program")
    return said.replace(program, "this program")
