"""One write of every kind that formulations and contracts have, on the small record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import select

from ipt_tui.records import Contract, Formulation
from ipt_tui.vault import contracts, formulating
from ipt_tui.vault.editing import one
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from tests.vault.world import World

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 10)


def agree_on(session: Session, client: str, course: str, person: str, event: str) -> str:
    """Agree on a first version with an event and somebody, and on a contract; begin a second."""
    uid = formulating.begin(session, client, DAY)
    formulating.tell(session, uid, DAY, None, shows="foggy", links="the compass")
    formulating.tick(session, uid, "event", event, DAY)
    formulating.tick(session, uid, "person", person, DAY)
    formulating.agree(session, uid, DAY, "both of us", DAY)
    contracts.tell(session, course, DAY, None, relieved="the allotment", role="the postbox")
    return formulating.begin(session, client, TODAY, uid)


def draft(world: World) -> str:
    """Return the uid of the version that is a draft."""
    query = select(Formulation.uid).where(Formulation.agreed == "")
    return str(world.vault.read(lambda session: session.exec(query).one()))


def _agree_again(session: Session, course: str, uid: str) -> None:
    contracts.agree(session, uid, DAY, "both")
    contracts.tell(session, course, TODAY, _seen(session, uid), role="a kite")
    contracts.agree(session, uid, TODAY, "both")


def _seen(session: Session, uid: str) -> Any:
    session.flush()
    return one(session, Contract, uid).updated_at


def tell_contract(w: World, **values: Any) -> Any:
    """Tell fields of the contract as it stands by now."""
    uid = first(w, "contract")
    seen = w.vault.read(lambda session: _seen(session, uid))
    return w.vault.write(contracts.tell, w.course, TODAY, seen, **values)


def writes() -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind, by the name of its function."""
    return {
        "formulating.begin": lambda w: w.vault.write(formulating.begin, w.client, TODAY),
        "formulating.begin anew": lambda w: w.vault.write(
            formulating.begin, w.client, TODAY, draft(w), anew=True
        ),
        "formulating.tell": lambda w: w.vault.write(
            formulating.tell, draft(w), TODAY, None, shows="hazy", strengths="the choir"
        ),
        "formulating.tick": lambda w: w.vault.write(
            formulating.tick, draft(w), "person", w.noor, TODAY
        ),
        "formulating.tick taken back": lambda w: w.vault.write(
            formulating.tick, draft(w), "event", w.event, TODAY
        ),
        "formulating.write": lambda w: w.vault.write(
            formulating.write, draft(w), 'Since the thaw "and the dog".', TODAY
        ),
        "formulating.veil": lambda w: w.vault.write(formulating.veil, draft(w), sensitive=True),
        "formulating.agree": lambda w: w.vault.write(
            formulating.agree, draft(w), TODAY, "both", TODAY
        ),
        "formulating.remove": lambda w: w.vault.write(formulating.remove, draft(w)),
        "contracts.tell": lambda w: tell_contract(w, needs_to_know="the warden", crisis_told=True),
        "contracts.agree": lambda w: w.vault.write(
            contracts.agree, first(w, "contract"), DAY, "both"
        ),
        "contracts.agree again": lambda w: w.vault.write(
            _agree_again, w.course, first(w, "contract")
        ),
        "contracts.veil": lambda w: w.vault.write(
            contracts.veil, first(w, "contract"), sensitive=True
        ),
        "contracts.remove": lambda w: w.vault.write(contracts.remove, first(w, "contract")),
    }
