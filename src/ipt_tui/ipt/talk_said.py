"""What is typed of a talk: who said what, a feeling with its strength, a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt import feelings
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.talk_vocabulary import ME, THEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME_LIMIT = 40
_SET_IN = "  "
_STAMP = r"(?P<stamp>\[[^\]\n]{1,40}\]|[\d./-]{6,12},? +\d{1,2}[:.]\d{2}(?:\s?[ap]m)? +[-–])?"
"""The time before a line of a chat, as messengers write it."""
_NAMED = rf"\s*+{_STAMP}\s*(?P<who>[^\W\d_][^:\n]{{0,{NAME_LIMIT}}}?)\s*:"
_TURN = re.compile(rf"{_NAMED}(?:[ \t]+|$)(?P<said>.*)", re.IGNORECASE)
_CLOSE = re.compile(rf"{_NAMED}(?!//)[ \t]*(?P<said>.*)", re.IGNORECASE)
"""A name, a colon, and what they said; a space after the colon, or it may be an address."""
_STRENGTH = re.compile(r"(?:^|[\s,:;(])(?P<number>10|[0-9])(?:\s*/\s*10)?\)?\s*$")
_ASKED = re.compile(
    r"(?:^\s*|(?P<sign>[,;.·(?!\n]|(?<!\w)[-–—])[^\S\n]*|\s)"
    r"(?:(?P<not>not|never|didn['’]t|did not)[^\S\n]+(?:asked|ask|checked|check)|(?:asked|checked))"
    r"\)?[\s.!,;·]*$",
    re.IGNORECASE,
)
"""At the end of a guess. It counts after a sign, or alone: "what he asked" is a guess. After words
for feelings "not asked" needs no sign."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who may speak in a talk: the stored speaker by each word for them, folded."""

    words: Mapping[str, str]

    @classmethod
    def of(cls, code: str, with_: Iterable[str], others: Iterable[str] = ()) -> Speakers:
        """Return the speakers of a talk: the client's code, whom it was with, others who are known.

        Whom it was with is THEM where that is one alone, else each by name. Somebody is also known
        by the first word of their name, where only one is.
        """
        with_ = tuple(with_)
        others = tuple(name for name in others if name not in with_)
        words = {folded(other): other for other in others}
        first = [folded(name.split()[0]) for name in [*words.values(), *with_] if name.split()]
        for name in others:
            if name.split() and first.count(folded(name.split()[0])) == 1:
                words.setdefault(folded(name.split()[0]), name)
        for name in with_:
            speaker = THEM if len(with_) == 1 else name
            words[folded(name)] = speaker
            if name.split() and first.count(folded(name.split()[0])) == 1:
                words[folded(name.split()[0])] = speaker
        return cls(words | {word: ME for word in ("me", "i", folded(code)) if word})

    def find(self, word: str) -> str | None:
        """Return the speaker a word stands for, None if it is nobody's."""
        return self.words.get(folded(word.strip()))


def spoken(line: str, *, close: bool = False) -> tuple[str, str, str] | None:
    """Return the name before the colon of a line, what was said, and the stamp before a chat line.

    What was said holds the stamp too. None where the line has no name before a colon. With `close`
    no space is wanted after the colon: the name has to be one that is known.
    """
    match = (_CLOSE if close else _TURN).fullmatch(line)
    if match is None:
        return None
    stamp = match["stamp"] or ""
    return match["who"].strip(), " ".join(filter(None, (stamp, match["said"].strip()))), stamp


def turns(text: str, speaker: str, speakers: Speakers) -> tuple[tuple[str, str], ...]:
    """Return the turns of a text: (speaker, said). Nothing typed is left out but the name.

    A line that begins with somebody's name and a colon is a turn of theirs, so is a chat line with
    its time before any name; any other goes on with the turn before it. What stands before the
    first name is said by `speaker`. The time at which a chat line was written stays with its words.
    """
    found: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        who, said = _begins(line, speakers)
        if who is not None:
            found.append((who, [said]))
        elif found:
            found[-1][1].append(line.rstrip())
        else:
            found.append((speaker, [line.rstrip()]))
    return _said(found)


