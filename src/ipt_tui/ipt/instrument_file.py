"""An instrument read from a file: nothing is taken that does not go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.instrument import (
    LARGEST,
    Band,
    Better,
    ChangeRule,
    Flag,
    FlagKind,
    Group,
    How,
    Instrument,
    Item,
    Option,
    Part,
    Pattern,
    Policy,
    RuleKind,
    Subscale,
    Verified,
    rounded,
    told,
)
from ipt_tui.ipt.instrument_table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_ITEMS = 120
MOST_OPTIONS = 12
LONGEST_LABEL = 200
_MOST = 40
_WORDS_OF_A_FORM = ("instruction", "stem", "option", "item", "difficulty", "reversed", "subscale")


def read(file: str, source: str, data: Mapping[str, Any], *, own: bool = False) -> Instrument:
    """Return the instrument of a file whose text is `source`.

    Raises ContentError, one sentence with the line, also for words that its own embed policy does
    not let it show.
    """
    top = Table(file, source, data)
    policy = top.one_of("embed_policy", Policy)
    _refuse_what_may_not_be_shown(top, policy)
    options = tuple(map(_option, top.tables("option", MOST_OPTIONS)))
    items = tuple(_item(each, options) for each in top.tables("item", MOST_ITEMS))
    parts = tuple(map(_part, top.tables("part", _MOST)))
    score = top.table("score")
    how = score.one_of("how", How)
    if (how is How.ENTRY) == bool(items):
        raise score.fault("is “entry” just where there are no items", "how")
    decimals, times = score.whole("decimals", 0, high=3), score.whole("times", 1, 1, 100)
    low, high = _ends(score, how, items, times, decimals)
    better, changes = top.one_of("better", Better), top.tables("change", _MOST)
    if changes and better is Better.NEITHER:
        raise changes[0].fault("says what a change means, and neither end of the score is better")
    verified, loinc = top.table("verified"), top.table("loinc")
    recall_days = top.whole("recall_days", 0, high=3660)
    found = Instrument(
        id=_id(top),
        version=_brief(top, "version"),
        lang=top.text("lang", "en"),
        title=top.text("title"),
        short=_brief(top, "short"),
        about=top.text("about"),
        policy=policy,
        licence=top.text("licence"),
        attribution=top.text("attribution", ""),
        source=top.text("source", ""),
        recall=top.text("recall", ""),
        recall_days=recall_days,
        soonest_days=top.whole("soonest_days", recall_days, high=3660),
        instruction=top.text("instruction", ""),
        stem=top.text("stem", ""),
        better=better,
        lower=top.text("lower"),
        higher=top.text("higher"),
        facts=top.texts("facts"),
        items=items,
        difficulty=_difficulty(top.table("difficulty")) if top.has("difficulty") else None,
        reversed=frozenset(top.numbers("reversed", len(items))),
        subscales=tuple(_subscale(s, items, how) for s in top.tables("subscale", _MOST)),
        parts=parts,
        how=how,
        times=times,
        decimals=decimals,
        may_miss=score.whole("may_miss", 0, high=max(0, len(items) - 1)),
        lowest=low,
        highest=high,
        bands=_bands(top, how, low, high, decimals),
        no_bands=top.text("no_bands", ""),
        flags=tuple(_flag(each, items, parts) for each in top.tables("flag", _MOST)),
        patterns=tuple(_pattern(each, len(items)) for each in top.tables("pattern", _MOST)),
        changes=tuple(map(_change, changes)),
        loinc_panel=loinc.text("panel", ""),
        loinc_total=loinc.text("total", ""),
        verified=Verified(*(verified.yes(key) for key in ("text", "licence", "scoring", "bands"))),
        own=own,
    )
    for table in (top, score, verified, loinc):
        table.done()
    return found


def _refuse_what_may_not_be_shown(top: Table, policy: Policy) -> None:
    if policy is Policy.NO:
        raise top.fault("says NO: this instrument may not be used in a program", "embed_policy")
    if policy is Policy.SCORE_ENTRY:
        for key in _WORDS_OF_A_FORM:
            if top.has(key):
                raise top.fault(f"says SCORE_ENTRY, so there can be no {key}", key)


def _id(top: Table) -> str:
    name = top.text("id")
    if len(name) > _MOST or not name.isascii() or not name.replace("_", "").isalnum():
        raise top.fault("needs an id of letters, digits and _, 40 at most", "id")
    return name


def _brief(table: Table, key: str, most: int = _MOST) -> str:
    """Return a text that is kept beside each answer, so it has to be short."""
    text = table.text(key)
    if len(text) > most:
        raise table.fault(f"needs a {key} of at most {most} letters", key)
    return text


def _option(table: Table) -> Option:
    option = Option(table.whole("value", low=-99, high=99), table.text("label"),
                    table.text("loinc", ""))  # fmt: skip
    table.done()
    return option


def _item(table: Table, usual: tuple[Option, ...]) -> Item:
    """Return an item with options of its own, else with those of the whole form."""
    own = tuple(map(_option, table.tables("option", MOST_OPTIONS)))
    item = Item(table.text("text"), own or usual, table.text("loinc", ""))
    values = [option.value for option in item.options]
    if len(values) < 2:
        raise table.fault("needs at least two options, its own or those of the form")
    if len(set(values)) < len(values):
        raise table.fault("has two options with the same value")
    table.done()
    return item


def _difficulty(table: Table) -> Item:
    labels = table.texts("labels")
    if not 2 <= len(labels) <= MOST_OPTIONS:
        raise table.fault("needs two labels or more", "labels")
    options = tuple(Option(value, label) for value, label in enumerate(labels))
    item = Item(table.text("text"), options, table.text("loinc", ""))
    table.done()
    return item


def _part(table: Table) -> Part:
    part = Part(_brief(table, "id"), _brief(table, "label", LONGEST_LABEL),
                table.number("lowest"), table.number("highest"))  # fmt: skip
    if part.lowest >= part.highest:
        raise table.fault("needs a highest above its lowest", "highest")
    table.done()
    return part


def _subscale(table: Table, items: tuple[Item, ...], how: How) -> Subscale:
    usual = How.SUM if how is How.NONE else how
    found = Subscale(
        _brief(table, "id"),
        _brief(table, "label", LONGEST_LABEL),
        table.numbers("items", len(items)),
        table.one_of("how", How, usual),
    )
    if not found.items or found.how not in (How.SUM, How.MEAN):
        raise table.fault("needs items, and sum or mean")
    _refuse_too_large(table, "items", _sums([items[number - 1] for number in found.items]))
    table.done()
    return found


def _sums(items: Sequence[Item]) -> tuple[int, int]:
    return sum(item.lowest for item in items), sum(item.highest for item in items)


def _refuse_too_large(table: Table, key: str, ends: tuple[float, float]) -> None:
    if max(map(abs, ends)) > LARGEST:
        raise table.fault(f"comes to scores beyond {LARGEST:,}, which cannot be kept", key)


def _ends(
    score: Table, how: How, items: tuple[Item, ...], times: int, decimals: int
) -> tuple[float, float]:
    """Return the lowest and the highest score there can be."""
    if how is How.ENTRY:
        low, high = score.number("lowest"), score.number("highest")
        if low >= high:
            raise score.fault("needs a highest above its lowest", "highest")
        return low, high
    over = len(items) if how is How.MEAN else 1
    low, high = (rounded(end * times, over, decimals) for end in _sums(items))
    _refuse_too_large(score, "times", (low, high))
    return low, high


def _bands(top: Table, how: How, low: float, high: float, decimals: int) -> tuple[Band, ...]:
    """Return the bands, which have to lie one above the other from the lowest score on."""
    tables = top.tables("band", _MOST)
    if not tables and not top.has("no_bands"):
        raise top.fault("needs a [[band]] for every score, or a reason in no_bands")
    if tables and (how is How.NONE or top.has("no_bands")):
        raise tables[0].fault("stands where the file says there are no bands")
    found: list[Band] = []
    step, due = 10**-decimals, low
    for table in tables:
        band = Band(table.number("from"), table.number("to"), table.text("words"))
        if band.high < band.low:
            raise table.fault("ends before it begins", "to")
        if round(band.low - due, 6) > 0:
            raise table.fault(f"leaves a gap: nothing is said of {told(due)}", "from")
        if round(band.low - due, 6) < 0:
            raise table.fault("overlaps the one before it, or begins below the lowest score",
                              "from")  # fmt: skip
        table.done()
        due = round(band.high + step, 6)
        found.append(band)
    if found and round(found[-1].high - high, 6) != 0:
        raise tables[-1].fault(f"should end at the highest score, {told(high)}", "to")
    return tuple(found)


def _flag(table: Table, items: tuple[Item, ...], parts: tuple[Part, ...]) -> Flag:
    kind, value = table.one_of("kind", FlagKind), table.whole("from", low=-99, high=99)
    item, part = table.whole("item", 0), table.text("part", "")
    if (item and not item <= len(items)) or bool(item) == bool(part):
        raise table.fault("is on an item that there is not", "item")
    if part and part not in [each.id for each in parts]:
        raise table.fault("is on a part that there is not", "part")
    most = items[item - 1].highest if item else next(p.highest for p in parts if p.id == part)
    if value > most:
        raise table.fault(f"is above the highest answer, {told(most)}", "from")
    table.done()
    return Flag(value, kind, item, part)


def _pattern(table: Table, items: int) -> Pattern:
    groups = []
    for each in table.tables("groups", _MOST):
        named = each.numbers("items", items)
        least, most = each.whole("least"), each.whole("most", len(named))
        each.done()
        groups.append(Group(named, least, most))
    pattern = Pattern(table.text("name"), table.text("citation"), table.whole("from"),
                      table.numbers("from_one", items), tuple(groups))  # fmt: skip
    table.done()
    return pattern


def _change(table: Table) -> ChangeRule:
    rule = ChangeRule(
        table.text("name"),
        table.one_of("kind", RuleKind),
        table.number("threshold"),
        table.text("citation"),
        table.yes("verified"),
        table.number_if_any("maybe_from"),
        table.number_if_any("base_from"),
        table.yes("from_first"),
    )
    if rule.threshold <= 0 or not 0 < (rule.maybe_from or rule.threshold) <= rule.threshold:
        raise table.fault("needs a threshold above nothing, and maybe_from below it", "threshold")
    table.done()
    return rule
