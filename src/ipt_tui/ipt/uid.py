"""Identity across files: UUID version 7 (RFC 9562), which sorts by the time it was made."""

import secrets
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def new_uid() -> str:
    """Return a fresh UUIDv7 in its 36-character form, greater than any made before here.

    Two made in one millisecond would be in no order, so the later one is given the next.
    """
    global _last  # noqa: PLW0603
    with _lock:
        _last = max(time.time_ns() // 1_000_000, _last + 1)
        millis = _last
    value = (millis << 80) | secrets.randbits(80)
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))
