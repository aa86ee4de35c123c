"""What travels from screen to screen: client, person, event, talk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """The uids in hand; None where nothing is.

    `code` is the client's, for the top line; `region` is where they live, for the help lines and
    the seasons. `event` is the timeline entry in hand; `only` the person the timeline keeps to.
    """

    client: str | None = None
    code: str = ""
    person: str | None = None
    event: str | None = None
    talk: str | None = None
    region: str = ""
    only: str | None = None
