"""A plain CSV of moods: a header, and columns known by their names, capitals and order aside."""

from ipt_tui.exchange.csv_file import Line
from ipt_tui.exchange.mood_rows import Form, Role, names
from ipt_tui.ipt.imported import CSV

_NAMES = {
    Role.DAY: ("date", "day"),
    Role.HOUR: ("time",),
    Role.MOOD: ("mood", "value", "score"),
    Role.FEELINGS: ("feelings", "feeling"),
    Role.TEXT: ("note", "notes"),
    Role.PEOPLE: ("with", "people"),
    Role.ACTIVITIES: ("activities",),
}
FORM = Form(CSV, {name: role for role, known in _NAMES.items() for name in known}, numbers=True)
"""An `event`, like any other column, is kept in the note under its name."""


def fits(header: Line) -> bool:
    """Whether a file with this header says when its moods were, and which they were."""
    return {Role.DAY, Role.MOOD} <= {FORM.roles.get(name) for name in names(header)}
