"""How the evening asks, and what it gives back: tonight's own words, and people before numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.feelings import is_starred, offered
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.heard import EMPTY_SKIPS
from ipt_tui.ipt.moments import Known, follows
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind
from ipt_tui.ipt.review import BYE, END, LENGTHS, RESUME, Length
from ipt_tui.ipt.safe_now import Because, of_safe
from ipt_tui.ipt.safe_to_say import NOT_HERE, SAFE_HINT, danger_word
from ipt_tui.ipt.text import filled, one_line

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.question_sets import QuestionSet, ReviewQuestion
    from ipt_tui.ipt.review import Evening, Given

HOW_LONG = "How much do you have in you right now?"
NOT_OWN = "A review is for a vault of one's own; this one is for a practitioner's clients."
SKIP = "Skip anything. Stop anywhere: it is kept."
NOT_TONIGHT = "You don't have to sort it out tonight."
NOT_NOW = "You don't have to sort it out now."
GOOD_NIGHT, FOR_NOW = "good night", "that is all for now"
NOTHING = "Nothing noted, and that is fine."
KEPT = "What you noted is kept."
AT_ANY_HOUR = "Type help at any time: it leads to people you can call."
ON, ANEW, DONE = "on", "anew", "done"
WRITE, COMPANY, NO_ONE, HELP = "write", "company", "tonight", "help"
_TO_PEOPLE = (
    (WRITE, "write to one"),
    (COMPANY, "just be company"),
    (NO_ONE, "not tonight"),
)
_TO_PEOPLE_BY_DAY = (*_TO_PEOPLE[:-1], (NO_ONE, "not now"))
_TO_HELP = (HELP, "people I can call")
_BYE = {
    WRITE: "A few words will do: “Hard day. Can we talk for a bit?”",
    COMPANY: "A few words will do: “Can I be with you for a while? We don't have to talk.”",
    NO_ONE: "That is fine. Good night.",
}
_BYE_BY_DAY = {**_BYE, NO_ONE: "That is fine. That is all for now."}
UNSAFE = "unsafe"
_SKIPPED = frozenset((Kind.MOOD, Kind.NUMBER, Kind.WHEN))
CAN_BE_CHANGED = "It is kept. You can change it, or take it back, at any time."
_NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
MOST_PICKS = 9
"""So many words have a digit of their own."""
_WEEK = 7
_TITLE = 60
_SHORT = 40
_EARLY, _NOON, _EVENING = 4, 12, 18


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it is shown: `choices` are a digit, the word that is kept, the words shown.

    `picks` are digits and words that may stand in the answer; any other word is as good.
    """

    words: str
    hint: str = ""
    value: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()
    picks: tuple[tuple[str, str], ...] = ()


def ask(key: str, evening: Evening, today: date) -> Ask:
    """Return how a question reads on an evening, asked on the day lived.

    That is one of the questions, RESUME, END, or BYE with the answer to END after a colon.
    """
    if key == RESUME:
        return _resume(evening, today)
    if key == END:
        return _end(evening, today)
    if key.startswith(BYE):
        bye = _BYE_BY_DAY if evening.by_day else _BYE
        return Ask(bye[key.partition(":")[2]], AT_ANY_HOUR, "", numbered(((DONE, "close"),)))
    question = evening.set.questions[key.partition(":")[0]]
    value = "" if key in evening.veiled else evening.answers.get(key, "")
    if question.kind is Kind.SAFE:
        return Ask(question.ask, SAFE_HINT, danger_word(value))
    words = _filled_in(key, question, evening)
    more = len(evening.each.get("known", ())) - MOST_PICKS if question.most else 0
    hint = filled(question.hint, words)
    return Ask(
        filled(_worded(key, question, evening), words),
        f"and {more} more, by name · {hint}" if more > 0 else hint,
        value,
        numbered(question.choices),
        _picks(question, evening),
    )


