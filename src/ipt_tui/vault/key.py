"""From a passphrase to the key: scrypt with the file's own salt.

The salt is the file's first 16 bytes, `IPT`, the profile of the derivation, 12 random bytes, so
that before any passphrase a file can be told to be ours, and made by which profile.
"""

from dataclasses import dataclass, field

MAGIC = b"IPT"
PROFILE = 1
SALT_LENGTH = 16
KEY_LENGTH = 32
_SCRYPT = {1: {"n": 2**17, "r": 8, "p": 1}}
_MAXMEM = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Key:
    """A raw key of 32 bytes and the salt of 16 bytes it belongs to. Never shown by `repr`."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key as SQLCipher's raw key literal, salt included."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """Return a fresh salt of 16 bytes that names our format and profile."""
    import secrets

    return MAGIC + bytes([PROFILE]) + secrets.token_bytes(12)


def is_ours(header: bytes) -> bool:
    """Return whether these first bytes of a file are a salt of ours."""
    return len(header) >= SALT_LENGTH and header[:3] == MAGIC and header[3] > 0


def derive(prepared: bytes, salt: bytes) -> Key:
    """Derive the key from a prepared passphrase: about 0.3 s and 128 MiB for profile 1.

    Raises KeyError for a profile this version does not know.
    """
    import hashlib

    settings = _SCRYPT[salt[3]]
    raw = hashlib.scrypt(prepared, salt=salt, dklen=KEY_LENGTH, maxmem=_MAXMEM, **settings)
    return Key(raw, salt)


def random_key() -> Key:
    """Return a key nobody knows, for a throw-away vault."""
    import secrets

    return Key(secrets.token_bytes(KEY_LENGTH), new_salt())
