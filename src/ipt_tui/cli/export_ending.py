"""`export ending`: then and now of a course, as a page that is the client's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import who_could_read
from ipt_tui.cli.opening import chosen, opened
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments

NO_COURSE = "There is no course of sessions, so there is no page of its ending."
LEFT_OUT = "What is sensitive is in it only where it was ticked, on the screen of the ending."


def export(arguments: Arguments) -> None:
    """Write the page of the ending in the form that the file's name says, after one question.

    Raises VaultError where there is no course, for a no, and while pages to take home are set
    aside; ExchangeError where the page cannot be written.
    """
    from ipt_tui.exchange import ending_page
    from ipt_tui.vault import endings

    ending_page.form_of(arguments.to)
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        clock = vault.clock
        page = vault.read(endings.page_to_take, client.uid, clock.today(), clock.day_starts_at)
        if page is None:
            raise VaultError(NO_COURSE)
        who_could_read(arguments, vault, client.uid, always=True)
    ending_page.write(arguments.to, page, replace=arguments.replace)
    if not arguments.quiet:
        print(f"Written to {clean(str(arguments.to))}.")
        print(f"It is not encrypted. {LEFT_OUT}", file=sys.stderr)
