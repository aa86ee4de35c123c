"""`show plan`, `export plan` and `about`: plain words, and nothing veiled unless asked for."""

from __future__ import annotations

import stat
from contextlib import closing
from typing import TYPE_CHECKING

from ipt_tui.ipt import about
from ipt_tui.vault import clients, people, place, safety_plans
from tests.cli.prompt import k7, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_the_plan_is_printed_and_written_and_what_is_veiled_only_if_asked_for(
    tmp_path: Path,
) -> None:
    home, path = k7(tmp_path / "home"), tmp_path / "plan.txt"
    done = home.call("show", "plan", "--client", "K7")
    assert (done.code, done.err) == (0, "")
    assert "Whom I can ask: Priya, any time, by message first\n" in done.out
    with closing(opened(home)) as vault:
        client = vault.read(clients.listing)[0].uid
        vault.write(people.tell, vault.read(people.names, client)["Priya"], sensitive=True)
    assert "Priya" not in home.call("show", "plan", "--client", "K7").out
    assert "Priya" in home.call("show", "plan", "--client", "K7", "--reveal").out
    call = ("export", "plan", "--client", "K7", "--to", str(path))
    done = home.call(*call)
    assert done.out == f"Written to {path}.\n"
    assert "--reveal adds it" in done.err
    assert "not encrypted" in done.err
    assert "Priya" not in path.read_text()
    assert "Walk to the allotment" in path.read_text()
    assert max(map(len, path.read_text().splitlines())) <= 76
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert home.call(*call).err.endswith("it was left as it is.\n")
    assert home.call(*call, "--number", "3").code == 2
    with closing(opened(home)) as vault:
        found = vault.read(safety_plans.plan, client, vault.clock.today())
        empty = dict.fromkeys(found.texts, "") | {"look_again": ""}
        vault.write(safety_plans.tell, client, found.seen, **empty)
        where = place.plan_copy(vault.path)
    assert home.call("show", "plan", "--client", "K7").out == "There is no safety plan yet.\n"
    none = home.call(*call, "--replace")
    assert none.err == "There is no safety plan yet. Nothing was written.\n"
    assert "Walk to the allotment" in path.read_text()
    assert not where.exists()


def test_about_says_what_the_screen_says(tmp_path: Path) -> None:
    home = k7(tmp_path / "home")
    done = home.call("about")
    assert about.PURPOSE in done.out
    assert all(sentence in done.out for sentence in about.NOT)
