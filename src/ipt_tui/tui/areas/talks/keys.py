"""The keys of the questions about a talk, and what is asked in a row of each thing that grew.

A key is such as `head:when`, `turn:new`, `turn:<uid>:said`, `after:hoped`, `say:new`, `build:feel`,
`say:<uid>:why`, `option:<uid>:pros`, `round:who`, `round:<uid>:line`, `tried:new`,
`tried:<uid>:done`, `wish:which`, `wish:<uid>:said`, `way:<code>`, `safe`, `end:sensitive`.
"""

from ipt_tui.ipt.talk_questions import fields

NEW_TURN, NEW_LINE, NEW_OPTION, NEW_TRY = "turn:new", "say:new", "option:new", "tried:new"
WHICH_EVENT, WHICH_WISH = "tried:which", "wish:which"
SURE_BEFORE, SURE_AFTER = "round:sure_before", "round:sure_after"
ROLES, AGAIN = "round:who", "round:again"
BUILD = "build:feel"
SAFE, NOT_SAFE = "safe", "not safe"
NOTE, SENSITIVE = "end:note", "end:sensitive"
STEPS: dict[str, tuple[str, ...]] = {
    "say": fields("alternative"),
    "option": fields("option")[1:],
    "round": ("line", "changed", "worst_case"),
    "tried": ("done", "what", "happened", "left_me", "left_them"),
    "wish": ("said", "met"),
}
"""What is asked in turn of a line, an option, a round, a try, an expectation."""
PASSING = (SAFE, NOT_SAFE, WHICH_EVENT, AGAIN)
"""Questions that lead to another: where one left off, it is at the one before."""


def beside(key: str, step: int) -> str | None:
    """Return the next step (1) or the one before (-1) about the same thing, None for none."""
    part, _, rest = key.partition(":")
    uid, _, name = rest.rpartition(":")
    names = STEPS.get(part, ())
    if not uid or name not in names:
        return None
    at = names.index(name) + step
    return f"{part}:{uid}:{names[at]}" if 0 <= at < len(names) else None


def first(part: str, uid: str) -> str:
    """Return the key of the first step of a thing."""
    return f"{part}:{uid}:{STEPS[part][0]}"
