"""Own notes: what a practitioner writes for themselves, kept apart from the record."""

from dataclasses import dataclass
from datetime import datetime

from ipt_tui.ipt.words import Vocabulary


class Subject(Vocabulary):
    """What a note is about."""

    CLIENT = "client", "the client"
    SESSION = "session", "a session"
    PERSON = "person", "a person"
    MOOD = "mood", "a mood"
    EVENT = "event", "an event"
    TALK = "talk", "a talk"
    OTHER = "other", "something else"


@dataclass(frozen=True, slots=True)
class OwnNote:
    """One note as it is shown. `client` and `subject` are uids in the record.

    `subject` is "" where the note is about the client as a whole; `kind` is the stored word of
    `Subject`. Times are UTC; `copied_at` is None while the text was never copied into the record.
    """

    uid: str
    client: str
    subject: str
    kind: str
    text: str
    created_at: datetime
    updated_at: datetime
    copied_at: datetime | None