def refused(key: str, evening: Evening | None, sentence: str) -> str:
    """Return why an answer was refused, and that it need not be given."""
    question = evening.question(key) if evening is not None else None
    if question is None or question.kind not in _SKIPPED or "mpty skips" in sentence:
        return sentence
    return f"{sentence} {EMPTY_SKIPS}"


def because(key: str, evening: Evening) -> Because:
    """Return what an answer said that is not safe: what one would say, or somebody."""
    question = evening.question(key)
    asks_safe = question is not None and question.kind is Kind.SAFE
    return Because.DANGER if asks_safe else Because.UNSAFE


def how_long(name: str = "") -> Ask:
    """Return the question with which an evening begins; `name` is what one wants to be called."""
    words = f"{name}, {HOW_LONG[:1].lower()}{HOW_LONG[1:]}" if name else HOW_LONG
    return Ask(words, SKIP, "", numbered(tuple((each.value, each.label) for each in LENGTHS)))


def opening(asked: QuestionSet) -> Ask:
    """Return what stands before the questions of a set that are not asked by how long it takes."""
    words = f"{asked.title}\n\n{asked.opening}"
    return Ask(words, SKIP, "", numbered(((Length.LONG.value, "begin"),)))


def _worded(key: str, question: ReviewQuestion, evening: Evening) -> str:
    if question.gone and key.partition(":")[2] in evening.gone:
        return question.gone
    return evening.for_whom.pick(question.theirs or question.ask, question.ask)


def _filled_in(key: str, question: ReviewQuestion, evening: Evening) -> dict[str, str]:
    name = evening.each.get(question.each, {}).get(key.partition(":")[2], "")
    feeling = next(iter(evening.own_words), "hurt")
    return {**evening.about, "scale": evening.scale.words, "name": name, "feeling": feeling}


def _picks(question: ReviewQuestion, evening: Evening) -> tuple[tuple[str, str], ...]:
    words = question.picks
    if question.kind is Kind.FEELINGS:
        words = offered(words, evening.own_words)
    elif question.most:
        words = tuple(evening.each.get("known", {}).values())[:MOST_PICKS]
    return tuple((str(n), word) for n, word in enumerate(words, 1))


def aside_words(day: date, today: date, people: tuple[str, ...], title: str = "") -> str:
    """Return "You put something aside on Monday, with Sam: “the flat”."; each name stands once."""
    names = tuple({folded(name.strip()): name for name in reversed(people)}.values())[::-1]
    with_ = f", with {listed(names)}" if names else ""
    what = one_line(title, _SHORT).rstrip(".")
    end = f": “{what}”" if what else "."
    return f"You put something aside {_on(day, today)}{with_}{end}"


def given_back(given: Given, today: date, *, answered: bool = False, by_day: bool = False) -> str:
    """Return what was noted, in the order in which it was; nothing is added and nothing weighed.

    Where it cannot be told, `answered` is whether there was something. `by_day` is
    whether it is not yet evening.
    """
    rest = NOT_NOW if by_day else NOT_TONIGHT
    mood = f"{given.mood}" if given.mood is not None else ""
    mood = ", ".join(filter(None, (mood, given.feelings)))
    moment = ""
    if given.moment:
        title = one_line(given.moment, _TITLE).rstrip(".")
        moment = f"{title[:1].upper()}{title[1:]}"
        moment += f", with {listed(given.people)}" if given.people else ""
    if not mood and not moment:
        return f"{KEPT} {rest}" if answered else NOTHING
    told = list(filter(None, (moment, _left(given))))
    if mood:
        when = _part(given.mood_at, today) if moment else ""
        told.insert(0 if _was_first(given) else len(told), f"{when}: {mood}" if when else mood)
    return f"You noted: {'. '.join(told)}. {rest}"


def _left(given: Given) -> str:
    if given.left is None:
        return ""
    return ", ".join(filter(None, (f"It left you at {given.left}", given.left_feelings)))


def words_noted(evening: Evening) -> tuple[str, ...]:
    """Return the words that were noted, beside which the help lines may be shown."""
    return evening.given.feelings, evening.given.left_feelings


