"""How the evening asks, and what it gives back: tonight's own words, and people before numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.feelings import is_starred, offered
from ipt_tui.ipt.moments import Known, follows
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind
from ipt_tui.ipt.review import BYE, END, LENGTHS, RESUME, Length
from ipt_tui.ipt.safe_to_say import NOT_HERE, SAFE_HINT, danger_word
from ipt_tui.ipt.talk_vocabulary import Safe
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
NOTHING = "Nothing noted, and that is fine."
AT_ANY_HOUR = "Type help at any time: it leads to people you can call."
ON, ANEW, DONE = "on", "anew", "done"
WRITE, COMPANY, NO_ONE = "write", "company", "tonight"
_TO_PEOPLE = (
    (WRITE, "write to one"),
    (COMPANY, "just be company"),
    (NO_ONE, "not tonight"),
)
_BYE = {
    WRITE: "A few words will do: “Hard day. Can we talk for a bit?”",
    COMPANY: "A few words will do: “Can I be with you for a while? We don't have to talk.”",
    NO_ONE: "That is fine. Good night.",
}
UNSAFE = "unsafe"
CAN_BE_CHANGED = "It is kept. You can change it, or take it back, at any time."
_NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
_WEEK = 7
_TITLE = 60


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
        return Ask(_BYE[key.partition(":")[2]], AT_ANY_HOUR, "", _numbered(((DONE, "close"),)))
    question = evening.set.questions[key.partition(":")[0]]
    value = "" if key in evening.veiled else evening.answers.get(key, "")
    if question.kind is Kind.SAFE:
        return Ask(question.ask, SAFE_HINT, danger_word(value))
    words = _filled_in(key, question, evening)
    return Ask(
        filled(_worded(key, question, evening), words),
        filled(question.hint, words),
        value,
        _numbered(question.choices),
        _picks(question, evening),
    )


def how_long(name: str = "") -> Ask:
    """Return the question with which an evening begins; `name` is what one wants to be called."""
    words = f"{name}, {HOW_LONG[:1].lower()}{HOW_LONG[1:]}" if name else HOW_LONG
    return Ask(words, SKIP, "", _numbered(tuple((each.value, each.label) for each in LENGTHS)))


def opening(asked: QuestionSet) -> Ask:
    """Return what stands before the questions of a set that are not asked by how long it takes."""
    words = f"{asked.title}\n\n{asked.opening}"
    return Ask(words, SKIP, "", _numbered(((Length.LONG.value, "begin"),)))


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
        words = tuple(evening.each.get("known", {}).values())[:9]
    return tuple((str(n), word) for n, word in enumerate(words, 1))


def aside_words(day: date, today: date, people: tuple[str, ...]) -> str:
    """Return "You put something aside on Monday, with Sam."."""
    with_ = f", with {listed(people)}" if people else ""
    return f"You put something aside {_on(day, today)}{with_}."


def given_back(given: Given, today: date) -> str:
    """Return what was noted, in the order in which it was; nothing is added and nothing weighed."""
    mood = f"{given.mood}" if given.mood is not None else ""
    mood = ", ".join(filter(None, (mood, given.feelings)))
    moment = ""
    if given.moment:
        title = one_line(given.moment, _TITLE).rstrip(".")
        moment = f"{title[:1].upper()}{title[1:]}"
        moment += f", with {listed(given.people)}" if given.people else ""
    if not mood and not moment:
        return NOTHING
    told = [
        part for part in (moment, f"Then {given.left}" if given.left is not None else "") if part
    ]
    if mood and moment and _was_first(given):
        told.insert(0, f"{mood} {_part(given.mood_at, today)}".strip())
    elif mood:
        told.append(f"Now {mood}" if moment else mood)
    return f"You noted: {'. '.join(told)}. {NOT_TONIGHT}"


def words_noted(evening: Evening) -> tuple[str, str]:
    """Return the words for feelings that were noted, beside which the help lines may be shown."""
    return evening.given.feelings, evening.given.left_feelings


def _end(evening: Evening, today: date) -> Ask:
    safe = evening.answers.get("safe")
    unsafe = bool(safe) and safe != Safe.YES
    told = [_back(evening, today), NOT_HERE if unsafe else ""]
    choices: tuple[tuple[str, str], ...] = (
        (DONE, "close" if evening.which == FIT else "good night"),
    )
    if evening.offered:
        told.append(f"Someone you said you can talk to: {', '.join(evening.offered)}.")
        choices = _TO_PEOPLE
    unsafe = unsafe or UNSAFE in evening.answers.values()
    hint = AT_ANY_HOUR if unsafe or is_starred(words_noted(evening)) else ""
    return Ask("\n\n".join(filter(None, told)), hint, "", _numbered(choices))


def _back(evening: Evening, today: date) -> str:
    """Return what an evening gives back: what was noted, or what stands where by now."""
    if evening.which == REVIEW:
        return given_back(evening.given, today)
    asked = evening.set
    n, (none, one, many) = evening.counts.get(asked.counts, 0), asked.stands
    names = listed(tuple(evening.each.get(asked.counts, {}).values()))
    words = none if n < 1 else one if n == 1 else many
    stands = filled(words, {"n": _number(n), "names": names}) or CAN_BE_CHANGED
    noted = evening.given.mood is not None or evening.given.moment
    return f"{given_back(evening.given, today)}\n\n{stands}" if noted else stands


def _number(count: int) -> str:
    """Return how many in a word, as it begins a sentence; from thirteen on in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _resume(evening: Evening, today: date) -> Ask:
    asked = ask(evening.at, evening, today).words.rpartition("\n")[2]
    words = f"You stopped {_on(evening.day, today)}, at: “{asked}”"
    return Ask(words, SKIP, "", _numbered(((ON, "go on there"), (ANEW, "begin a new one"))))


def _numbered(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((str(n), word, label) for n, (word, label) in enumerate(choices, 1))


def _was_first(given: Given) -> bool:
    """Whether the mood was noted before the moment; of one day without a time, after it."""
    at, then = given.mood_at, given.moment_at
    if at is None or then is None:
        return False
    return at.day < then.day if then.known is Known.DAY else follows(then, at)


def _on(day: date, today: date) -> str:
    """Return "earlier today", "on Monday", or "on 2 Nov" where a week and more lies between."""
    if day == today:
        return "earlier today"
    return f"on {day:%A}" if (today - day).days < _WEEK else f"on {short(day, today)}"


def _part(at: Moment | None, today: date) -> str:
    if at is None:
        return ""
    if at.day != today:
        return _on(at.day, today)
    hour = at.at.hour
    if 4 <= hour < 12:
        return "this morning"
    return "this afternoon" if 12 <= hour < 18 else "this evening"
