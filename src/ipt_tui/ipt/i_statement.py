"""The builder for "I feel … when … because … I'd like …", in a person's own words.

Words and questions are data in `hints.toml`. What was typed is kept to the letter; only what
stands around it, and a capital inside the sentence, is put right.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ipt_tui.ipt import feelings
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.hints import Phrases, asked, content, plain, words_of

_BEFORE = re.compile(r"(?:\.{2,}|[…,;\s])+")
_AFTER = " .,;:!?…–—"
_COMMA = re.compile(r" ?[,;] ?")
_FEW = 3
"""A feeling in a row of several has at most so many words."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The four parts as they were typed, each "" while it is not there."""

    feel: str = ""
    when: str = ""
    because: str = ""
    like: str = ""


def compose(parts: Parts) -> str:
    """Return the line that the parts make, "" where there are none.

    A lead-in that was typed along is not said twice. With neither a feeling nor a request the
    line ends in an ellipsis, for it is not finished.
    """
    feel, when, because, like = (
        _led(part, _trimmed(typed))
        for part, typed in (
            ("feel", _in_a_row(parts.feel)),
            ("when", parts.when),
            ("because", parts.because),
            ("like", parts.like),
        )
    )
    end = "?" if like and _is_question(parts.like) else "."
    if not feel:
        return _sentence((when, like, because), end if like else " …")
    if because and not when:
        feel, because = f"{feel} {because}", ""
    said = _sentence((f"{feel} {when}".rstrip(), because), ".")
    return f"{said} {_sentence((like,), end)}".rstrip()


def check_feeling(text: str, name: str = "") -> str:
    """Return one question where a text tells a thought, or what was done, instead of a feeling.

    "" is for a feeling, for a few words of one's own, and for no words at all. `name` is the
    other person's, "" where nobody has said.
    """
    typed = _phrases("feeling", "leads").cut(plain(text))
    kind = _no_feeling(typed, words_of(plain(name)))
    return asked(content()["feeling"][kind]["question"], name) if kind else ""


def check_request(text: str, name: str = "") -> str:
    """Return one question where a text is a wish, or only says what should stop.

    "" is for what somebody could do, and for no words at all. `name` is the other person's, ""
    where nobody has said.
    """
    typed = _phrases("request", "leads").cut(plain(text))
    stopping = _phrases("request", "instead")
    if not words_of(typed) or _can_be_done(stopping.hide(typed), words_of(plain(name))):
        return ""
    kind = "instead" if stopping.are_in(typed) else "wish"
    return asked(content()["request"][kind]["question"], name)


def _no_feeling(typed: str, name: list[str]) -> str:
    """Return what a plain text is instead of a feeling: thought, told or long; else ""."""
    words = words_of(typed)
    if not words or _feeling().begin(typed):
        return ""
    about = words[1:] if words[0] == "like" else words
    if _phrases("feeling", "thought").begin(typed) or (name and about[: len(name)] == name):
        return "thought"
    told = _phrases("feeling", "told")
    if _feeling().are_in(told.hide(typed)):
        return ""
    if told.are_in(typed):
        return "told"
    return "long" if len(words) > content()["feeling"]["long"]["more_than"] else ""


def _can_be_done(typed: str, name: list[str]) -> bool:
    """Whether a plain text asks for something to be done: after "to" any verb but a wish will do.

    Elsewhere, and behind a wish, it has to be a verb of the list.
    """
    if any(_phrases("request", kind).are_in(typed) for kind in ("doing", "thing")):
        return True
    rest = _phrases("request", "asks").after(typed)
    verb = rest.split()[1:2]
    if not verb or verb != words_of(rest)[:1] or verb == name[:1]:
        return False
    return not any(_phrases("request", kind).begin(rest) for kind in ("no_verb", "wish"))


def _led(part: str, text: str) -> str:
    """Return a part with what belongs before it, worded for the middle of a sentence."""
    if not text:
        return ""
    return f"{_opening(part, text)['lead']} {_small(text)}".lstrip()


def _is_question(typed: str) -> bool:
    return typed.rstrip().endswith("?") or "asks" in _opening("like", _trimmed(typed))


def _opening(part: str, text: str) -> Mapping[str, Any]:
    """Return the first entry of the content file that fits how a part begins."""
    words = plain(text)
    return next(
        entry
        for begins, holds, entry in _openings(part)
        if ("words" not in entry or begins.begin(words))
        and ("with" not in entry or holds.are_in(words))
    )


def _sentence(parts: tuple[str, ...], end: str) -> str:
    """Return a sentence of the parts there are, "" where there are none."""
    text = ", ".join(part for part in parts if part)
    if not text:
        return ""
    capital = text[0].upper()
    return (capital if capital.lower() == text[0] else text[0]) + text[1:] + end


def _trimmed(typed: str) -> str:
    """Return a part on one line, without the marks around it."""
    text = " ".join(typed.split())
    before = _BEFORE.match(text)
    return text[before.end() if before else 0 :].rstrip(_AFTER)


def _in_a_row(typed: str) -> str:
    """Return feelings typed as "hurt, sad, tired" as "hurt, sad and tired", else what was typed."""
    words = [word for word in _COMMA.split(_trimmed(typed)) if word]
    short = all(len(word.split()) <= _FEW and not _no_feeling(plain(word), []) for word in words)
    if len(words) < 2 or not short or any(map(_joining().are_in, map(plain, words))):
        return typed
    return listed(words)


def _small(text: str) -> str:
    """Return the text without its first capital, unless that may belong to a name."""
    word = text.split(" ", 1)[0]
    bare = words_of(plain(word))[:1]
    if word[1:] == word[1:].lower() and _small_words().issuperset(bare):
        return text[:1].lower() + text[1:]
    return text


@cache
def _phrases(about: str, kind: str) -> Phrases:
    return Phrases(content()[about][kind])


@cache
def _feeling() -> Phrases:
    return Phrases({"words": ["<so*> <feeling>"]})


@cache
def _joining() -> Phrases:
    return Phrases(content()["joining"])


@cache
def _openings(part: str) -> tuple[tuple[Phrases, Phrases, Mapping[str, Any]], ...]:
    return tuple(
        (Phrases(entry), Phrases({"words": entry.get("with", ())}), entry)
        for entry in content()["lead"][part]
    )


@cache
def _small_words() -> frozenset[str]:
    of_feelings = (word.word for group in feelings.groups() for word in group.feelings)
    known = (*content()["small"]["words"], *content()["feeling"]["told"]["words"], *of_feelings)
    return frozenset(folded(word).split()[0] for word in known)
