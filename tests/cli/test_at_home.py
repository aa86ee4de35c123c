"""In one's own vault every export asks who could read it, and without a terminal refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

from ipt_tui.cli import asking
from ipt_tui.exchange.next_card import EMPTY
from ipt_tui.ipt.at_home import asked
from ipt_tui.ipt.next_card import NOT_OWN
from ipt_tui.vault import bringing, clients, fits, safety_plans, settings, unlock
from tests.cli.prompt import PASSPHRASE, Done, Place, ready

if TYPE_CHECKING:
    from pathlib import Path


def _own(place: Place) -> None:
    vault = unlock.create(place.vault, PASSPHRASE)
    client = vault.write(clients.add, "me", role="self")
    vault.write(safety_plans.tell, client, None, alone="a walk")
    vault.write(fits.tell, client, "not_know", "Mr Quill")
    vault.keep(settings.put, settings.AUDIENCE, "me")
    vault.close()


def _clients(place: Place) -> None:
    vault = unlock.create(place.vault, PASSPHRASE)
    vault.write(clients.add, "K7")
    vault.keep(settings.put, settings.AUDIENCE, "clients")
    vault.close()


def test_without_a_terminal_it_refuses_and_names_the_option(tmp_path: Path) -> None:
    place, path = ready(tmp_path / "home", _own), tmp_path / "out"
    for what in ("json", "plan"):
        call = ("export", what, "--to", str(path))
        refused = place.call(*call)
        assert (refused.code, refused.out, path.exists()) == (1, "", False)
        assert "say --may-be-read to write it without being asked" in refused.err
        assert place.call(*call, "--may-be-read", "--quiet") == Done(0, "", "")
        again = place.call(*call)
        assert "already" in again.err  # before anything is asked
        path.unlink()


def test_at_a_terminal_it_asks_with_the_path_and_a_no_writes_nothing(tmp_path: Path) -> None:
    place, path = ready(tmp_path / "home", _own), tmp_path / "o"
    words = ("export", "json", "--to", str(path), "--passphrase-file", str(place.passphrase))
    done = place.type(*words, answers=[("Write it there? y/n", "n\n")])
    assert asked(str(path)) in done.out
    assert (done.code, path.exists()) == (1, False)
    assert place.type(*words, answers=[("Write it there? y/n", "y\n")]).code == 0
    assert path.exists()


def test_the_card_for_the_next_session_is_written_as_it_was_put_together(tmp_path: Path) -> None:
    place, path = ready(tmp_path / "home", _own), tmp_path / "next.md"
    call = ("export", "next", "--to", str(path), "--may-be-read")
    assert place.call(*call) == Done(1, "", f"{EMPTY}\n")
    vault = unlock.unlock(place.vault, PASSPHRASE)
    client = vault.read(clients.listing)[0].uid
    vault.write(bringing.add, client, "how to ask for *Sundays*")
    vault.close()
    assert "may-be-read" in place.call(*call[:-1]).err
    for what, name in (("next", "a.md"), ("plan", "b"), ("json", "c"), ("json --client me", "d")):
        with mock.patch.object(asking, "confirm") as confirm:
            assert place.call("export", *what.split(), "--to", str(tmp_path / name)).code == 0
        question = confirm.call_args[0][0]
        assert question.startswith("It was said who must not know of this.")
        assert "Quill" not in question  # who looks on may be the one
    assert place.call(*call) == Done(0, f"Written to {path}.\n", "")
    assert "## What I'd like to bring\n\n- how to ask for \\*Sundays\\*\n" in path.read_text()
    doc = place.call("export", "next", "--to", str(tmp_path / "next.doc"))
    assert "should end in .txt or .md" in doc.err
    others = ready(tmp_path / "others", _clients).call("export", "next", "--to", f"{path}.txt")
    assert others == Done(1, "", f"{NOT_OWN}\n")


def test_a_practitioner_is_not_asked(tmp_path: Path) -> None:
    place, path = ready(tmp_path / "home", _clients), tmp_path / "out.json"
    assert place.call("export", "json", "--to", str(path), "--quiet").code == 0
