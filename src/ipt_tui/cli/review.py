"""`review --plain`: an evening, also of the first week, line by line, to a screen reader too.

Each answer is kept before the next question is asked, so that stopping anywhere loses nothing.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.cli import saying
from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.ipt import first_week, moments, review_words
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.heard import NotHeard, and_goes_on, are_words
from ipt_tui.ipt.help_lines import calls_for_help
from ipt_tui.ipt.picks import picked
from ipt_tui.ipt.question_sets import REVIEW, Kind, sets, week
from ipt_tui.ipt.review import BYE, END, RESUME, draft, first, following, is_by_day, taken_by
from ipt_tui.ipt.safe_now import ALONE, ANSWERS, QUESTION, SAFE, Because
from ipt_tui.ipt.text import clean
from ipt_tui.vault import drafts, fits, noting, review_answers, review_read, reviewing, week_read
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.review import Evening
    from ipt_tui.ipt.review_words import Ask
    from ipt_tui.vault.vault import Vault

HOW = "An empty line skips. stop stops: all is kept. help leads to people you can call."
STOPPED = "Kept. You can go on from here another time."
STOP = "stop"
A_MINUTE = "A minute, then."
ENDS = "An empty line ends it."
GO_ON = "Go on where you were. An empty line ends it."
WAITS = "What you typed is kept: it waits at this question on the screen, in ipt-tui review."
LINE_KEPT = "Your words are kept, as a line on the timeline."
NOT_MEANT = "Please type one of the numbers, or its word."
_ENOUGH = 4
"""So many letters may stand anywhere in an answer; fewer begin it."""


class Stopped(Exception):  # noqa: N818
    """Somebody stopped, or nobody is there any more."""


def review(arguments: Arguments) -> None:
    """Ask the questions of an evening. Raises VaultError with one sentence."""
    from ipt_tui.cli.commands import help_lines

    with opened(arguments) as vault:
        if audience(vault) is not Audience.CLIENT:
            raise VaultError(review_words.NOT_OWN)
        client = chosen(vault, arguments.client)
        print(saying.in_width(HOW))
        try:
            asking = _Plain(vault, client.uid, lambda: help_lines(arguments, client.region))
            asking.run(REVIEW if arguments.first_week is None else asking.evening(arguments))
        except Stopped:
            print(STOPPED)


class _Plain:
    """Asks one client, in one vault; `show_help` prints the help lines."""

    def __init__(self, vault: Vault, client: str, show_help: Callable[[], None]) -> None:
        self._vault, self._client, self._show_help = vault, client, show_help
        self._today = vault.clock.today()
        self._which = REVIEW
        self._stopping = False
        self._refused = ("", "")
        """The question, and the words, that were not understood last."""

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
        asked = review_words.Ask(first_week.WHICH, choices=choices)
        while not (word := self._heard(asked)):
            print(NOT_MEANT)
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
            if (key, typed) == (END, review_words.HELP):
                self._ask_whether_safe(Because.HELP)
                continue
            if key == END:
                self._say_goodbye(typed)
                return
            if question is not None and question.kind is Kind.SAFE:
                typed = typed or asked.value
            kept = not typed or self._kept(key, typed, evening)
            if self._stopping:
                raise Stopped
            if not kept:
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
            length = opening.choices[0][1]
            print(A_MINUTE if own else "")
        self._vault.keep(reviewing.begin, self._client, length, self._today, self._which)
        return first(self._evening())

    def _say_goodbye(self, word: str) -> None:
        evening = self._evening()
        if word and following(END, evening) == BYE:
            print(saying.in_width(review_words.ask(f"{BYE}:{word}", evening, self._today).words))

    @property
    def _starts(self) -> time:
        return self._vault.clock.day_starts_at

    def _read(self) -> Evening | None:
        clock = self._vault.clock
        found = self._vault.read(
            review_read.evening, self._client, self._today, self._starts, which=self._which
        )
        return found and replace(found, by_day=is_by_day(clock.now(), clock.day_starts_at))

    def _evening(self) -> Evening:
        found = self._read()
        if found is None:
            raise VaultError("This evening was begun anew elsewhere; what you told is kept.")
        return found

    def _kept(self, key: str, typed: str, evening: Evening) -> bool:
        """Keep an answer; say what is wrong with one that cannot be."""
        key = taken_by(key, typed, evening)
        now = moments.moment(self._vault.clock.now(), day_starts_at=self._starts)
        try:
            unsafe = self._vault.write(
                review_answers.answer,
                self._client, key, typed, now, self._starts, self._which, evening.shown(key),
            )  # fmt: skip
        except (NotHeard, VaultError) as error:
            question = evening.question(key)
            unasked = question is not None and not question.takes_words and are_words(typed)
            if unasked and isinstance(error, NotHeard):
                return self._carried(key, typed, evening, str(error), now)
            print(saying.in_width(clean(review_words.refused(key, evening, str(error)))))
            if "\n" in typed or self._stopping:
                self._wait(key, typed, evening)
                print(saying.in_width(WAITS))
            return False
        if self._refused[0] == key:
            self._wait(key, "", evening)
        if unsafe:
            self._ask_whether_safe(review_words.because(key, evening))
        return True

    def _carried(self, key: str, words: str, evening: Evening, why: str, now: Moment) -> bool:
        """Keep words that no number or day is: first as a draft, given once more as a line."""
        again, self._refused = self._refused == (key, words), (key, words)
        if again:
            line = Captured(Mark.TEXT, 0, text=words, words=words)
            self._vault.write(noting.note, self._client, (line,), now)
            print(saying.in_width(LINE_KEPT))
        else:
            print(saying.in_width(clean(and_goes_on(why))))
        self._wait(key, "" if again else words, evening)
        return again

    def _wait(self, key: str, typed: str, evening: Evening) -> None:
        """Keep what was typed as the draft of its question; "" forgets it."""
        place = draft(self._client, self._which, key, evening)
        self._vault.keep(drafts.save, place, typed, self._client)

    def _ask_whether_safe(self, because: Because) -> None:
        """Ask one plain question; the numbers come where the answer is not a plain yes.

        They come as well to whoever asked for them, or stops here. Raises Stopped.
        """
        words = f"{because.label}\n{ALONE}\n{QUESTION}"
        try:
            word = self._heard(review_words.Ask(words, choices=ANSWERS), safe=True)
        except Stopped:
            self._show_help()
            raise
        safe = word == ANSWERS[0][1]
        if safe:
            print(SAFE[0])
        if not safe or because is Because.HELP:
            self._show_help()

    # Asking.

    def _heard(self, asked: Ask, *, several: bool = False, safe: bool = False) -> str:
        """Ask until it is answered or skipped; return the answer. Raises Stopped.

        To the question whether somebody is `safe`, help is an answer that is no plain yes.
        """
        shown = "\n".join(filter(None, (_shown(asked), ENDS if several else "")))
        print(f"\n{saying.in_width(shown)}")
        while True:
            typed = self._line()
            if calls_for_help(typed):
                if safe:
                    return ""
                self._ask_whether_safe(Because.HELP)
                print(f"\n{saying.in_width(shown)}")
            elif not typed:
                return ""
            elif several:
                return self._more(typed)
            elif not asked.choices:
                return picked(typed, asked.picks)
            elif (word := _meant(typed, asked)) is not None:
                return word
            else:
                print(NOT_MEANT)

    def _more(self, typed: str) -> str:
        """Return the lines of an answer, up to an empty one; who stops here has them kept first."""
        lines = [typed]
        try:
            while more := self._line(prompt=""):
                if calls_for_help(more):
                    self._ask_whether_safe(Because.HELP)
                    print(f"\n{GO_ON}")
                else:
                    lines.append(more)
        except Stopped:
            self._stopping = True
        return "\n".join(lines)

    def _line(self, prompt: str = "> ") -> str:
        """Return one line as typed.

        Raises Stopped for "stop", at ctrl-c, and at the end of what is given.
        """
        print(prompt, end="", flush=True)
        try:
            line = sys.stdin.readline() if sys.stdin is not None else ""
        except KeyboardInterrupt:
            line = ""
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
    """Return the word of the one answer that is meant, by its sign, its word, or a part of it."""
    wanted = typed.casefold()
    told = [(sign, word, said.casefold()) for sign, word, said in asked.choices]
    found = [word for sign, word, _ in told if wanted in (sign, word)]
    found = found or [word for _, word, said in told if said.startswith(wanted)]
    if not found and len(wanted) >= _ENOUGH:
        found = [word for _, word, said in told if wanted in said]
    return found[0] if len(found) == 1 else None
