"""What an import of moods would do, as lines for the terminal and the screen alike."""

from collections.abc import Mapping
from datetime import date

from ipt_tui.exchange.plain import line
from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.imported import DAYLIO, MoodFile, same
from ipt_tui.ipt.scales import Scale
from ipt_tui.vault.imported import Plan

_REFUSED_SHOWN = 50
_INDENT = "  "


def preview(
    plan: Plan, file: MoodFile, mapping: Mapping[str, int | None], scale: Scale
) -> list[str]:
    """Return the lines: kind and scale, numbers given to words, what is new, here, kept out."""
    kind = "Moods from Daylio" if file.source == DAYLIO else "Moods from a CSV file"
    lines = [line(f"{kind}, on the scale {scale.words}.")]
    numbers = ((word, mapping.get(same(word))) for word, _ in file.words())
    used = [f"{word} {number}" for word, number in numbers if number is not None]
    if used:
        lines.append(line(f"Numbers given: {', '.join(used)}."))
    lines.append(_new(plan))
    if plan.same:
        lines.append(f"Here already, or twice in the file: {plan.same}.")
    return lines + _kept_out(plan)


def _kept_out(plan: Plan) -> list[str]:
    """Return the rows that are kept out, by line, the first of very many."""
    if not plan.refused:
        return []
    more = len(plan.refused) - _REFUSED_SHOWN
    lines = [f"Kept out: {plural(len(plan.refused), 'row')}."]
    lines += [
        f"{_INDENT}{line(f'line {row.line}: {row.why}')}" for row in plan.refused[:_REFUSED_SHOWN]
    ]
    return [*lines, f"{_INDENT}and {more} more"] if more > 0 else lines


def _new(plan: Plan) -> str:
    if not plan.new:
        return "Nothing in it is new."
    days = dict.fromkeys(short(date.fromisoformat(at[:10])) for at in (plan.first, plan.last))
    return f"New: {plural(plan.new, 'mood')}, {' to '.join(days)}."
