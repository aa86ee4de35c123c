"""Files of moods for tests."""

from datetime import UTC, datetime
from pathlib import Path

from ipt_tui.exchange import mood_file
from ipt_tui.ipt.imported import ImportedMood, MoodFile

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
DAYLIO_HEADER = "full_date,date,weekday,time,mood,activities,note_title,note"


def written(folder: Path, *lines: str, name: str = "moods.csv") -> Path:
    """Write these lines to a file."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(folder: Path, *lines: str, kind: str = "") -> MoodFile:
    """Read a file with these lines."""
    return mood_file.read(written(folder, *lines), NOW, kind)


def only(found: MoodFile) -> ImportedMood:
    """Return the one mood, nothing being refused."""
    assert found.refused == ()
    (mood,) = found.moods
    return mood
