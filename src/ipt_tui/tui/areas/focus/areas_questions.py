"""How each question about a problem area reads: its words, its choices, what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.focus import Rank, Side, head
from ipt_tui.ipt.focus_words import fits_least, pointer_words
from ipt_tui.tui.areas.inquiry import YES_NO, YES_PARTLY_NO
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from ipt_tui.ipt.focus import ProblemArea
    from ipt_tui.ipt.workbench import Prompt
    from ipt_tui.tui.areas.focus.areas_inquiry import AreaInquiry

WHICH, WHO, ABOUT, SENSITIVE = "which", "who", "about", "sensitive"
RANK, INSTEAD, AGREES, WHY = "rank", "instead", "agrees", "why"
STAGE, SIDE, TEXT, TIE, WITH = "stage", "side", "text", "tie", "with"
NONE = "none"
NAMES = "a name as it stands on the circle; @Kim adds somebody; empty for nobody"
DAY = "9 Nov · yesterday · 20 Oct"
VEIL_QUESTION = "Is it sensitive? Then it is veiled, and shows only when asked for."
RANKS = tuple((str(n), rank.value, rank.label) for n, rank in enumerate(list(Rank)[:3], 1))
SIDES = tuple((str(n), side.value, side.label) for n, side in enumerate(list(Side)[:2], 1))
Choices = tuple[tuple[str, str, str], ...]


def asked(inquiry: AreaInquiry, key: str) -> Asked | None:
    """Return the question of a key as it is shown, None where there is nothing to ask."""
    if key == WHICH:
        said = [(a.id, a.said(inquiry.ground.audience)) for a in in_use().offered]
        return Asked(key, "Which area might it be about?", "", _numbered(said))
    area = inquiry.area
    if area is None:
        return None
    what, _, rest = key.partition(":")
    if what == "prompt":
        return _prompt(inquiry, area, rest)
    told = {
        WHO: _who, ABOUT: _about, SENSITIVE: _sensitive, RANK: _rank, INSTEAD: _instead,
        AGREES: _agrees, WHY: _why, STAGE: _stage, SIDE: _side, TEXT: _text, TIE: _tie, WITH: _with,
        "choice": _choice, "at": _at, "evidence": _evidence, "answer": _answer,
    }  # fmt: skip
    return told[what](inquiry, area, key)


def prompt_in(area: ProblemArea, uid: str) -> Prompt | None:
    """Return the prompt that an answer was given to."""
    answer = next((each for each in area.answers if each.uid == uid), None)
    return area.kind.prompt(answer.prompt) if answer else None


def _numbered(said: list[tuple[str, str]]) -> Choices:
    return tuple((str(n), *each) for n, each in enumerate(said, 1))


def _who(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    words = area.kind.asks_who(inquiry.ground.audience)
    return Asked(key, words, area.name, (), NAMES, inquiry.place(key))


def _about(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    hint = "these words stand in the top line and the brief; empty is fine"
    if area.living and inquiry.ground.audience is Audience.PRACTITIONER:
        hint = f"{area.name} is not marked as having died. {hint}"
    words = "What is it about, in plain words?"
    return Asked(key, words, area.about, (), hint, inquiry.place(key))


def _sensitive(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:  # noqa: ARG001
    return Asked(key, VEIL_QUESTION, "yes" if area.sensitive else "no", YES_NO)


def _rank(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    hint = "decided today; what was before is kept"
    if inquiry.ground.audience is Audience.PRACTITIONER:
        hint = ". ".join(filter(None, (fits_least(inquiry.focus, area), hint)))
    name = head(area, inquiry.ground.audience)
    return Asked(key, f"Work on “{name}”?", area.rank, RANKS, hint)


def _instead(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked | None:  # noqa: ARG001
    there, rank = inquiry.in_place, Rank.say(key.partition(":")[2])
    if there is None:
        return None
    name = head(there, inquiry.ground.audience) if not there.veiled else "Another"
    return Asked(key, f"“{name}” is {rank} now. Put this in its place, from today on?", "", YES_NO)


def _agrees(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    words = inquiry.ground.audience.pick(f"Does {area.code} agree?", "Do you agree?")
    return Asked(key, words, area.agrees, YES_PARTLY_NO)


def _why(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    last = area.choices[-1] if area.choices else None
    said = last.why if last is not None and last.day == inquiry.ground.today else ""
    return Asked(
        key, "Why this, now? It can stay empty.", said, (), "", inquiry.place(key), takes_words=True
    )


def _stages(inquiry: AreaInquiry) -> Choices:
    theirs = inquiry.ground.audience is Audience.PRACTITIONER
    return _numbered(
        [
            (stage.id, f"{stage.label}: {stage.line}" if theirs else stage.client)
            for stage in in_use().stages
        ]
    )


def _stage(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    words = inquiry.ground.audience.pick(
        "In which stage is it, from today on?", "How is it between you two now?"
    )
    return Asked(key, words, area.stage.stage if area.stage else "", _stages(inquiry))


def _side(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:
    name = head(area, inquiry.ground.audience)
    return Asked(key, f"Does it speak for “{name}” or against it? Words come next.", "", SIDES)


def _text(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:  # noqa: ARG001
    side = Side.say(inquiry.held.get(SIDE, Side.FOR))
    return Asked(key, f"What speaks {side} it?", "", (), "", inquiry.place(key), takes_words=True)


def _choice(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked | None:
    _, uid, field = key.split(":")
    choice = next((each for each in area.choices if each.uid == uid), None)
    if choice is None:
        return None
    if field == AGREES:
        words = inquiry.ground.audience.pick(f"Does {area.code} agree?", "Do you agree?")
        return Asked(key, words, choice.agrees, YES_PARTLY_NO)
    if field == WHY:
        return Asked(
            key, "Why that, then?", choice.why, (), "", inquiry.place(key), takes_words=True
        )
    day = short(choice.day, inquiry.ground.today)
    return Asked(key, "On which day was that decided?", day, (), DAY, inquiry.place(key))


def _at(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked | None:
    _, uid, field = key.split(":")
    stage = next((each for each in area.stages if each.uid == uid), None)
    if stage is None:
        return None
    if field == STAGE:
        words = inquiry.ground.audience.pick("In which stage was it then?", "How was it then?")
        return Asked(key, words, stage.stage, _stages(inquiry))
    if field == WHY:
        return Asked(
            key, "What showed it?", stage.why, (), "", inquiry.place(key), takes_words=True
        )
    day = short(stage.day, inquiry.ground.today)
    return Asked(key, "From which day on?", day, (), DAY, inquiry.place(key))


def _evidence(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked | None:
    _, uid, field = key.split(":")
    line = next((each for each in area.evidence if each.uid == uid), None)
    if line is None or line.veiled:
        return None
    if field == SIDE:
        return Asked(key, "Does it speak for it or against it?", line.side, SIDES)
    if field == SENSITIVE:
        return Asked(key, VEIL_QUESTION, "yes" if line.sensitive else "no", YES_NO)
    return Asked(
        key, "What is it, in words?", line.text, (), "", inquiry.place(key), takes_words=True
    )


def _prompt(inquiry: AreaInquiry, area: ProblemArea, name: str) -> Asked | None:
    prompt, key = area.kind.prompt(name), f"prompt:{name}"
    if prompt is None or area.holds_back(prompt):
        return None
    there = () if prompt.many else area.to(name)
    if there and there[0].veiled:
        return None
    value = there[0].text if there else ""
    more = "enter goes on" if prompt.many else ""
    return _worded(inquiry, area, prompt, key, value, more)


def _worded(
    inquiry: AreaInquiry, area: ProblemArea, prompt: Prompt, key: str, value: str, hint: str = ""
) -> Asked:
    audience = inquiry.ground.audience
    words = prompt.words(audience, area.code, area.name)
    choices = _numbered([(c.id, audience.pick(c.label, c.client)) for c in prompt.choices])
    place = "" if choices else inquiry.place(key)
    return Asked(key, words, value, choices, hint, place, takes_words=True)


def _answer(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked | None:
    _, uid, field = key.split(":")
    answer = next((each for each in area.answers if each.uid == uid), None)
    if answer is None or answer.veiled:
        return None
    prompt = area.kind.prompt(answer.prompt)
    if field == SENSITIVE:
        return Asked(key, VEIL_QUESTION, "yes" if answer.sensitive else "no", YES_NO)
    if field == "rating":
        words = prompt.rating if prompt else ""
        if prompt is not None:
            words = inquiry.ground.audience.pick(prompt.rating, prompt.own_rating)
        value = "" if answer.rating is None else str(answer.rating)
        return Asked(key, words, value, (), "empty is fine", inquiry.place(key)) if words else None
    if prompt is None:
        return Asked(key, "The answer", answer.text, (), "", inquiry.place(key))
    return _worded(inquiry, area, prompt, key, answer.text)


def _tie(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked | None:  # noqa: ARG001
    said = [(pointer.key, pointer_words(pointer)) for pointer in inquiry.joinable[:8]]
    if not said:
        return None
    return Asked(key, "What goes with it?", "", _numbered([*said, (NONE, "none of these")]))


def _with(inquiry: AreaInquiry, area: ProblemArea, key: str) -> Asked:  # noqa: ARG001
    hint = "names as they stand on the circle, with commas"
    return Asked(key, "Who belongs to it?", "", (), hint, inquiry.place(key))
