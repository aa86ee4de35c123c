"""Where the answers of the first week go: people, where they stand, wishes, what happened then.

Each way takes what writes, what was typed, and of a question asked about somebody that one's uid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.heard import NotHeard, been, named_or_new, names_heard, number
from ipt_tui.ipt.named_lines import named_lines
from ipt_tui.ipt.people import Life, Quality, Ring, Whose
from ipt_tui.ipt.question_sets import sets
from ipt_tui.ipt.regions import is_southern
from ipt_tui.records import Client, Event, Expectation
from ipt_tui.vault import clients, expectations, people, ties, timed
from ipt_tui.vault.dating import of_event
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipt_tui.ipt.capture_dates import Said
    from ipt_tui.vault.evening_writing import Writing

MOST = {1: "One person at a time; type one name.", 2: "Two people at most; type two names."}


def _names(w: Writing, typed: str, _who: str) -> None:
    w.place.uids["names"] = " ".join(_with_new(w, typed))


def _gone(w: Writing, typed: str, _who: str) -> None:
    """Note who died; of those who are known already it is told."""
    uids = _with_new(w, typed, gone=True)
    for uid in uids:
        people.tell(w.session, uid, life=Life.DIED.value)
    w.place.uids["gone"] = " ".join(uids)
    if uids:
        describe(w.session, w.client.id, "who died")


def _with_new(w: Writing, typed: str, *, gone: bool = False) -> tuple[str, ...]:
    """Return the uids of those named; who is not known is added, with what a line says of them.

    Of those who are `gone` nobody is meant by what is left of a longer name.
    """
    kinds, today = ties.kinds(w.session), w.now.day
    known = people.names(w.session, w.client.uid)
    lines = named_lines(typed, kinds, today, is_southern(w.client.region), known if gone else ())
    _, new = names_heard(lines, known)
    for name in new:
        people.add(w.session, w.client.uid, lines[name], today)
    if len(new) > 1:
        describe(w.session, w.client.id, f"{len(new)} people added")
    w.session.flush()
    return names_heard(lines, people.names(w.session, w.client.uid))[0]


def _kind(w: Writing, typed: str, who: str) -> None:
    people.tell(w.session, who, kind=typed)


def _ring(w: Writing, word: str, who: str) -> None:
    people.place(w.session, who, Ring(int(word)), w.now.day)


def _chosen(w: Writing, typed: str, _who: str) -> None:
    """Remember whom it is about; who is new is added."""
    known, new = named_or_new(typed, people.names(w.session, w.client.uid))
    most = sets()[w.place.which].questions["chosen"].most
    if len(known) + len(new) > most:
        raise NotHeard(MOST[most])
    found = people.with_new(w.session, w.client.id or 0, known, new, w.now.day)
    w.place.uids["chosen"] = " ".join(person.uid for person in found)


def _rating(w: Writing, typed: str, who: str, name: str) -> None:
    people.stand(w.session, who, w.now.day, **{name: number(typed, 0, 10)})


def _gives(w: Writing, typed: str, who: str) -> None:
    _rating(w, typed, who, "gives")


def _gets(w: Writing, typed: str, who: str) -> None:
    _rating(w, typed, who, "gets")


def _confide(w: Writing, word: str, who: str) -> None:
    people.stand(w.session, who, w.now.day, confide=word)


def _quality(w: Writing, word: str, who: str) -> bool:
    people.stand(w.session, who, w.now.day, quality=word)
    return word == Quality.UNSAFE


def _mine(w: Writing, typed: str, who: str) -> None:
    _wish(w, typed, who, Whose.MINE)


def _theirs(w: Writing, typed: str, who: str) -> None:
    _wish(w, typed, who, Whose.THEIRS)


def _wish(w: Writing, typed: str, who: str, whose: Whose) -> None:
    name = f"{whose}:{who}"
    row = w.row(Expectation, name)
    if row is None and typed:
        there = expectations.same(w.session, who, typed, whose.value)
        w.place.uids[name] = there or expectations.add(w.session, who, typed, whose.value)
    elif row is not None and typed:
        expectations.change(w.session, row.uid, text=typed)
    elif row is not None:
        expectations.remove(w.session, row.uid)


def _mine_said(w: Writing, word: str, who: str) -> None:
    _said(w, word, f"{Whose.MINE}:{who}")


def _theirs_said(w: Writing, word: str, who: str) -> None:
    _said(w, word, f"{Whose.THEIRS}:{who}")


def _said(w: Writing, word: str, name: str) -> None:
    row = w.row(Expectation, name)
    if row is None:
        raise Gone
    expectations.note(w.session, row.uid, w.now.day, said=word == "yes")


def _onset(w: Writing, typed: str, _who: str) -> None:
    edtf = _been(w, typed)[0].edtf if typed else ""
    clients.change(w.session, w.client.uid, onset=edtf, onset_words=typed)


def _been(w: Writing, typed: str) -> Said:
    southern = is_southern(w.client.region)
    return been(typed, w.now.day, southern=southern, day_starts_at=w.starts)


def _life(w: Writing, typed: str, _who: str, name: str = "then1") -> None:
    """Note what happened then, at the time the low time began where that is known."""
    row = w.row(Event, name)
    if row is not None and typed:
        timed.change(w.session, "event", row.uid, title=typed)
    elif row is not None:
        timed.remove(w.session, "event", row.uid)
    elif typed:
        noted = w.note(_at_onset(w.client), mark=Mark.EVENT, words=typed, text=typed)
        w.place.uids[name] = noted.events[0]
        w.session.flush()
        timed.change(w.session, "event", noted.events[0], near_onset=True)


def _at_onset(client: Client) -> dict[str, Any]:
    onset = read(client.onset, words=client.onset_words) if client.onset else None
    return of_event(onset, None)


def _then(w: Writing, typed: str, _who: str, name: str = "then1") -> None:
    fields = of_event(*_been(w, typed)) if typed else _at_onset(w.client)
    timed.change(w.session, "event", w.place.uids.get(name, ""), **fields)


def _there(w: Writing, typed: str, _who: str, name: str = "then1") -> None:
    known, new = named_or_new(typed, people.names(w.session, w.client.uid))
    timed.name_people(w.session, "event", w.place.uids.get(name, ""), w.now.day, known, new)


def _second(way: Callable[[Writing, str, str, str], None]) -> Callable[[Writing, str, str], None]:
    """Return a way for the second thing that happened then."""

    def second(w: Writing, typed: str, who: str) -> None:
        way(w, typed, who, "then2")

    return second


def _chose(name: str) -> Callable[[Writing, str, str], None]:
    """Return a way that remembers what was chosen, which no record holds."""

    def choose(w: Writing, word: str, _who: str) -> None:
        w.place.chosen[name] = word

    return choose


WAYS: dict[str, Callable[[Writing, str, str], bool | None]] = {
    "names": _names, "ready": _chose("ready"), "gone": _gone, "kind": _kind, "ring": _ring,
    "chosen": _chosen, "gets": _gets, "gives": _gives, "confide": _confide, "quality": _quality,
    "mine": _mine, "mine_said": _mine_said, "theirs": _theirs, "theirs_said": _theirs_said,
    "onset": _onset, "life": _life, "then": _then, "there": _there,
    "life2": _second(_life), "then2": _second(_then), "there2": _second(_there),
}  # fmt: skip
