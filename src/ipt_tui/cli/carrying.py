"""`export` and `import`: the whole record out to a file and in again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui import __version__
from ipt_tui.cli.arguments import PROGRAM, Arguments, UsageError
from ipt_tui.cli.asking import confirm_import, who_could_read
from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.cli.table_words import counted
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.vault.transfer import Data, Plan
    from ipt_tui.vault.vault import Vault


CONCERNS = (
    "It holds concerns and what came of them, which are for the practitioner alone. In a vault of "
    "one's own they are left out."
)


def export(arguments: Arguments) -> None:
    """Write the record of one client, or of all, to a new JSON file."""
    from ipt_tui.exchange import json_file
    from ipt_tui.vault import transfer

    with opened(arguments) as vault:
        who = audience(vault)
        uid = chosen(vault, arguments.client).uid if arguments.client else None
        data = vault.read(transfer.dump, uid)
        made = vault.clock.now().isoformat(timespec="seconds")
        who_could_read(arguments, vault, uid)
    header = json_file.Header(made, f"{PROGRAM} {__version__}")
    json_file.write(arguments.to, data, header, replace=arguments.replace)
    if not arguments.quiet:
        rows = {name: len(entries) for name, entries in data.items()}
        print(f"Written to {clean(str(arguments.to))}: {counted(rows, who)}.")
        print(
            "It is not encrypted and holds what is marked sensitive; keep it where only you can "
            "read it.",
            file=sys.stderr,
        )
        if data["concern"]:
            print(CONCERNS, file=sys.stderr)


def import_(arguments: Arguments) -> None:
    """Read a record or moods into the vault; the kind that was said, or the file's ending, decides.

    Raises UsageError where words were given numbers for a file without any.
    """
    from ipt_tui.exchange import mood_file

    kind = arguments.kind or ("" if arguments.file.suffix.lower() in mood_file.ENDINGS else "json")
    if kind != "json":
        from ipt_tui.cli import moods

        moods.import_moods(arguments)
        return
    if arguments.map:
        raise UsageError("--map is for moods from CSV; say --as csv or --as daylio.", "import")
    _import_record(arguments)


def _import_record(arguments: Arguments) -> None:
    """Show what a file holds against what is here, ask, back up, then add what is new."""
    from ipt_tui.exchange import json_file
    from ipt_tui.vault import backup, transfer

    header, data = json_file.read(arguments.file)
    with opened(arguments) as vault:
        who = audience(vault)
        plan = vault.read(transfer.plan, data)
        _refuse_second(vault, data, who)
        if not arguments.quiet or not arguments.yes:
            print("\n".join(preview(plan, header.made_at, header.made_by, who)))
        if not plan.total:
            return
        if not arguments.yes:
            confirm_import()
        if not vault.read(transfer.is_empty):
            backup.make(vault.path, vault.key, vault.clock.now())
        vault.write(transfer.load, data)
    if not arguments.quiet:
        print(f"Imported: {counted(plan.new, who)}.")


def preview(plan: Plan, made_at: str, made_by: str, who: Audience) -> list[str]:
    """Return what an import would do, as lines."""
    made = " ".join(clean(f"Made {made_at} by {made_by}").split())
    differ: dict[str, int] = {}
    for place in plan.conflicts:
        table = place.rpartition(" ")[0]
        differ[table] = differ.get(table, 0) + 1
    lines = [f"{made}." if made_at and made_by else "It does not say when it was made."]
    lines.append(f"New: {counted(plan.new, who)}." if plan.total else "Nothing in it is new.")
    if plan.same:
        lines.append(f"The same as here: {plan.same}.")
    if differ:
        lines.append(f"Different from here, and left as it is here: {counted(differ, who)}.")
    if plan.left_out:
        lines.append("What is for a practitioner alone is left out: this vault is your own.")
    if plan.final:
        lines.append("It adds what is final, such as a signed note, so it cannot be taken back.")
    return lines


def _refuse_second(vault: Vault, data: Data, who: Audience) -> None:
    """Refuse to put somebody else's record into a vault that is one person's own."""
    if who is not Audience.CLIENT:
        return
    from ipt_tui.vault import clients

    mine = {line.uid for line in vault.read(clients.listing)}
    both = mine | {row["uid"] for row in data.get("client", [])}
    if len(both) > 1:
        raise VaultError(
            "This vault is for your own record, and the file holds another one. "
            "Make a new vault for it, or ask for one record only when it is exported."
        )
