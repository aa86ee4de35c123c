"""Where the pointers of the record lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import clients, pointers, talk_begin, talks, timed
from ipt_tui.vault.timeline import Asked, timeline
from tests.vault import autumn

if TYPE_CHECKING:
    from ipt_tui.ipt.timeline import Timeline
    from ipt_tui.vault.vault import Vault


def shown(vault: Vault) -> Timeline:
    """Keep the autumn; return all of it."""
    client = autumn.fill(vault)
    return vault.read(timeline, client, Asked(autumn.TODAY))


def test_a_tie_is_gone_across_both_ways(vault: Vault) -> None:
    whole = shown(vault)
    tied = next(event for event in whole.events if whole.tied(event.uid))
    mood = vault.read(pointers.across_tie, tied.uid)
    assert mood in whole.tied(tied.uid)
    assert vault.read(pointers.across_tie, str(mood)) == tied.uid


def test_what_was_set_apart_is_no_tie(vault: Vault) -> None:
    whole = shown(vault)
    tied = next(event for event in whole.events if len(whole.tied(event.uid)) == 1)
    vault.write(timed.set_apart, whole.tied(tied.uid)[0], tied.uid)
    assert vault.read(pointers.across_tie, tied.uid) is None


def test_of_several_the_one_tied_last_is_led_to(vault: Vault) -> None:
    whole = shown(vault)
    tied = next(event for event in whole.events if whole.tied(event.uid))
    other = next(mood.uid for mood in whole.moods if mood.uid not in whole.tied(tied.uid))
    vault.write(timed.tie, other, tied.uid)
    assert vault.read(pointers.across_tie, tied.uid) == other


def test_the_talk_a_mood_leads_to_is_that_of_the_event_it_leads_to(vault: Vault) -> None:
    whole = shown(vault)
    mood, (first, last) = whole.moods[-1].uid, (e.uid for e in whole.events[:2])
    for event in (first, last):
        vault.write(timed.tie, mood, event)
    begun = vault.write(talk_begin.begin_from_mood, mood)
    assert vault.read(pointers.across_tie, mood) == last
    assert vault.read(talks.uid_of, mood) == begun == vault.read(talks.uid_of, last)
    vault.write(timed.tie, mood, whole.events[2].uid)
    assert vault.read(talks.uid_of, mood) is None


def test_somebody_leads_to_the_newest_event_with_them(vault: Vault) -> None:
    whole = shown(vault)
    with_sam = [e for e in whole.events if any(p.name == "Sam" for p in e.people)]
    sam = next(p.uid for p in with_sam[0].people if p.name == "Sam")
    newest = max(with_sam, key=lambda event: (event.first, event.at is not None and event.at.at))
    assert vault.read(pointers.event_with, sam, None, autumn.TODAY) == newest.uid
    assert vault.read(pointers.event_with, sam, with_sam[0].uid, autumn.TODAY) == with_sam[0].uid
    other = next(e for e in whole.events if all(p.name != "Sam" for p in e.people))
    assert vault.read(pointers.event_with, sam, other.uid, autumn.TODAY) == newest.uid


def test_what_is_sensitive_is_not_led_to(vault: Vault) -> None:
    whole = shown(vault)
    with_sam = [e for e in whole.events if any(p.name == "Sam" for p in e.people)]
    sam = next(p.uid for p in with_sam[0].people if p.name == "Sam")
    newest = vault.read(pointers.event_with, sam, None, autumn.TODAY)
    vault.write(timed.change, "event", str(newest), sensitive=True)
    assert vault.read(pointers.event_with, sam, None, autumn.TODAY) not in (newest, None)


def test_somebody_never_named_leads_nowhere(vault: Vault) -> None:
    shown(vault)
    (client,) = vault.read(clients.listing)
    from ipt_tui.ipt.add_line import PersonLine
    from ipt_tui.vault import people

    uid = vault.write(people.add, client.uid, PersonLine(name="Zoe"), autumn.TODAY)
    assert vault.read(pointers.event_with, uid, None, autumn.TODAY) is None
