"""`review --plain`: an evening, also of the first week, line by line, to a screen reader too.

Each answer is kept before the next question is asked, so that stopping anywhere loses nothing.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.ipt import first_week, moments, review_words
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.picks import picked
from ipt_tui.ipt.question_sets import REVIEW, Kind, sets, week
from ipt_tui.ipt.review import BYE, END, RESUME, first, following
from ipt_tui.ipt.safe_now import ALONE, ANSWERS, QUESTION, Because
from ipt_tui.ipt.text import clean
from ipt_tui.vault import fits, review_answers, review_read, reviewing, week_read
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.ipt.review import Evening
    from ipt_tui.ipt.review_words import Ask
    from ipt_tui.vault.vault import Vault

HOW = "An empty line skips. stop stops: all is kept. help shows the help lines."
STOPPED = "Kept. You can go on from here another time."
STOP, HELP = "stop", "help"


class Stopped(Exception):  # noqa: N818
    """Somebody stopped, or nobody is there any more."""


def review(arguments: Arguments) -> None:
    """Ask the questions of an evening. Raises VaultError with one sentence."""
    from ipt_tui.cli.commands import help_lines

    with opened(arguments) as vault:
        if audience(vault) is not Audience.CLIENT:
            raise VaultError(review_words.NOT_OWN)
        client = chosen(vault, arguments.client)
        about = replace(arguments, region=client.region or None)
        print(HOW)
        try:
            asking = _Plain(vault, client.uid, lambda: help_lines(about))
            asking.run(REVIEW if arguments.first_week is None else asking.evening(arguments))
        except Stopped:
            print(STOPPED)


class _Plain:
    """Asks one client, in one vault; `show_help` prints the help lines."""

    def __init__(self, vault: Vault, client: str, show_help: Callable[[], None]) -> None:
        self._vault, self._client, self._show_help = vault, client, show_help
        self._today = vault.clock.today()
        self._which = REVIEW

    def evening(self, arguments: Arguments) -> str:
        """Return the evening of the first week that is asked for; without a number it is asked.

        Raises Stopped, or VaultError for a number there is none of.
        """
        if number := arguments.first_week:
            if number > len(week()):
                raise VaultError(f"The first week has {len(week())} evenings.")
            return week()[number - 1].id
        how = first_week.states(self._vault.read(week_read.first_week, self._client))
        choices = tuple(
            (str(n), one.id, f"{one.title}: {word}") for n, (one, word) in enumerate(how, 1)
        )
        word = self._heard(review_words.Ask(first_week.WHICH, choices=choices))
        if not word:
            raise Stopped
        return word

    def run(self, which: str) -> None:
        """Ask a set until there is nothing more to ask. Raises Stopped."""
        self._which = which
        key: str | None = self._begin()
        while key is not None:
            self._vault.keep(reviewing.stand, self._client, key, which)
            evening = self._evening()
            question = evening.question(key)
            asked = review_words.ask(key, evening, self._today)
            several = question is not None and question.several_lines
            typed = self._heard(asked, several=several)
            if key == END:
                self._say_goodbye(typed)
                return
            if question is not None and question.kind is Kind.SAFE:
                typed = typed or asked.value
            if typed and not self._kept(key, typed, evening.shown(key)):
                continue
            key = following(key, self._evening())

    def _begin(self) -> str:
        """Return the first question: where one stopped, if one goes on there."""
        left = self._read()
        if left is not None and left.can_go_on:
            word = self._heard(review_words.ask(RESUME, left, self._today))
            if word != review_words.ANEW:
                return left.at
        called = self._vault.read(fits.fit, self._client).called
        own = self._which == REVIEW
        opening = (
            review_words.how_long(called) if own else review_words.opening(sets()[self._which])
        )
        length = self._heard(opening)
        if not length:
            raise Stopped
        self._vault.keep(reviewing.begin, self._client, length, self._today, self._which)
        return first(self._evening())

    def _say_goodbye(self, word: str) -> None:
        evening = self._evening()
        if word and following(END, evening) == BYE:
            print(review_words.ask(f"{BYE}:{word}", evening, self._today).words)

    @property
    def _starts(self) -> time:
        return self._vault.clock.day_starts_at

    def _read(self) -> Evening | None:
        return self._vault.read(
            review_read.evening, self._client, self._today, self._starts, which=self._which
        )

    def _evening(self) -> Evening:
        found = self._read()
        if found is None:
            raise VaultError("This evening was begun anew elsewhere; what you told is kept.")
        return found

    def _kept(self, key: str, typed: str, over: str) -> bool:
        """Keep an answer; say what is wrong with one that cannot be."""
        now = moments.moment(self._vault.clock.now(), day_starts_at=self._starts)
        try:
            unsafe = self._vault.write(
                review_answers.answer,
                self._client, key, typed, now, self._starts, self._which, over,
            )  # fmt: skip
        except (NotHeard, VaultError) as error:
            print(clean(str(error)))
            return False
        if unsafe:
            self._ask_whether_safe()
        return True

    def _ask_whether_safe(self) -> None:
        """Ask one plain question; the numbers come where the answer is not a plain yes."""
        choices = tuple((sign, word, said) for sign, word, said in ANSWERS)
        words = f"{Because.UNSAFE.label}\n{ALONE}\n{QUESTION}"
        if self._heard(review_words.Ask(words, choices=choices)) != ANSWERS[0][1]:
            self._show_help()

    # Asking.

    def _heard(self, asked: Ask, *, several: bool = False) -> str:
        """Ask until it is answered or skipped; return the answer. Raises Stopped."""
        print(f"\n{_shown(asked)}")
        while True:
            typed = self._line()
            if typed.casefold() == HELP:
                self._show_help()
                print(f"\n{_shown(asked)}")
            elif not typed:
                return ""
            elif several:
                return self._more(typed)
            elif not asked.choices:
                return picked(typed, asked.picks)
            elif (word := _meant(typed, asked)) is not None:
                return word
            else:
                print("Please type one of the signs before the answers, or its word.")

    def _more(self, typed: str) -> str:
        """Return the lines of an answer, up to an empty one."""
        lines = [typed]
        while more := self._line():
            lines.append(more)
        return "\n".join(lines)

    def _line(self) -> str:
        """Return one line as typed. Raises Stopped for "stop" and at the end of what is given."""
        print("> ", end="", flush=True)
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line or line.strip().casefold() == STOP:
            print()
            raise Stopped
        return line.strip()


def _shown(asked: Ask) -> str:
    """Return a question as lines: what is asked, the answers to choose from, a hint."""
    choices = [f"  {sign}  {words}" for sign, _, words in asked.choices]
    choices += [f"  {sign}  {words}" for sign, words in asked.picks]
    so_far = [f"So far: {asked.value}"] if asked.value and not asked.choices else []
    lines = [asked.words, *choices, asked.hint, *so_far]
    return clean("\n".join(line for line in lines if line))


def _meant(typed: str, asked: Ask) -> str | None:
    """Return the word of the one answer that is meant, by its sign or its beginning."""
    wanted = typed.casefold()
    signs = [word for sign, word, _ in asked.choices if sign == wanted]
    near = [word for _, word, said in asked.choices if said.casefold().startswith(wanted)]
    found = signs or near
    return found[0] if len(found) == 1 else None
