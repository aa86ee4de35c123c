"""Hints on a line that is being composed: a question and its reason, never a judgement.

The rules and their words are data in `hints.toml`. What a person already said is not looked at.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ipt_tui.ipt import feelings
from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.folding import folded

FILE = "hints.toml"
SOMEBODY = "the other person"
"""How somebody is called whose name is not known."""

_TOKEN = re.compile(r"(?<=\w)'[^\W_]+|[^\W_]+|[.!?]+|[,;:]|(?<!\w)-+(?!\w)")
_STOP, _PAUSE = ".", ","
_START = f"{_STOP} "
_NO_WORD = "~"
_LIST = re.compile(r"<(\w+)(\*?)>")
_AT_MOST, _GAP = 4, 12
"""How many entries of a list `<name*>` stands for, and how many words `…`."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A question about a line, and in one sentence why it is asked."""

    id: str
    question: str
    reason: str


class Phrases:
    """Phrases found as whole words in a text that was made `plain`.

    Beside `words`, a table of the content file may have `but_not`: longer phrases in which the
    words mean something else.

    Raises:
        ContentError: If a phrase names a list that is not there.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._words = _compiled(table.get("words", ()))
        self._but_not = _compiled(table.get("but_not", ()))

    def are_in(self, text: str) -> bool:
        """Whether any of the phrases is in the text."""
        return bool(self._words.search(self._masked(text)))

    def begin(self, text: str) -> bool:
        """Whether the text begins with one of the phrases."""
        return bool(self._words.match(self._masked(text), len(_START)))

    def cut(self, text: str) -> str:
        """Return the text without the phrase it begins with."""
        found = self._words.match(self._masked(text), len(_START))
        return _START + text[found.end() :] if found else text

    def after(self, text: str) -> str:
        """Return what follows the first of the phrases, "" where there is none of them."""
        found = self._words.search(self._masked(text))
        return _START + text[found.end() :] if found else ""

    def hide(self, text: str) -> str:
        """Return the text with a sign that is no word in place of each of the phrases."""
        kept, last = [], 0
        for found in self._words.finditer(self._masked(text)):
            kept += [text[last : found.start()], f"{_NO_WORD} "]
            last = found.end()
        return "".join([*kept, text[last:]])

    def _masked(self, text: str) -> str:
        """Return the text, as long as it was, without what only looks like one of the phrases."""
        return self._but_not.sub(lambda found: _NO_WORD * (len(found[0]) - 1) + " ", text)


@cache
def content() -> Mapping[str, Any]:
    """Return the rules and words as they stand in the content file."""
    return load(FILE)


def plain(text: str) -> str:
    """Return a text as folded words with a space after each: ". do what you want . ".

    Sentences are apart by a full stop, other pauses are a comma, "you're" is two words.
    """
    tokens = [_STOP]
    for line in text.splitlines():
        tokens += [_token(found) for found in _TOKEN.findall(folded(line))]
        tokens.append(_STOP)
    return " ".join([*tokens, ""])


def words_of(text: str) -> list[str]:
    """Return the words of a text that was made `plain`, without its stops and pauses."""
    return [word for word in text.split() if word not in (_STOP, _PAUSE, _NO_WORD)]


def hints(line: str, who: str = "", dismissed: frozenset[str] = frozenset()) -> tuple[Hint, ...]:
    """Return what may be asked about a line that is being composed.

    Args:
        line: The line as it stands so far.
        who: The name of whom it is for, "" where nobody has said.
        dismissed: The hints that are not to be shown.
    """
    text = plain(line)
    return tuple(
        Hint(rule.id, asked(rule.question, who), asked(rule.reason, who))
        for rule in _rules()
        if rule.id not in dismissed and rule.is_raised(text)
    )


def generality(text: str) -> str:
    """Return the question for one incident, where what a talk is about is more than one time."""
    many, one = _generality()
    words = plain(text)
    if one.are_in(words) or not many.are_in(words):
        return ""
    return str(content()["generality"]["question"])


def asked(question: str, who: str) -> str:
    """Return a question of the content file with the name of whom it is about."""
    return question.replace("{name}", who.strip() or SOMEBODY)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A hint, and when it is raised. `crowded` has how many sentences may have some phrases."""

    id: str
    question: str
    reason: str
    from_words: int
    raised_by: Phrases
    quiet_by: Phrases
    crowded: tuple[tuple[int, Phrases], ...]

    def is_raised(self, text: str) -> bool:
        if len(words_of(text)) < self.from_words or self.quiet_by.are_in(text):
            return False
        return self.raised_by.are_in(text) or any(
            sum(map(phrases.are_in, _sentences(text))) > most for most, phrases in self.crowded
        )


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            entry["id"],
            entry["question"],
            entry["reason"],
            entry.get("from_words", 1),
            Phrases(entry.get("raised_by", {})),
            Phrases(entry.get("quiet_by", {})),
            tuple((table["sentences"], Phrases(table)) for table in entry.get("crowded", ())),
        )
        for entry in content()["hint"]
    )


@cache
def _generality() -> tuple[Phrases, Phrases]:
    table = content()["generality"]
    return Phrases(table), Phrases(table.get("quiet_by", {}))


def _sentences(text: str) -> list[str]:
    """Return the sentences of a plain text, each plain again."""
    return [_START + part for part in re.split(r"(?<!\S)\. ", text) if part]


def _token(found: str) -> str:
    if found[0] in ".!?":
        return _STOP
    return _PAUSE if found[0] in ",;:-" else found


def _compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){_any_of(phrases)}")


def _any_of(phrases: Iterable[str]) -> str:
    """Return the pattern of any one of the phrases, which nothing fits where there are none."""
    return f"(?:{'|'.join(map(_phrase, phrases)) or '(?!)'})"


def _phrase(phrase: str) -> str:
    """Return the pattern of one phrase; each of its words takes the space after it along."""
    pattern = ""
    for piece in phrase.split():
        named = _LIST.fullmatch(piece)
        if piece == "…":
            pattern += rf"(?:[^{_STOP}\s]\S* ){{0,{_GAP}}}?"
        elif named:
            pattern += _list(named[1]) + (f"{{0,{_AT_MOST}}}" if named[2] else "")
        else:
            tokens = _TOKEN.findall(folded(piece))
            pattern += "".join(re.escape(_token(token)) + " " for token in tokens)
    return pattern


@cache
def _list(name: str) -> str:
    """Return the pattern of any one entry of a list of the content file."""
    if name == "feeling":
        return _any_of(word.word for group in feelings.groups() for word in group.feelings)
    entries = content()["list"].get(name)
    if not isinstance(entries, list):
        raise ContentError(FILE, f"there is no list named {name}")
    return _any_of(entries)
