"""What cannot be taken back says why, and nothing is changed."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.people import Ring
from ipt_tui.records import Client
from ipt_tui.vault import clients, drafts, expectations, people, steps, talk_parts, ties, undo
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import CannotUndo
from ipt_tui.vault.vault import Vault
from tests.vault.world import EARLIER, TODAY, World, client_of, content, last_step, number_of, value


@pytest.fixture
def reopened(world: World) -> Iterator[Vault]:
    """The same vault after a change and another unlock."""
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    world.vault.close()
    again = Vault.open(world.vault.path, world.vault.key, world.vault.clock)
    yield again
    again.close()


def refused(vault: Vault, step: int) -> str:
    """Try to take a step back; return the sentence it is refused with."""
    before = vault.read(content)
    with pytest.raises(CannotUndo) as caught:
        vault.write(undo.undo_step, step)
    assert vault.read(content) == before
    sentence = str(caught.value)
    assert sentence.endswith(".")
    return sentence


def test_something_others_have_come_to_point_at_is_not_removed(world: World) -> None:
    kai = world.vault.write(people.add, world.client, PersonLine("Kai"), TODAY)
    step, _ = last_step(world.vault)
    world.vault.write(expectations.add, kai, "a call")
    assert "Something was added to it since" in refused(world.vault, step)


def test_a_row_changed_since_is_left_alone(world: World) -> None:
    world.vault.write(people.tell, world.sam, notes="first")
    step, _ = last_step(world.vault)
    world.vault.write(people.tell, world.sam, notes="second")
    assert "changed since" in refused(world.vault, step)


def test_a_row_removed_since_is_left_alone(world: World) -> None:
    world.vault.write(people.tell, world.sam, notes="first")
    step, _ = last_step(world.vault)
    world.vault.write(people.remove, world.sam)
    assert "changed since" in refused(world.vault, step)


def test_nothing_comes_back_without_what_it_belongs_to(world: World) -> None:
    world.vault.write(expectations.remove, world.wish)
    step, _ = last_step(world.vault)
    world.vault.write(people.remove, world.sam)
    assert "bring that back first" in refused(world.vault, step)


def test_a_code_that_another_client_has_by_now_does_not_come_back(vault: Vault) -> None:
    uid = vault.write(clients.add, "K7")
    vault.write(clients.change, uid, code="M3")
    step, _ = last_step(vault)
    other = vault.write(clients.add, "k7")
    assert "Another client has that code" in refused(vault, step)
    vault.write(clients.change, other, code="L1")
    vault.write(undo.undo_step, step)
    assert vault.read(client_of, "K7") == uid


def test_of_two_clients_under_one_code_other_changes_go_back(vault: Vault) -> None:
    """As earlier versions left them."""
    uid, other = vault.write(clients.add, "K7"), vault.write(clients.add, "M3")

    def leave(session: Session) -> None:
        one(session, Client, other).code = "K7"
        steps.describe(session, None, "two under one code")

    vault.write(leave)
    vault.write(clients.change, uid, about="two moves")
    assert vault.write(undo.undo_for, uid) == "client K7 changed: about"


def test_a_client_whose_code_another_has_by_now_does_not_come_back(vault: Vault) -> None:
    uid = vault.write(clients.add, "K7")
    vault.write(undo.undo_for, uid)
    vault.write(clients.add, "K7")
    with pytest.raises(CannotUndo, match="Another client has that code"):
        vault.write(undo.redo_for, uid)
    assert len(vault.read(clients.listing)) == 1


def test_what_would_stand_there_twice_does_not_come_back(world: World) -> None:
    world.vault.write(ties.untie, world.tie)
    step, _ = last_step(world.vault)
    world.vault.write(ties.tie, world.sam, world.noor, "father")
    assert "does not fit" in refused(world.vault, step)


def test_one_step_is_taken_back_once(world: World) -> None:
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    step, _ = last_step(world.vault)
    world.vault.write(undo.undo_step, step)
    assert "taken back already" in refused(world.vault, step)


def test_a_step_nobody_made_is_refused(world: World) -> None:
    assert refused(world.vault, 12345)


def sign(session: Session, uid: str) -> None:
    client = one(session, Client, uid)
    client.about = "signed"
    steps.describe(session, client.id, "the note signed", final=True)


def test_a_final_step_says_so(world: World) -> None:
    world.vault.write(sign, world.client)
    step, client = last_step(world.vault)
    assert refused(world.vault, step) == (
        "This is final and cannot be taken back: the note signed."
    )
    with pytest.raises(CannotUndo, match="final"):
        world.vault.write(undo.undo, client)
    assert world.vault.read(steps.listing, client)[0].final


def test_there_is_an_end_to_taking_back_and_to_bringing_back(world: World) -> None:
    with pytest.raises(CannotUndo, match="since you unlocked"):
        world.vault.write(undo.undo, world.client_id)
    with pytest.raises(CannotUndo, match="nothing to bring back"):
        world.vault.write(undo.redo, world.client_id)
    with pytest.raises(CannotUndo):
        world.vault.write(undo.undo_for, "nobody-of-that-uid")


def test_after_an_unlock_older_steps_go_back_from_the_list_only(
    world: World, reopened: Vault
) -> None:
    with pytest.raises(CannotUndo, match="since you unlocked"):
        reopened.write(undo.undo, 1)
    newest = reopened.read(steps.listing, 1)[0]
    assert newest.before_unlock
    assert reopened.write(undo.undo_step, newest.id) == "Sam to wider circle"
    assert not reopened.read(steps.listing, 1)[0].standing
    assert reopened.write(undo.redo, 1) == "Sam to wider circle"
    assert reopened.write(undo.undo, 1) == "Sam to wider circle"


def test_an_older_step_goes_back_alone_if_nothing_rests_on_it(world: World) -> None:
    before = world.vault.read(content)
    world.vault.write(people.stand, world.noor, EARLIER, gives=3)
    step, _ = last_step(world.vault)
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    later, _ = last_step(world.vault)
    world.vault.write(undo.undo_step, step)
    world.vault.write(undo.undo_step, later)
    assert world.vault.read(content) == before


def test_of_one_row_only_what_the_older_step_changed_goes_back(world: World) -> None:
    vault = world.vault
    vault.write(people.tell, world.sam, notes="first")
    step, client = last_step(vault)
    vault.write(people.tell, world.sam, good="laughs")
    fields = "SELECT notes || '|' || good || '|' || updated_at FROM person WHERE uid = :uid"
    notes, good, read_at = value(vault, fields, uid=world.sam).split("|")
    assert (notes, good) == ("first", "laughs")
    vault.write(undo.undo_step, step)
    notes, good, changed_at = value(vault, fields, uid=world.sam).split("|")
    assert (notes, good) == ("tense, shut out", "laughs")
    assert changed_at > read_at, "or a window that read it before would save over it"
    vault.write(undo.redo, client)
    assert value(vault, fields, uid=world.sam).startswith("first|laughs|")


def test_bringing_back_is_refused_where_something_stands_by_now(world: World) -> None:
    vault = world.vault
    vault.write(ties.add_kind, "bandmate", "bandmate", world.client)
    vault.write(undo.undo, world.client_id)
    other = vault.write(clients.add, "M3")
    vault.write(ties.add_kind, "bandmate", "bandmate", other)
    before = vault.read(content)
    with pytest.raises(CannotUndo, match="does not fit"):
        vault.write(undo.redo, world.client_id)
    assert vault.read(content) == before


def test_a_draft_does_not_stand_in_the_way_and_stays(vault: Vault) -> None:
    uid = vault.write(clients.add, "K7")
    number = number_of(vault, "client", uid)
    vault.keep(drafts.save, f"client:{uid}:about", "half a sen", uid)
    vault.write(undo.undo, number)
    assert value(vault, "SELECT count(*) FROM client") == 0
    draft = vault.read(drafts.load, f"client:{uid}:about")
    assert draft
    assert draft.text == "half a sen"
    vault.write(undo.redo, number)
    assert vault.read(client_of, "K7") == uid


def test_a_history_that_does_not_fit_its_rows_is_refused(world: World) -> None:
    """As after a repair by hand: nothing is made worse."""
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    step, _ = last_step(world.vault)

    def meddle(session: Session) -> None:
        session.execute(text("UPDATE history SET before = NULL, after = NULL"))

    world.vault.keep(meddle)
    assert "put back meanwhile" in refused(world.vault, step)


def test_no_second_option_comes_to_be_chosen(world: World) -> None:
    first, second = [
        world.vault.write(talk_parts.add, "option", world.talk, text=text) for text in "bc"
    ]
    world.vault.write(talk_parts.choose, first)
    world.vault.write(talk_parts.choose, first)
    unchosen, _ = last_step(world.vault)
    world.vault.write(talk_parts.choose, second)
    assert "does not fit with what was added since" in refused(world.vault, unchosen)
