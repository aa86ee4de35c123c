"""Identity across files: UUID version 7 (RFC 9562), which sorts by the time it was made."""

import secrets
import time
import uuid


def new_uid() -> str:
    """Return a fresh UUIDv7 in its 36-character form."""
    millis = time.time_ns() // 1_000_000
    value = (millis << 80) | secrets.randbits(80)
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))
