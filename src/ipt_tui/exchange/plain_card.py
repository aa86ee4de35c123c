"""One person's card as plain lines, with the labels that stand on the card itself."""

from collections.abc import Iterator, Sequence
from datetime import date

from ipt_tui.exchange.plain import NOT_PLACED, SENSITIVE, line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import Card, ExpectationLine, Move, who_wants
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.people import Met, View
from ipt_tui.ipt.questions import Question

_INDENT = "  "
_IN_HEADING = ("name", "kind", "since", "life", "died", "ring.now")


def card_lines(
    card: Card,
    questions: Sequence[Question],
    today: date,
    *,
    code: str,
    audience: Audience = Audience.PRACTITIONER,
    onset: str = "",
    width: int | None = None,
) -> list[str]:
    """Return a card as lines: who, what was told, wishes, places with their dates, ties, mentions.

    Args:
        card: What to tell; a veiled one is one line.
        questions: Those of the card, in their order.
        today: Days of this year are said without it.
        code: The client's, for what they want.
        audience: For whom the lines are worded.
        onset: When the low mood began, in the client's words, for the labels that name it.
        width: In cells; lines are wrapped only if it is given.
    """
    if card.veiled:
        return wrapped([SENSITIVE], width)
    heading = line(card.heading).replace(" · ", ", ")
    place = [] if card.now is not None else [NOT_PLACED]
    parts = (
        _told(card, questions, onset, audience),
        (_wish(wish, card, today, code, audience) for wish in card.expectations),
        map(_move, card.moves),
        (line(f"tied to {tie.name}, {tie.kind}".rstrip(", ")) for tie in card.ties),
        (line(f"named under {said.where}: {said.line}") for said in card.mentions),
    )
    lines = [line(", ".join(filter(None, [f"{card.name}: {heading}".rstrip(": "), *place])))]
    for part in parts:
        lines += spaced(part)
    return wrapped(lines, width)


def _told(
    card: Card, questions: Sequence[Question], onset: str, audience: Audience
) -> Iterator[str]:
    """Yield an answer a line; an answer of several lines goes on below, indented."""
    for question in questions:
        if question.field in _IN_HEADING:
            continue
        first, *more = question.shown(card).splitlines() or [""]
        if line(first) or more:
            yield line(f"{question.labelled(onset, audience)}: {first}")
            yield from (f"{_INDENT}{line(text)}" for text in more if line(text))


def _wish(wish: ExpectationLine, card: Card, today: date, code: str, audience: Audience) -> str:
    whose = who_wants(wish, card.name, code, audience)
    told = [_said(wish, today), _met(wish, today), _realistic(wish, audience)]
    return line(". ".join(filter(None, [f"{whose}: {wish.text}", ", ".join(filter(None, told))])))


def _said(wish: ExpectationLine, today: date) -> str:
    if wish.said is None:
        return ""
    return f"Said aloud{_from('on', wish.said_on, today)}" if wish.said else "Not said aloud"


def _met(wish: ExpectationLine, today: date) -> str:
    words = {Met.YES: "met", Met.PARTLY: "partly met", Met.NO: "not met"}
    met = Met.read(wish.met)
    said = words.get(met, f"met: {wish.met}") if met else ""
    return f"{said}{_from('since', wish.met_on, today)}" if said else ""


def _realistic(wish: ExpectationLine, audience: Audience) -> str:
    can = audience.pick("realistic", "could happen")
    cannot = audience.pick("not realistic", "not likely to happen")
    words = {Met.YES: can, Met.PARTLY: f"partly {can}", Met.NO: cannot}
    realistic = Met.read(wish.realistic)
    return words.get(realistic, f"{can}: {wish.realistic}") if realistic else ""


def _from(word: str, day: str | None, today: date) -> str:
    return f" {word} {short(date.fromisoformat(day), today)}" if day else ""


def _move(move: Move) -> str:
    view = "" if move.view == View.NOW else f" ({View.say(move.view)})"
    ring = NOT_PLACED if move.ring is None else move.ring.label
    why = f": {move.why}" if move.why.strip() else ""
    return line(f"{short(date.fromisoformat(move.day))}, {ring}{view}{why}")
