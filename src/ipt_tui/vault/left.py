"""Where one left off in each talk: the question that stood."""

from sqlmodel import Session

from ipt_tui.vault import settings

LEFT = "talks_left"
MOST = 200
"""So many talks are remembered, the last ones."""


def leave(session: Session, talk_uid: str, key: str) -> None:
    """Remember the question at which a talk was left."""
    kept = {uid: at for uid, at in known(session).items() if uid != talk_uid}
    kept[talk_uid] = key
    settings.put(session, LEFT, dict(list(kept.items())[-MOST:]))


def known(session: Session) -> dict[str, str]:
    """Return the question at which each talk was left, by the uid of the talk."""
    found = settings.get(session, LEFT, {})
    return found if isinstance(found, dict) else {}
