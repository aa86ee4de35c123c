"""Settings of a vault: small choices that belong to it and not to the machine."""

import json
from typing import Any

from sqlmodel import Session

from ipt_tui.records import Setting

AUDIENCE = "audience"
PLACE = "place"
SESSION_MINUTES = "session_minutes"
"""Whether the minutes of a session are shown."""
RECOVERY_SHEET_DUE = "recovery_sheet_due"
TO_TIDY = "to_tidy"


def get(session: Session, name: str, default: Any = None) -> Any:
    """Return a setting, `default` if it was never chosen."""
    row = session.get(Setting, name)
    return json.loads(row.value) if row else default


def put(session: Session, name: str, value: Any) -> None:
    """Keep a setting; the value is anything JSON can hold."""
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=json.dumps(value)))
    else:
        row.value = json.dumps(value)
