"""Own notes as a text file, written only where somebody names them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from ipt_tui.exchange.new_file import write_new
from ipt_tui.ipt.own_note import OwnNote, about
from ipt_tui.ipt.session import SessionLine
from ipt_tui.ipt.text import clean

HEAD = "Own notes, kept apart from the record"
NOBODY = "somebody who is not in the record any more"


def write(
    path: Path,
    notes: Sequence[OwnNote],
    codes: Mapping[str, str],
    sessions: Mapping[str, Sequence[SessionLine]],
    made: datetime,
    *,
    replace: bool = False,
) -> None:
    """Write the notes to a new file, client by client, the oldest first.

    `codes` and `sessions` are of the clients in the record, by their uids. Raises ExchangeError
    with one sentence; then nothing was written.
    """
    write_new(path, _lines(notes, codes, sessions, made), replace=replace)


def _lines(
    notes: Sequence[OwnNote],
    codes: Mapping[str, str],
    sessions: Mapping[str, Sequence[SessionLine]],
    made: datetime,
) -> Iterator[str]:
    yield f"{HEAD}. Written {_moment(made)}.\n"
    for client in dict.fromkeys((*codes, *(note.client for note in notes))):
        mine = [note for note in reversed(notes) if note.client == client]
        if mine:
            code = codes.get(client, NOBODY)
            yield f"\n{clean(code)}\n{'=' * len(code)}\n"
        for note in mine:
            head = (
                _moment(note.created_at),
                about(note, sessions.get(client, ())),
                f"copied into the record {_moment(note.copied_at)}" if note.copied_at else "",
            )
            yield f"\n{' · '.join(filter(None, head))}\n\n{clean(note.text).rstrip()}\n"


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%-d %b %Y, %H:%M}"
