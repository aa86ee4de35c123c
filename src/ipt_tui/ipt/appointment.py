"""A session to come as a calendar has it: when and how long, and of the therapy no word."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """When one meets. `code` is the client's, `minutes` 0 where nobody has said how long."""

    uid: str
    code: str
    number: int
    start: datetime
    minutes: int = 0
    place: str = ""
