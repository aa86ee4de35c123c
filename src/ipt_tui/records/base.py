"""What every record has: identity in this file, identity across files, and its times."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator
from sqlmodel import Field, SQLModel

from ipt_tui.ipt.dates import read
from ipt_tui.ipt.moments import WALL
from ipt_tui.ipt.uid import new_uid

SEARCHED: dict[str, Any] = {"info": {"searched": True}}
"""Column arguments of a field whose words the search finds."""

NAME_LIMIT = 120
TEXT_LIMIT = 100_000


def utc_now() -> datetime:
    """Return the present moment in UTC; a vault replaces it by its own clock on every flush."""
    return datetime.now(UTC)


def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError
    return text


def _readable(text: str) -> str:
    if text:
        read(text)
    return text


Day = Annotated[str, AfterValidator(_day)]
"""An ISO date: these are compared as texts, so there is one way to write each."""

DayIfKnown = Annotated[str, AfterValidator(lambda text: text and _day(text))]
"""An ISO date or nothing."""


def _wall(text: str) -> str:
    if datetime.strptime(text, WALL).strftime(WALL) != text:  # noqa: DTZ007 - a wall has no zone
        raise ValueError
    return text


Wall = Annotated[str, AfterValidator(_wall)]
"""A local wall time to the minute, "2026-11-09T21:30"; its offset from UTC stands beside it."""

WallIfKnown = Annotated[str, AfterValidator(lambda text: text and _wall(text))]
"""A local wall time or nothing."""


def _instant(text: str) -> str:
    at = datetime.fromisoformat(text)
    if at.utcoffset() != timedelta() or at.isoformat() != text:
        raise ValueError
    return text


InstantIfKnown = Annotated[str, AfterValidator(lambda text: text and _instant(text))]
"""A moment in UTC, "2026-11-23T18:00:00+00:00", or nothing."""

Edtf = Annotated[str, AfterValidator(_readable)]
"""A date as EDTF that `ipt.dates` can read, or nothing."""


class Record(SQLModel):
    """Identity and times. `uid` is the identity across files, `id` never leaves the vault."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, unique=True, max_length=36)
    created_at: datetime = Field(default_factory=utc_now)
    updated_at: datetime = Field(default_factory=utc_now)


def offset() -> Any:
    """Return the field of a wall time's offset, in minutes east of UTC: less than a day."""
    return Field(default=0, ge=-1439, le=1439)


def rated(**more: Any) -> Any:
    """Return the field of a 0–10 rating that nobody has to give."""
    return Field(default=None, ge=0, le=10, **more)


def written(limit: int = TEXT_LIMIT) -> Any:
    """Return the field of a text a person wrote: empty until written, found by search."""
    return Field(default="", max_length=limit, sa_column_kwargs=SEARCHED)
