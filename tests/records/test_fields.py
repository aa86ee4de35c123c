"""What can be kept: every field has a limit, every day is a day, every table keeps its promises."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError
from sqlmodel import SQLModel

from ipt_tui.records import FIELDS, KEPT, RECORDED, Client, Person, Step
from ipt_tui.records.base import TEXT_LIMIT, Record, utc_now
from ipt_tui.records.client import ClientFields
from ipt_tui.records.expectation import OutcomeFields
from ipt_tui.records.person import PersonFields, StandingFields

TEXTS = [
    (fields, name)
    for fields in FIELDS.values()
    for name, field in fields.model_fields.items()
    if field.annotation in (str, str | None)
]


def refused(fields: type[SQLModel], **values: Any) -> None:
    needed = {
        "name": "Sam", "day": "2026-11-23", "code": "K7", "text": "x", "word": "x",
        "at": "2026-11-23T18:00", "value": 3, "title": "x", "lasted": "2019", "line": "x",
        "start": "2026-10-06", "what": "x", "instrument": "x", "kind": "self", "raised_by": "said",
        "area": "grief", "prompt": "x",
    }  # fmt: skip
    known = {name: value for name, value in needed.items() if name in fields.model_fields}
    fields.model_validate(known)
    with pytest.raises(ValidationError):
        fields.model_validate(known | values)


def test_parents_stand_before_their_children() -> None:
    """So that what is loaded in this order finds what it points at."""
    seen: set[str] = set()
    for record in RECORDED:
        table = record.__table__
        assert {key.column.table.name for key in table.foreign_keys} <= seen
        seen.add(table.name)


def test_every_recorded_table_has_its_fields_apart_from_its_identity() -> None:
    for record in RECORDED:
        fields = FIELDS[record.__tablename__]
        assert issubclass(record, fields)
        assert issubclass(record, Record)
        rest = set(record.model_fields) - set(fields.model_fields) - set(Record.model_fields)
        assert all(name.endswith("_id") for name in rest)
    assert list(FIELDS) == [record.__tablename__ for record in RECORDED]
    assert Step in KEPT


@pytest.mark.parametrize(("fields", "name"), TEXTS)
def test_no_text_is_without_an_end(fields: type[SQLModel], name: str) -> None:
    refused(fields, **{name: "x" * (TEXT_LIMIT + 1)})


@pytest.mark.parametrize(
    "day", ["", "2026-02-30", "2026-11-3", "23.11.2026", "2026-W48-1", "soon......"]
)
def test_a_day_is_a_day_of_the_calendar(day: str) -> None:
    refused(StandingFields, day=day)
    refused(OutcomeFields, day=day)
    if day:
        refused(PersonFields, added=day)


@pytest.mark.parametrize("edtf", ["lately", "2019-13", "/", "2021/2019"])
def test_a_date_can_be_read_again(edtf: str) -> None:
    refused(PersonFields, died=edtf)
    refused(PersonFields, since=edtf)
    refused(ClientFields, onset=edtf)


@pytest.mark.parametrize(
    "edtf", ["", "2019", "2019-04~", "2019-21", "2017/..", "2019/2021", "199X"]
)
def test_a_date_is_as_exact_as_it_was_told(edtf: str) -> None:
    fields = PersonFields.model_validate({"name": "Sam", "died": edtf, "since": edtf})
    assert (fields.died, fields.since) == (edtf, edtf)
    assert ClientFields.model_validate({"code": "K7", "onset": edtf}).onset == edtf


@pytest.mark.parametrize("name", ["gives", "gets", "friction"])
def test_a_rating_is_from_nought_to_ten_or_not_given(name: str) -> None:
    for rating in (-1, 11, "many", 2.5):
        refused(StandingFields, **{name: rating})
    for given in (0, 10, None):
        day = {"day": "2026-11-23", name: given}
        assert getattr(StandingFields.model_validate(day), name) == given


def test_a_ring_is_one_of_five() -> None:
    refused(StandingFields, ring=5)
    refused(StandingFields, ring=-1)
    refused(PersonFields, trust=11)


def test_what_has_no_name_is_not_kept() -> None:
    refused(PersonFields, name="")
    refused(ClientFields, code="")
    refused(FIELDS["expectation"], text="")
    refused(FIELDS["kind"], word="")


def test_every_record_has_an_identity_of_its_own_and_its_time() -> None:
    before = datetime.now(UTC)
    one, two = Client(code="K7"), Client(code="K7")
    assert one.uid != two.uid
    assert before <= one.created_at <= datetime.now(UTC)
    assert utc_now().tzinfo is UTC


def test_a_table_is_searched_in_all_that_is_written_in_it() -> None:
    searched = {c.name for c in Person.__table__.columns if c.info.get("searched")}  # type: ignore[attr-defined]
    assert {"name", "kind", "notes", "like", "cannot_talk", "would_change"} <= searched
    assert not searched & {"uid", "added", "life", "knows"}
