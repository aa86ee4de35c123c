"""Sessions: when they were, what was noted, what was to be done and which techniques were used."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from ipt_tui.ipt.phases import MOST_SESSIONS
from ipt_tui.records.base import SEARCHED, Record, WallIfKnown, offset, written

LINE_LIMIT = 1000


class SessionFields(SQLModel):
    """What is told of one session; nothing of it has to be.

    `number` counts the sessions of a course; 0 is the one before a group begins. `planned`,
    `started` and `ended` are local wall times, "" while they are not known, each with its offset.
    `modality`, `format` and `attendance` are words of their vocabularies, `attendees` who was
    there beside the client. `plan` is what was planned for this session, `plan_next` what is for
    the one after; `since_last` how it has been since the one before. `safety_asked` is "", yes or
    no. `question` is one for supervision; `self_check` holds what was answered of it, as
    `ipt.self_check` reads it.
    """

    number: int = Field(title="The number of the session", default=1, ge=0, le=MOST_SESSIONS)
    planned: WallIfKnown = Field(default="", max_length=16)
    planned_offset: int = offset()
    started: WallIfKnown = Field(default="", max_length=16)
    started_offset: int = offset()
    ended: WallIfKnown = Field(default="", max_length=16)
    ended_offset: int = offset()
    place: str = written(LINE_LIMIT)
    modality: str = Field(default="in_person", max_length=20)
    format: str = Field(default="individual", max_length=20)
    attendance: str = Field(default="planned", max_length=20)
    attendees: str = written(LINE_LIMIT)
    note: str = written()
    plan: str = written()
    plan_next: str = written()
    since_last: str = written()
    safety_asked: str = Field(default="", max_length=20)
    safety_summary: str = written()
    question: str = written()
    self_check: str = Field(default="", max_length=LINE_LIMIT)
    sensitive: bool = False


class CourseSession(SessionFields, Record, table=True):
    """A session of one course; at most one of a course is running."""

    __tablename__ = "session"
    __table_args__ = (
        UniqueConstraint("course_id", "number", name="session_number_once"),
        CheckConstraint("ended = '' OR started <> ''", name="session_begun_before_it_ended"),
        Index("session_planned", "planned"),
        Index("session_started", "started"),
        Index(
            "session_one_running",
            "course_id",
            unique=True,
            sqlite_where=text("started <> '' AND ended = ''"),
        ),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    course_id: int = Field(foreign_key="course.id")


class AgendaItemFields(SQLModel):
    """One thing to do in a session.

    `position` orders them; between two there may be gaps. `code` is that of `content/agendas.toml`
    it was made from, "" for one's own.
    """

    position: int = Field(default=0, ge=0)
    code: str = Field(default="", max_length=40)
    text: str = Field(min_length=1, max_length=LINE_LIMIT, sa_column_kwargs=SEARCHED)
    done: bool = False


class AgendaItem(AgendaItemFields, Record, table=True):
    """One thing to do in one session."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        CheckConstraint("length(text) > 0", name="agenda_item_text_given"),
        Index("agenda_item_order", "session_id", "position"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    session_id: int = Field(foreign_key="session.id")


class TechniqueFields(SQLModel):
    """A technique that was used: `code` is a word of `content/agendas.toml`."""

    code: str = Field(min_length=1, max_length=40)


class Technique(TechniqueFields, Record, table=True):
    """A technique used in one session."""

    __table_args__ = (
        UniqueConstraint("session_id", "code", name="technique_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    session_id: int = Field(foreign_key="session.id", index=True)


class TidiedLineFields(SQLModel):
    """A line of a session's note that was looked at: `taken` or left.

    It is known by the `fingerprint` of its words, so that nothing is kept of a line that is left.
    `became` are the entries that were made of one that was taken, where it is no talk: their
    tables and uids, "mood:019a… event:019a…".
    """

    fingerprint: str = Field(default="", max_length=64)
    taken: bool = False
    became: str = Field(default="", max_length=LINE_LIMIT)


class TidiedLine(TidiedLineFields, Record, table=True):
    """A line that was tidied; where it became a talk, or a turn of one, it points there."""

    __tablename__ = "tidied_line"
    __table_args__ = ({"sqlite_autoincrement": True},)
    client_id: int = Field(foreign_key="client.id", index=True)
    session_id: int = Field(foreign_key="session.id", index=True)
    talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)