def help_first(evening: Evening) -> bool:
    """Whether the line to the help lines stands first at the end, and an answer that leads there.

    So it does after somebody or something that is not safe, at the lowest end of the scale, and
    beside some words; it is no judgement of who wrote them.
    """
    if evening.which == FIT:
        return False
    unsafe = of_safe(evening.answers.get("safe")) or UNSAFE in evening.answers.values()
    numbers = (evening.given.mood, evening.given.left)
    low = any(n is not None and evening.scale.is_lowest(n) for n in numbers)
    return bool(unsafe) or low or is_starred(words_noted(evening))


def _end(evening: Evening, today: date) -> Ask:
    first, fit = help_first(evening), evening.which == FIT
    told = [AT_ANY_HOUR if first else "", _back(evening, today)]
    told.append(NOT_HERE if of_safe(evening.answers.get("safe")) else "")
    close = "close" if fit else FOR_NOW if evening.by_day else GOOD_NIGHT
    choices: tuple[tuple[str, str], ...] = ((DONE, close),)
    if evening.offered:
        told.append(f"Someone you said you can talk to: {', '.join(evening.offered)}.")
        choices = _TO_PEOPLE_BY_DAY if evening.by_day else _TO_PEOPLE
    choices = choices if fit else (*choices, _TO_HELP)
    hint = "" if first or fit else AT_ANY_HOUR
    return Ask("\n\n".join(filter(None, told)), hint, "", numbered(choices))


def _back(evening: Evening, today: date) -> str:
    """Return what an evening gives back: what was noted, or what stands where by now."""
    back = given_back(evening.given, today, answered=bool(evening.answers), by_day=evening.by_day)
    if evening.which == REVIEW:
        return back
    asked = evening.set
    n, (none, one, many) = evening.counts.get(asked.counts, 0), asked.stands
    names = listed(tuple(evening.each.get(asked.counts, {}).values()))
    words = none if n < 1 else one if n == 1 else many
    stands = filled(words, {"n": _number(n), "names": names}) or CAN_BE_CHANGED
    given = evening.given
    noted = given.mood is not None or given.feelings or given.moment
    return f"{back}\n\n{stands}" if noted else stands


def _number(count: int) -> str:
    """Return how many in a word, as it begins a sentence; from thirteen on in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _resume(evening: Evening, today: date) -> Ask:
    asked = ask(evening.at, evening, today).words.rpartition("\n")[2]
    return go_on(_on(evening.day, today), asked)


def go_on(on: str, asked: str) -> Ask:
    """Return the question whether to go on where one stopped: `on` a day, as in a sentence."""
    choices = numbered(((ON, "go on there"), (ANEW, "begin a new one")))
    return Ask(f"You stopped {on}, at: “{asked}”", SKIP, "", choices)


def numbered(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    """Return choices, each the word that is kept and the words shown, with their digits."""
    return tuple((str(n), word, label) for n, (word, label) in enumerate(choices, 1))


def _was_first(given: Given) -> bool:
    """Whether the mood was before the moment; of one day without a time, as it was asked for."""
    at, then = given.mood_at, given.moment_at
    if at is None or then is None:
        return True
    return at.day <= then.day if then.known is Known.DAY else follows(then, at)


def _on(day: date, today: date) -> str:
    """Return "earlier today", "on Monday", or "on 2 Nov" where a week and more lies between."""
    if day == today:
        return "earlier today"
    return f"on {day:%A}" if (today - day).days < _WEEK else f"on {short(day, today)}"


def _part(at: Moment | None, today: date) -> str:
    """Return "This morning", "Tonight", "On Monday": the part of the day that is lived."""
    if at is None:
        return ""
    if at.day != today:
        on = _on(at.day, today)
        return f"{on[:1].upper()}{on[1:]}"
    hour = at.at.hour
    if at.in_the_night or hour < _EARLY:
        return "Tonight"
    if hour < _NOON:
        return "This morning"
    return "This afternoon" if hour < _EVENING else "This evening"
