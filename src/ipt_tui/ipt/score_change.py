"""What a change of a score means, by whose rule. Without a rule nothing is said of it.

A response, and what is told in percent, is of a score that got better. `points` says of a change
in either direction that it is as large as that; `below` that a line was crossed; `noise` that a
change is too small to be relied on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.instrument import Better, RuleKind, told

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.instrument import ChangeRule, Instrument


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule that has something to say of a change; `sure` is False where its sources differ."""

    rule: ChangeRule
    words: str
    sure: bool = True

    @property
    def cited(self) -> str:
        """What it says and whose it is: "response (…; rule of thumb)"."""
        return f"{self.words} ({self.rule.cited})"


@dataclass(frozen=True, slots=True)
class Change:
    """How a score changed from `before`, given on the day `since`, to `now`."""

    since: date
    before: float
    now: float
    verdicts: tuple[Verdict, ...] = ()

    @property
    def by(self) -> float:
        """How many points more it is now; negative for fewer."""
        return round(self.now - self.before, 6)


def change(
    instrument: Instrument, before: float, now: float, since: date, *, first: bool = False
) -> Change:
    """Return what the rules of an instrument say of a change; `first` is of the first score."""
    rules = (rule for rule in instrument.changes if first or not rule.from_first)
    found = (_verdict(rule, instrument.better, before, now) for rule in rules)
    return Change(since, before, now, tuple(each for each in found if each is not None))


def _verdict(rule: ChangeRule, better: Better, before: float, now: float) -> Verdict | None:
    if rule.base_from is not None and before < rule.base_from:
        return None
    by = round(abs(now - before), 6)
    improved = now < before if better is Better.LOW else now > before
    way = "better" if improved else "worse"
    if rule.kind is RuleKind.PERCENT:
        return _percent(rule, before, by) if improved else None
    if rule.kind is RuleKind.BELOW:
        return _crossed(rule, before, now)
    if rule.kind is RuleKind.NOISE:
        return Verdict(rule, rule.name) if 0 < by <= rule.threshold else None
    if by >= rule.threshold:
        return Verdict(rule, f"{rule.name}, {way}")
    if rule.maybe_from is not None and by >= rule.maybe_from:
        return Verdict(rule, f"perhaps {rule.name}, {way}", sure=False)
    return None


def _percent(rule: ChangeRule, before: float, by: float) -> Verdict | None:
    enough = before > 0 and by * 100 >= rule.threshold * before
    way = ", better" if rule.of_size else ""  # a response is one for the better by its name
    return Verdict(rule, f"{rule.name}{way}") if enough else None


def _crossed(rule: ChangeRule, before: float, now: float) -> Verdict | None:
    if now < rule.threshold <= before:
        return Verdict(rule, f"{rule.name}: now below {told(rule.threshold)}")
    if before < rule.threshold <= now:
        return Verdict(rule, f"{rule.name}: no longer below {told(rule.threshold)}")
    return None


def change_words(change: Change, today: date, lead: str = "") -> str:
    """Return "down 8 since 6 Oct (17)", "as on 6 Oct"; `lead` says which one that was."""
    day = " ".join(filter(None, (lead, short(change.since, today))))
    if change.by == 0:
        return f"as on {day}"
    way = "up" if change.by > 0 else "down"
    return f"{way} {told(abs(change.by))} since {day} ({told(change.before)})"


def verdict_words(instrument: Instrument, change: Change) -> str:
    """Return what the rules say, for the practitioner; that none does where there are some."""
    if not instrument.changes:
        return f"no rule of change is known for {instrument.short}"
    told_ = "; ".join(each.cited for each in change.verdicts)
    return told_ or "no rule of change is met"


def change_sentence(instrument: Instrument, change: Change, today: date, audience: Audience) -> str:
    """Return how a score changed as a sentence; for a client in their own words, with no verdict.

    What it says of a cause is nothing.
    """
    if audience is Audience.PRACTITIONER:
        words = f"{change_words(change, today)}: {verdict_words(instrument, change)}."
        return words[:1].upper() + words[1:]
    day = short(change.since, today)
    if change.by == 0:
        return f"On {day} it was {told(change.before)} too."
    words = instrument.higher if change.by > 0 else instrument.lower
    return f"On {day} it was {told(change.before)}, now it is {told(change.now)}: {words}." + (
        _size(instrument, change)
    )


def _size(instrument: Instrument, change: Change) -> str:
    """Return whether a change is large enough to notice, where a rule says so.

    It is small where a rule calls it so, or where none at all is met. A line that was crossed does
    not say how large it is, nor does half of a score that may have been next to nothing. Where a
    rule would speak of as many points for the better, they are not called small for the worse.
    """
    if not instrument.changes:
        return ""
    noise = any(each.rule.kind is RuleKind.NOISE for each in change.verdicts)
    if not change.verdicts and _large_the_other_way(instrument, change):
        return ""
    if noise or not change.verdicts:
        return " A change this small can come and go by itself."
    large = [each for each in change.verdicts if each.rule.of_size]
    if any(each.sure and each.rule.verified for each in large):
        return " That is a change one can notice."
    return " That is perhaps a change one can notice." if large else ""


def _large_the_other_way(instrument: Instrument, change: Change) -> bool:
    """Whether a rule of size in percent, which is of improvement alone, would be met by as much."""
    by = abs(change.by)
    return any(
        _percent(rule, base, by)
        for rule in instrument.changes
        for base in (change.before, change.now)
        if rule.kind is RuleKind.PERCENT and rule.base_from is not None and base >= rule.base_from
    )