def turns_apart(text: str, speakers: Speakers) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return the turns of a text told from memory, and the lines that stand by themselves.

    Nobody is made to say what no name stands before: only a line set in goes on with the turn
    before it, any other without a name is one of its own. A text without a turn stays as it is.
    """
    found: list[tuple[str, list[str]]] = []
    loose: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        who, said = _begins(line, speakers)
        if who is not None:
            found.append((who, [said]))
            goes_on = True
        elif goes_on and line[:1].isspace():
            found[-1][1].append(line.strip())
        elif line.strip():
            loose.append(line.rstrip())
            goes_on = False
    said_by = _said(found)
    return said_by, "\n".join(loose) if said_by else text.strip()


def written(said: Iterable[tuple[str, str]], loose: str) -> str:
    """Return lines by themselves and turns, each a name and what was said, as they are typed."""
    lines = [f"{name}: {words}".replace("\n", f"\n{_SET_IN}") for name, words in said]
    return "\n".join(filter(None, (loose, *lines)))


def _begins(line: str, speakers: Speakers) -> tuple[str | None, str]:
    """Return whose turn a line begins, None for nobody's, and what was said in it."""
    name, said, stamp = spoken(line) or ("", "", "")
    who = speakers.find(name)
    if who is None and re.search(r"\d", stamp):
        who = name  # a line of a chat, whoever wrote it
    return who, said


def _said(found: list[tuple[str, list[str]]]) -> tuple[tuple[str, str], ...]:
    told = ((who, "\n".join(lines).strip()) for who, lines in found)
    return tuple((who, said) for who, said in told if said)


def unknown_speaker(text: str, speakers: Speakers) -> str:
    """Return the first name before a colon that nobody here goes by, "" for none.

    What stands after it goes on with the turn before: it may as well be "listen: …".
    """
    for line in text.split("\n"):
        name, _, stamp = spoken(line) or ("", "", "")
        if name and not stamp and speakers.find(name) is None:
            return name
    return ""


def feeling(text: str) -> tuple[str, int | None]:
    """Return a feeling and how strong it was: "hurt 7" is ("hurt", 7), "hurt" has no strength."""
    match = _STRENGTH.search(text)
    if match is None:
        return text.strip(), None
    return text[: match.start()].rstrip(" ,:;(").strip(), int(match["number"])


def feeling_typed(felt: str, strength: int | None) -> str:
    """Return a feeling as it is typed."""
    return " ".join(filter(None, (felt, "" if strength is None else str(strength))))


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess at what somebody meant and felt, and whether it was asked about (yes, no or "")."""

    meant: str = ""
    felt: str = ""
    asked: str = ""


def guess(text: str) -> Guess:
    """Return the guess that was typed: "he has decided; angry? not asked".

    Words for feelings are what was felt, any others what was meant; "asked" or "not asked" at the
    end says whether it was checked.
    """
    asked = ""
    if (match := _ASKED.search(text)) and _says_asked(match, text[: match.start()]):
        asked, text = "no" if match["not"] else "yes", text[: match.start()]
    meant: list[str] = []
    felt: list[str] = []
    for part in filter(None, (part.strip(" ,.·") for part in re.split(r"[;\n]", text))):
        if _is_felt(part):
            felt.append(_plain(part))
        else:
            meant.append(part)
    return Guess("; ".join(meant), ", ".join(felt), asked)


def _says_asked(match: re.Match[str], before: str) -> bool:
    if match["sign"] is not None or not before:
        return True
    return bool(match["not"]) and _is_felt(re.split(r"[;\n]", before)[-1])


def _is_felt(part: str) -> bool:
    """Whether all of a part is words for feelings."""
    words = feelings.split(_plain(part))
    return bool(words) and all(feelings.find(word) for word in words)


def _plain(part: str) -> str:
    """Return words for feelings without the sign of a guess, on single spaces."""
    return " ".join(part.replace("?", "").split()).strip(" ,.·")


def guess_typed(meant: str, felt: str, asked: str) -> str:
    """Return a guess as it is typed."""
    said = {"yes": "asked", "no": "not asked"}.get(asked, "")
    return "; ".join(filter(None, (meant, felt, said)))
