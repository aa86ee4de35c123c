"""The pages of an encrypted file without the encryption, also those that are not in use."""

import _hashlib
import ctypes
from collections.abc import Iterator
from pathlib import Path

import pytest

from ipt_tui.vault.key import Key
from ipt_tui.vault.vault import side_files

PAGE, RESERVED, VECTOR = 4096, 80, 16
"""Bytes: SQLCipher keeps the vector and a seal at the end of each page."""
SALT, LOG_HEAD, FRAME_HEAD = 16, 32, 24
"""Bytes: the salt stands in the place of the first page's first bytes."""
_crypto = ctypes.CDLL(_hashlib.__file__)  # what Python itself hashes with


def decrypted(path: Path, key: Key) -> bytes:
    """Return every page of a vault and of its write-ahead log, also those that are free."""
    if not hasattr(_crypto, "EVP_DecryptInit_ex"):
        pytest.skip("this Python does not lend its cipher")
    return b"".join([*_of_file(path, key), *_of_log(side_files(path)[0], key)])


def _of_file(path: Path, key: Key) -> Iterator[bytes]:
    whole = path.read_bytes()
    assert len(whole) % PAGE == 0
    first = _page(whole[SALT:PAGE], key)
    assert first[:2] == PAGE.to_bytes(2), "pages are encrypted in another way by now"
    yield first
    for start in range(PAGE, len(whole), PAGE):
        yield _page(whole[start : start + PAGE], key)


def _of_log(path: Path, key: Key) -> Iterator[bytes]:
    """Yield the pages of every frame of a log, of one that is done with too."""
    whole = path.read_bytes() if path.exists() else b""
    for start in range(LOG_HEAD, len(whole), FRAME_HEAD + PAGE):
        head = whole[start : start + FRAME_HEAD]
        page = whole[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        if len(page) == PAGE:
            yield _page(page[SALT:] if head[:4] == b"\0\0\0\1" else page, key)


def _page(page: bytes, key: Key) -> bytes:
    body, vector = page[:-RESERVED], page[-RESERVED : VECTOR - RESERVED]
    for name in ("EVP_CIPHER_CTX_new", "EVP_aes_256_cbc"):
        getattr(_crypto, name).restype = ctypes.c_void_p
    context = ctypes.c_void_p(_crypto.EVP_CIPHER_CTX_new())
    cipher = ctypes.c_void_p(_crypto.EVP_aes_256_cbc())
    told, length = ctypes.create_string_buffer(len(body) + VECTOR), ctypes.c_int()
    try:
        assert _crypto.EVP_DecryptInit_ex(context, cipher, None, key.raw, vector)
        assert _crypto.EVP_CIPHER_CTX_set_padding(context, 0)
        assert _crypto.EVP_DecryptUpdate(context, told, ctypes.byref(length), body, len(body))
    finally:
        _crypto.EVP_CIPHER_CTX_free(context)
    return told.raw[: length.value]
