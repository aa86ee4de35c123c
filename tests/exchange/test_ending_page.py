"""The page of K7's ending as a file: what is on it, what must not be, and that nothing runs."""

from __future__ import annotations

import html
import os
import re
import stat
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from ipt_tui.exchange import ending_page
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt.called import KINDS
from ipt_tui.vault import endings
from tests.exchange.ended import FORMULATION, LAST, SECRETS, course_of, ended, person
from tests.vault.ending_writes import put

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.ipt.ending import EndingPage
    from ipt_tui.vault.vault import Vault

FORMS = (".txt", ".md", ".html")
HOSTILE = (
    "<script>alert(1)</script> ![x](http://evil) [a](javascript:b) # not a heading *star* `tick` "
    '&lt;b&gt; "quoted" <img src=x onerror=y> | a cell \\ www.evil.test https://evil.test'
)
LINES = f"# one\n- two\n1. three\n> four\n    five\n---\n{HOSTILE}"


def page_of(vault: Vault, client: str) -> EndingPage:
    page = vault.read(endings.page, client, LAST)
    assert page is not None
    return page


def told(page: EndingPage, form: str) -> str:
    """Return the words of a form, on one line, as they are read."""
    text = "\n".join(ending_page.FORMS[form](page))
    if form == ".html":
        text = html.unescape(re.sub(r"<[^>]*>", " ", text.partition("<body>")[2]))
    if form == ".md":
        text = re.sub(r"\\([^\w\s])", r"\1", text)
    return " ".join(text.split())


def test_the_whole_course_stands_on_it_and_nothing_that_is_not_theirs(vault: Vault) -> None:
    client = ended(vault)
    page = page_of(vault, client)
    for form in FORMS:
        text = told(page, form)
        for there in (
            "6 October 2026 to 19 January 2027 · 16 of 16 meetings",
            "what you and Sam expect of each other", " ".join(FORMULATION.split()),
            "All in all: better.", "I say it before I am angry.", "I asked for Tuesdays",
            "Since 20 Oct 2026: Lena and Jo nearer.", "Dad (has died)",
            "evenings together when I am off (Sam)", "said, partly met",
            "3 of 3 wishes are said aloud; then it was none.",
            "say what I want before I'm angry", "a bigger flat (let go: not now)",
            "PHQ-9: On 17 Nov 2026 you came to 9", "On 6 Oct 2026 it was 17, now it is 9",
            "Two talks with Sam", "“Do what you want.”", "“February is coming.",
            "the flat is not decided", "Being sad to stop is not slipping back",
            "sad, and a little proud", "I stop answering Lena", "awake at four",
            "tell Sam the same evening", "“it is like last summer”",
            "Now and then, as a new contract.", "the first Tuesday of each month until summer",
        ):  # fmt: skip
            assert there in text, (form, there)
        for what, secret in SECRETS.items():
            assert secret not in text, (form, what)
        for never in ("K7", "chickweed", "role_dispute", "dispute", "formulation", "concern"):
            assert never not in text, (form, never)


def test_a_sensitive_person_goes_in_only_if_ticked_and_names_can_be_left_out(vault: Vault) -> None:
    client = ended(vault)
    secret = SECRETS["sensitive person"]
    vault.write(put, endings.tick, course_of(vault, client), person(vault, secret))
    assert all(secret in told(page_of(vault, client), form) for form in FORMS)
    vault.write(put, endings.tell, course_of(vault, client), called=KINDS)
    names = ("Sam", "Mum", "Dad", "Jo", "Lena", "Ben", "Ito", "Noor", "Priya", secret)
    for form in FORMS:
        text = told(page_of(vault, client), form)
        assert [name for name in names if re.search(rf"\b{name}\b", text)] == [], form
        assert "what you and your partner expect of each other" in text
        assert "Two talks with partner" in text


def test_what_was_typed_stays_text_in_every_form(vault: Vault) -> None:
    client = ended(vault)
    vault.write(
        put,
        endings.tell,
        course_of(vault, client),
        changed=LINES,
        did=LINES,
        tell="\u202e\x1b[2Jfine",
    )
    page = page_of(vault, client)
    for form in FORMS:
        text = told(page, form)
        assert " ".join(HOSTILE.split()) in text, form
        assert "\x1b" not in text
        assert "\u202e" not in text
    markdown = "\n".join(ending_page.FORMS[".md"](page))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    kinds = [each.type for token in tokens for each in (token, *(token.children or ()))]
    for kind in ("html_block", "html_inline", "image", "link_open", "em_open", "code_inline",
                 "code_block", "blockquote_open", "ordered_list_open", "hr"):  # fmt: skip
        assert kind not in kinds, kind
    headings = [
        t.content for n, t in enumerate(tokens) if n and tokens[n - 1].type == "heading_open"
    ]
    assert all("not a heading" not in heading and heading != "one" for heading in headings)
    source = "\n".join(ending_page.FORMS[".html"](page))
    tags = set(re.findall(r"<(/?\w+)", source))
    assert not tags & {"script", "img", "b", "a", "link", "iframe", "object"}
    addresses = re.findall(r"(?:href|src|url)\s*[=(]\s*[\"']?http", source)
    assert addresses == []
    assert "default-src 'none'" in source
    assert '<html lang="en">' in source
    assert source.count("<svg") == 2


def test_a_file_is_whole_or_not_there(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(vault, ended(vault))
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "Page.HTML"
    ending_page.write(path, page)
    assert path.read_text().splitlines() == "\n".join(ending_page.FORMS[".html"](page)).split("\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(ExchangeError, match="already; it was left as it is"):
        ending_page.write(path, page)
    for name in ("page", "page.pdf", ".md"):
        with pytest.raises(ExchangeError, match=r"\.md, \.html or \.txt"):
            ending_page.write(folder / name, page)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExchangeError, match=r"^The disk is full, so nothing was written\.$"):
        ending_page.write(folder / "page.md", page)
    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(ExchangeError, match="it refuses"):
        ending_page.write(folder / "page.txt", page)
    assert [each.name for each in folder.iterdir()] == ["Page.HTML"]
