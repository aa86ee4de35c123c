"""The kinds of entries in words, for counting what goes out and comes in."""

from collections.abc import Mapping

from ipt_tui.ipt.audience import Audience, listed, plural

_WORDS = {
    "kind": ("relationship word", "relationship words"),
    "client": ("client", "clients"),
    "person": ("person", "people"),
    "standing": ("dated place or rating", "dated places and ratings"),
    "tie": ("tie", "ties"),
    "expectation": ("expectation", "expectations"),
    "outcome": ("piece of news about an expectation", "pieces of news about expectations"),
    "mood": ("mood", "moods"),
    "event": ("event", "events"),
    "mood_person": ("name in a mood", "names in moods"),
    "event_person": ("name in an event", "names in events"),
    "mood_link": ("tie between a mood and an event", "ties between moods and events"),
    "spell": ("spell", "spells"),
    "jotting": ("line", "lines"),
    "talk": ("talk", "talks"),
    "talk_person": ("name in a talk", "names in talks"),
    "turn": ("turn", "turns"),
    "difficulty": ("thing that got in the way", "things that got in the way"),
    "alternative": ("line to say", "lines to say"),
    "option": ("option", "options"),
    "rehearsal": ("rehearsal", "rehearsals"),
    "attempt": ("try", "tries"),
    "course": ("course", "courses"),
    "renegotiation": ("change of a course", "changes of courses"),
    "session": ("session", "sessions"),
    "agenda_item": ("thing to do in a session", "things to do in sessions"),
    "technique": ("technique used", "techniques used"),
    "practice": ("practice", "practices"),
    "todo": ("to-do", "to-dos"),
    "progress_note": ("progress note", "progress notes"),
    "addendum": ("addition to a progress note", "additions to progress notes"),
    "tidied_line": ("line of a note looked at", "lines of notes looked at"),
    "response": ("measure answered", "measures answered"),
    "measure_plan": ("choice about a measure", "choices about measures"),
    "concern": ("concern", "concerns"),
    "concern_person": ("name in a concern", "names in concerns"),
    "safety_plan": ("safety plan", "safety plans"),
    "plan_person": ("name in a safety plan", "names in safety plans"),
    "problem_area": ("problem area considered", "problem areas considered"),
    "focus_choice": ("choice of the focus", "choices of the focus"),
    "evidence": ("thing for or against a problem area", "things for or against problem areas"),
    "dispute_stage": ("stage of a dispute", "stages of disputes"),
    "workbench_answer": ("answer about a problem area", "answers about problem areas"),
    "answer_link": ("link of such an answer", "links of such answers"),
    "formulation": ("version of the formulation", "versions of the formulation"),
    "formulation_link": ("link of the formulation", "links of the formulation"),
    "contract": ("contract", "contracts"),
    "goal": ("goal", "goals"),
    "goal_rating": ("rating of a goal", "ratings of goals"),
    "goal_practice": ("practice for a goal", "practices for goals"),
    "halfway": ("halfway look", "halfway looks"),
    "ending": ("ending", "endings"),
    "fit": ("note of what fits", "notes of what fits"),
    "bring": ("line for a session", "lines for sessions"),
}
_OWN_WORDS = {
    "client": ("record of yours", "records of yours"),
    "expectation": ("wish", "wishes"),
    "outcome": ("piece of news about a wish", "pieces of news about wishes"),
    "bring": ("line for a meeting", "lines for meetings"),
}


def counted(rows: Mapping[str, int], who: Audience) -> str:
    """Return "1 client, 9 people and 24 ties" for how many rows there are of each table."""
    words = _WORDS | (_OWN_WORDS if who is Audience.CLIENT else {})
    order = [*words, *sorted(set(rows) - set(words))]
    told = [
        plural(rows[name], *words.get(name, ("other entry", "other entries")))
        for name in order
        if rows.get(name)
    ]
    return listed(told) or "nothing"
