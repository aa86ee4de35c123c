"""Every way to write about courses, sessions, and what is carried between them."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import templates
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.records.course import CourseFields, RenegotiationFields
from ipt_tui.records.practice import PracticeFields
from ipt_tui.records.progress_note import ProgressNoteFields
from ipt_tui.records.safety_plan import SafetyPlanFields
from ipt_tui.records.session import SessionFields
from ipt_tui.vault import (
    agendas,
    course_setup,
    courses,
    practices,
    progress_notes,
    safety_plans,
    session_begin,
    session_end,
    session_times,
    session_told,
    tidying,
    todos,
)
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import days, told_of
from tests.conftest import NOW
from tests.vault.world import TODAY

times = st.sampled_from([timedelta(), timedelta(minutes=50), timedelta(-1), timedelta(days=9)]).map(
    lambda later: moment(NOW + later)
)
words = st.sampled_from(["attended", "late", "no_show", "cancelled_me", "planned"]) | short
marked = st.lists(
    st.sampled_from(["~3 hurt @Sam", "!rota @Kim", "!talk @Sam", "me: so", ">ring", "todo x"]),
    max_size=4,
).map("\n".join)
dates = st.sampled_from([TODAY, TODAY - timedelta(7), TODAY + timedelta(400)])
codes = st.sampled_from(["since_last", "role_play", "left"]) | short
plans = st.builds(
    CoursePlan,
    template=st.sampled_from([*templates(), "other"]),
    now=st.integers(0, 20),
    planned=st.integers(0, 20),
    first=st.none() | times,
    place=texts,
    modality=st.sampled_from(["video", "phone"]) | short,
    vocabulary=short,
    kept=st.sampled_from(["full", "brief", "dates", "other"]),
    why=texts,
    by=texts,
    format=st.sampled_from(["", "joint"]) | short,
    middle_from=st.none() | st.integers(-1, 21),
    ending_from=st.none() | st.integers(0, 21),
    minutes=st.none() | st.sampled_from([45, 601]),
    every_days=st.none() | st.sampled_from([0, 14, 367]),
    start=st.none() | dates,
    ended=st.none() | st.none() | dates,
    anew_day=st.none() | dates,
    anew_why=texts,
    anew_by=texts,
)


class InSessions(Attacked):
    """Courses, their sessions, agendas, practices, to-dos and progress notes."""

    @rule(pick=which, template=st.sampled_from([*templates(), "other"]), day=days, now=which)
    def begin_course(self, pick: int, template: str, day: Any, now: int) -> None:
        if uid := self.one_of("client", pick):
            self.do(courses.begin, uid, template, day, now)

    @rule(pick=which, values=told_of(CourseFields))
    def change_course(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("course", pick):
            self.do(courses.change, uid, **values)

    @rule(pick=which, day=days, planned=st.integers(-1, 600), reason=texts, by=texts)
    def renegotiate(self, pick: int, day: Any, planned: int, reason: str, by: str) -> None:
        if uid := self.one_of("course", pick):
            self.do(courses.renegotiate, uid, day, planned, reason, by)

    @rule(pick=which, plan=plans)
    def set_up_course(self, pick: int, plan: CoursePlan) -> None:
        if uid := self.one_of("client", pick):
            self.do(course_setup.set_up, uid, plan, TODAY)

    @rule(pick=which, plan=plans)
    def change_setup(self, pick: int, plan: CoursePlan) -> None:
        if uid := self.one_of("client", pick):
            stood = self.vault.read(course_setup.standing, uid, TODAY, DAY_STARTS_AT)
            self.do(course_setup.change, uid, stood, plan, TODAY)

    @rule(pick=which, at=times)
    def begin_next(self, pick: int, at: Any) -> None:
        if uid := self.one_of("client", pick):
            self.do(session_begin.start_next, uid, at.at, TODAY, DAY_STARTS_AT)

    @rule(pick=which, at=times)
    def come_late(self, pick: int, at: Any) -> None:
        if uid := self.one_of("client", pick):
            self.do(session_begin.came_late, uid, at.at, TODAY, DAY_STARTS_AT)

    @rule(pick=which, word=words)
    def miss(self, pick: int, word: str) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_begin.missed, uid, word)

    @rule(pick=which, at=times)
    def come_late_to(self, pick: int, at: Any) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_begin.late, uid, at.at, DAY_STARTS_AT)

    @rule(pick=which, values=told_of(RenegotiationFields, "before", "after"))
    def correct(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("renegotiation", pick):
            self.do(courses.correct, uid, **values)

    @rule(pick=which, day=days)
    def end_course(self, pick: int, day: Any) -> None:
        if uid := self.one_of("course", pick):
            self.do(courses.end, uid, day)

    @rule(
        pick=which,
        at=st.none() | times,
        number=st.none() | which,
        values=told_of(SessionFields, "number"),
    )
    def plan(self, pick: int, at: Any, number: int | None, values: dict[str, Any]) -> None:
        if uid := self.one_of("course", pick):
            self.do(session_times.plan, uid, at, number, **values)

    @rule(pick=which, at=times, count=st.none() | st.integers(-1, 4))
    def plan_rest(self, pick: int, at: Any, count: int | None) -> None:
        if uid := self.one_of("course", pick):
            self.do(session_times.plan_rest, uid, at, count)

    @rule(pick=which, at=st.none() | times)
    def move_session(self, pick: int, at: Any) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_times.move, uid, at)

    @rule(pick=which, at=times)
    def begin_session(self, pick: int, at: Any) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_times.start, uid, at)

    @rule(pick=which, at=times)
    def end_session(self, pick: int, at: Any) -> None:
        """End one that runs, where one does."""
        there = [row for row in self.rows["session"].values() if self._is_home(row)]
        running = [row["uid"] for row in there if row["started"] and not row["ended"]]
        if uid := next(iter(running), None) or self.one_of("session", pick):
            self.do(session_times.end, uid, at)

    @rule(pick=which, at=times, note=st.none() | texts, brief=st.booleans(), draft=st.booleans())
    def close_session(self, pick: int, at: Any, note: str | None, brief: bool, draft: bool) -> None:
        there = [row for row in self.rows["session"].values() if self._is_home(row)]
        running = [row["uid"] for row in there if row["started"] and not row["ended"]]
        if uid := next(iter(running), None) or self.one_of("session", pick):
            self.do(session_end.close, uid, at, note, brief=brief, draft=draft)

    @rule(pick=which, at=times)
    def begin_this(self, pick: int, at: Any) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_begin.start, uid, at.at, DAY_STARTS_AT)

    @rule(pick=which, word=words)
    def attend(self, pick: int, word: str) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_times.attend, uid, word)

    @rule(pick=which)
    def remove_session(self, pick: int) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_times.remove, uid)

    @rule(pick=which, values=told_of(SessionFields))
    def tell_session(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_told.tell, uid, **values)

    @rule(pick=which, text=texts)
    def add_to_session_note(self, pick: int, text: str) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_told.add_to_note, uid, text)

    @rule(pick=which, used=st.lists(codes, max_size=3))
    def use(self, pick: int, used: list[str]) -> None:
        if uid := self.one_of("session", pick):
            self.do(session_told.use, uid, used)

    @rule(pick=which)
    def fill_agenda(self, pick: int) -> None:
        if uid := self.one_of("session", pick):
            self.do(agendas.fill, uid)

    @rule(pick=which, words=texts, after=st.none() | which)
    def add_item(self, pick: int, words: str, after: int | None) -> None:
        if uid := self.one_of("session", pick):
            item = None if after is None else self.one_of("agenda_item", after)
            self.do(agendas.add, uid, words, item)

    @rule(pick=which, words=texts)
    def change_item(self, pick: int, words: str) -> None:
        if uid := self.one_of("agenda_item", pick):
            self.do(agendas.change, uid, words)

    @rule(pick=which)
    def tick_item(self, pick: int) -> None:
        if uid := self.one_of("agenda_item", pick):
            self.do(agendas.tick, uid)

    @rule(pick=which, other=st.none() | codes)
    def see_done(self, pick: int, other: str | None) -> None:
        """See something done that is on an agenda, or anything else."""
        items = list(self.rows["agenda_item"].values())
        if items:
            item = items[pick % len(items)]
            uid = self.rows["session"][item["session_id"]]["uid"]
            code = item["code"] if other is None else other
            if not self.alone or self._is_home(item):
                self.do(agendas.see_done, uid, code)

    @rule(pick=which, note=texts | marked, which_item=which, left=st.booleans(), hour=times)
    def tidy(self, pick: int, note: str, which_item: int, left: bool, hour: Any) -> None:
        if not (uid := self.one_of("session", pick)):
            return
        if items := to_tidy(parse(note, TODAY, ("Sam", "Noor")), (), TODAY):
            item = items[which_item % len(items)]
            if left:
                self.do(tidying.leave, uid, item)
            else:
                self.do(tidying.take, uid, item, hour)

    @rule(pick=which, direction=st.sampled_from([-1, 1]))
    def move_item(self, pick: int, direction: int) -> None:
        if uid := self.one_of("agenda_item", pick):
            self.do(agendas.move, uid, direction)

    @rule(pick=which)
    def remove_item(self, pick: int) -> None:
        if uid := self.one_of("agenda_item", pick):
            self.do(agendas.remove, uid)

    @rule(pick=which, what=texts, day=days, values=told_of(PracticeFields, "what", "day"), of=which)
    def agree(self, pick: int, what: str, day: Any, values: dict[str, Any], of: int) -> None:
        if uid := self.one_of("client", pick):
            who, talk = self.one_of("person", of), self.one_of("talk", of)
            met = self.one_of("session", of)
            self.do(practices.agree, uid, what, day, who, talk, met, **values)

    @rule(pick=which, day=days, done=short, values=told_of(PracticeFields, "looked_at", "done"))
    def look_at(self, pick: int, day: Any, done: str, values: dict[str, Any]) -> None:
        if uid := self.one_of("practice", pick):
            self.do(practices.look_at, uid, day, done, **values)

    @rule(pick=which, values=told_of(PracticeFields))
    def change_practice(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("practice", pick):
            self.do(practices.change, uid, **values)

    @rule(pick=which, person=st.none() | which, talk=st.none() | which)
    def point_practice(self, pick: int, person: int | None, talk: int | None) -> None:
        if uid := self.one_of("practice", pick):
            who = None if person is None else self.one_of("person", person)
            grown = None if talk is None else self.one_of("talk", talk)
            self.do(practices.point, uid, who, grown)

    @rule(pick=which)
    def remove_practice(self, pick: int) -> None:
        if uid := self.one_of("practice", pick):
            self.do(practices.remove, uid)

    @rule(pick=which, values=told_of(SafetyPlanFields), fresh=st.booleans())
    def tell_plan(self, pick: int, values: dict[str, Any], fresh: bool) -> None:
        if uid := self.one_of("client", pick):
            seen = None if fresh else self.vault.read(safety_plans.plan, uid, TODAY).seen
            self.do(safety_plans.tell, uid, seen, **values)

    @rule(pick=which, words=texts, of=st.none() | which)
    def add_todo(self, pick: int, words: str, of: int | None) -> None:
        if uid := self.one_of("client", pick):
            met = None if of is None else self.one_of("session", of)
            self.do(todos.add, uid, words, met)

    @rule(pick=which, words=texts)
    def change_todo(self, pick: int, words: str) -> None:
        if uid := self.one_of("todo", pick):
            self.do(todos.change, uid, words)

    @rule(pick=which, day=days)
    def tick_todo(self, pick: int, day: Any) -> None:
        if uid := self.one_of("todo", pick):
            self.do(todos.tick, uid, day)

    @rule(pick=which)
    def remove_todo(self, pick: int) -> None:
        if uid := self.one_of("todo", pick):
            self.do(todos.remove, uid)

    @rule(pick=which, form=st.sampled_from(["soap", "dap", "birp"]) | short)
    def draft(self, pick: int, form: str) -> None:
        if uid := self.one_of("session", pick):
            self.do(progress_notes.draft, uid, form)

    @rule(pick=which, values=told_of(ProgressNoteFields, "signed_at", "signed_by", "drafted"))
    def tell_note(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("progress_note", pick):
            self.do(progress_notes.tell, uid, **values)

    @rule(pick=which, by=texts, surely=st.integers(0, 4))
    def sign(self, pick: int, by: str, surely: int) -> None:
        """Sign now and then: what is final ends the taking back."""
        uid = self.one_of("progress_note", pick)
        if uid and not surely:
            self.do(progress_notes.sign, uid, by)

    @rule(pick=which, day=days, reason=texts, words=texts, surely=st.integers(0, 4))
    def add_to_note(self, pick: int, day: Any, reason: str, words: str, surely: int) -> None:
        uid = self.one_of("progress_note", pick)
        if uid and not surely:
            self.do(progress_notes.add, uid, day, reason, words)

    @rule(pick=which)
    def remove_note(self, pick: int) -> None:
        if uid := self.one_of("progress_note", pick):
            self.do(progress_notes.remove, uid)
