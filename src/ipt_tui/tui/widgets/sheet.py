"""A page of fields that scrolls where the terminal is too low for all of it."""

from textual.containers import VerticalScroll


class Sheet(VerticalScroll, can_focus=False):
    """As high as what is on it; whatever has the focus is scrolled into view."""

    DEFAULT_CSS = "Sheet { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }"
