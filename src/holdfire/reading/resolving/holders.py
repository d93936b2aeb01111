"""Who holds people where no one is named: the force that acted before, else the police of the report.

To arrest, to book or to take into custody is what authorities do, so an actor follows from the word where the
report speaks of police; where it speaks of none the slot stays open.
"""

from collections.abc import Sequence

import msgspec

from holdfire.model.grounded import Grounded, ground
from holdfire.model.party import POWERS, Party
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Phrase
from holdfire.reading.english.words.inflection import forms
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene

IMPLIED = "actor.implied"
LAST_WITHIN = 600
"""Code points: how far before an arrest the force that acted may stand."""


def holder(told: Deed, scene: Scene, cast: Cast) -> tuple[Grounded[Party], ...]:
    """Who makes an arrest that names nobody; empty where nothing in the report says."""
    if told.means != "arrest" or told.actors or told.mood == "hypothetical":
        return ()
    last = cast.actor
    if last is not None and last.kind in POWERS and told.cue.start - last.span.end <= LAST_WITHIN:
        return (_last(told, scene, cast, last),)
    word = told.cue.of(scene.words).lower()
    if not any(word in forms(lemma) for lemma in scene.lexicon.cues["authority"]):
        return ()
    police = _nearest(cast.police, told.cue)
    return (_of_report(told, scene, police),) if police is not None else ()


def _last(told: Deed, scene: Scene, cast: Cast, last: Phrase) -> Grounded[Party]:
    because = f"“{last.span.of(scene.words)}” acted last before it"
    cue = told.cue
    return msgspec.structs.replace(
        cast.party(last, IMPLIED),
        quote=cue.of(scene.words),
        start=cue.start,
        end=cue.end,
        basis="inferred",
        because=because,
    )


def _of_report(told: Deed, scene: Scene, police: Span) -> Grounded[Party]:
    word = police.of(scene.words)
    act = told.cue.of(scene.words)
    because = f"“{act}” is what authorities do, and the report speaks of “{word}”"
    party = Party("police", "police", "organization")
    return ground(party, scene.words, told.cue, rule=IMPLIED, basis="inferred", because=because)


def _nearest(police: Sequence[Span], cue: Span) -> Span | None:
    """The word for police nearest before an arrest, else the first after it."""
    before = after = None
    for span in police:
        if span.start < cue.start:
            before = span
        elif after is None:
            after = span
    return before or after
