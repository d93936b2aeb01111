"""A place that is named → whether something happens there: not where people are from, are taken or speak."""

import re

from holdfire.geography.peoples import peoples
from holdfire.model.party import ARMED
from holdfire.model.span import Span
from holdfire.reading.english.places.seats import is_capital
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.scene import Scene

_CARE = re.compile(r"\b(?:hospital|medical cent|clinic|infirmary)", re.IGNORECASE)
_ANOTHER_CLAUSE = re.compile(r"\b(?:after|when|where|while|before|since|following|who|because|but)\b|[;.]")
"""What stands between a hospital and the place of something else."""
_CARE_AFTER = re.compile(
    r"(?:['’]s)? (?:(?:[A-Z][\w-]*|general|main|sadar|civil|state|city|town|district|county|regional"
    r"|military) )*(?:[Hh]ospital|[Mm]edical [Cc]ent|[Cc]linic|[Ii]nfirmary)"
    r"| for (?:\w+ )?(?:treatment|care|surgery)\b"
)
_SPOKEN = re.compile(
    r"\b(?:(?:press|news) (?:conference|briefing|meet)|briefing|told (?:\w+ ){0,2}"
    r"(?:reporters|journalists|newsmen|media|press|group|organi[sz]ation|agency|charity|monitors))\b"
    r"[^.;,]{0,24}\b(?:in|at|on|from)\s+(?:the\s+)?$"
    r"|\b(?:said|says|added)(?: on \w+)? (?:in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the name of a place where somebody spoke."""
_TELLER_FROM = re.compile(
    r"\b(?:said|says|added|recalled|according to) (?:an? |one |another )[^.;,”\"]{0,40}\bfrom\s+(?:the\s+)?$"
)
"""What stands before the name of a place where somebody who tells of an act is from."""
_SINCE_TAKEN = re.compile(
    r"\b(?:since|after|before|until) [^.,;]*"
    r"\b(?:took|retook|seized|captured|recaptured|left|entered|lost)\s+(?:the )?$"
)
"""What stands before a place that only says since when: "the first since the Taliban took Kabul"."""
_SAVED = re.compile(
    r"\b(?:picked up|rescued|saved|pulled from the water)\b[^.;,]{0,30}\b(?:off|near|from|at)\s+(?:the\s+)?$"
)
"""What stands before the name of a place where people were helped: another than that of an act."""
LEADING = ("in", "at", "from", "the", "on", "off", "near")
"""How all three end."""
_ACTS = re.compile(
    r" (?:also |later |then |has |have |had )?(?:said|says?|put|puts|counted|counts|denied|denies|accused"
    r"|accuses|insisted|insists|maintains|claimed|claims|blamed|blames|called|calls|rejected|rejects|declined"
    r"|disclosed|did not|does not|closed|shut|ordered|agreed|reported|reports|confirmed|confirms|announced"
    r"|responded|protested|gives|gave|offers|offered|tells|told|warns|warned|not|yet)\b"
)
_ACTS_TOO = re.compile(
    r" (?:\w+ly )?(?:(?:has|have|had) (?!been|seen|come|suffered|witnessed)|(?:is|was) (?:\w+ly )?\w+ing\b"
    r"|(?:will|would|began|sent|made|took|kept|wants|seeks|refuses|believes|sees|hopes|fears)\b"
    r"|(?!(?:witnessed|suffered|remained|used|experienced)\b)[a-z]+ed\b)"
)
"""What a capital does for its state, in any verb; not "Kyiv was shelled", "Kabul saw heavy fire"."""
_SPOKEN_TO = re.compile(
    r"\b(?:threaten(?:s|ed|ing)?|urg(?:e|es|ed|ing)|asks?|asked|warn(?:s|ed|ing)?|tells?|told|press(?:es|ed|ing)?"
    r"|accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|prompt(?:s|ed|ing)?|lead(?:s|ing)?|led|forc(?:e|es|ed|ing)"
    r"|pushing|(?:complain|protest|appeal|apologi[sz]|respond)(?:s|ed|es|ing)? to|call(?:s|ed|ing)? (?:up)?on"
    r"|(?:support|help|aid|answer|response|demand|guarantees?)s? from|pressure (?:on|from)"
    r"|(?:relations?|ties|talks|tensions?|deal|pact) (?:with|between)|(?:message|signal|note|letter) to"
    r"|(?:complaints?|protests?|representations?) (?:with|to))\s+$",
    re.IGNORECASE,
)
"""What stands before a capital to which somebody speaks, or that is made to do something."""
_OF_UNIT = re.compile(
    r"\b(?:members?|men|personnel|troops|soldiers?|guards?|jawans?|patrols?|team|officers?|constables?"
    r"|sentries|commander|in-charge|forces?)(?: of| from) (?:the )?$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r" (?:[\w-]+ )?(?:camp|post|outpost|BOP|base|station|battalion|brigade|regiment)\b", re.IGNORECASE
)
_NAMES_UNIT = re.compile(r" (?:[A-Z]{2,}[- ])?(?:\d+\w* )?(?:Battalion|Brigade|Regiment|Rifles)\b")
"""What stands around a name by which a unit is called: "members of Samba camp", "Samba BGB-35 Battalion"."""
_BODY_AFTER = re.compile(
    r"(?: and [A-Z][\w’'-]+)?(?: [A-Z][\w’'-]+){0,2} (?:Association|Committee|Commission|Federation"
    r"|Confederation|Observatory|Forum|Foundation)\b"
)
"""How a body's name goes on behind that of a place: "Pamban Fishermen Association"."""
_OF_BODY = re.compile(
    r"\b(?:Association|Committee|Commission|Institute|University|Ministry|Embassy|Consulate|Network|Council"
    r"|Federation|Union|Agency|Cent(?:re|er)|Society|Observatory|Bank|Party|Front|Coalition|Alliance|Forum"
    r"|Organi[sz]ation|Foundation|Academy|Court|Mission|Bureau)"
    r"(?: (?:of|for|in|on) (?:the )?(?:[A-Z][\w’'-]*(?: (?:and|of|in|for|the))* )*)$"
)
"""What stands before the name of a place that is part of a body's name: "Association of Korea"."""
_OPENS = re.compile(r"(?:^|[.;:,\n“\"]|\b(?:and|but|while|that|as))\s*$")
"""What stands around a capital that speaks or acts for its state, at the beginning of a clause."""
_TAKEN = re.compile(
    r"\b(?:taken|brought|driven|flown|transferred|moved|rushed|evacuated|escorted|deported|extradited|airlifted"
    r"|took|drove|flew|transported|handed(?: \w+){0,2} over|repatriated|shifted|led away|whisked"
    r"|fled|escaped|returned|retreated|went|travell?ed|headed)\b"
    r"(?: (?!(?:where|when|who|place)\b)[\w'’-]+){0,6} (?:to|into|towards?) (?:(?:the|an?) )?"
    r"(?:[a-z]+ (?:of|in|at) ){0,2}$"
)
"""What stands before the name of a place where somebody was brought after an act."""
_LET_GO = re.compile(
    r"\b(?:tried|sentenced|jailed|imprisoned|buried|treated|released|freed|set free|repatriated|handed over"
    r"|appear(?:ed)? (?:before|in) (?:an?|the) (?:\w+ )?court)"
    r"(?: (?:him|her|it|them|there|back))?(?: (?!(?:where|when|who|after)\b)[\w'’-]+){0,3}"
    r" (?:in|at|near) (?:the )?$"
)
"""What stands before the name of a place where somebody was let go, tried or buried."""
_ONWARD = re.compile(
    r"(?: \w+){0,3},? (?:where\b|and (?:then |later |there )?(?:were |was )?(?!(?:is|are|will|has|have)\b)"
    r"\w*(?:ed|en|ot)\b)"
)
"""What stands behind a place to which people were taken, and where something was done to them."""
_LISTED = r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:,? and |, ))*"
_HOME = re.compile(
    r"\b(\w+),?(?: (?:aged )?\d+,)?"
    r"(?: (?:who|that) (?:(?:had|has) )?(?:come|came|comes|hails|hailed|is|are|was|were))?"
    r" from (?:the )?(?:(?:village|town|city|cities|district|province|area|hamlet|neighbou?rhood)s? of )?"
    rf"{_LISTED}$"
)
"""What stands before the name of a place that somebody is from."""
_RESIDENT = re.compile(
    r"(?:\b(?:a|an|the|another|one|\d+-year-old)(?: \d+-year-old)?|,) (?:\w+ )?"
    r"(?:native|resident|inhabitant) of (?:the )?$"
)
"""What stands before the place where one person lives."""
_MET = re.compile(
    r"\b(?:meeting|talks|session|summit|conference|briefing)\b[^.;,]{0,20}\b(?:in|at) (?:the )?$"
)
_THEN_TOLD = re.compile(
    r",[^.;,]{1,60}\b(?:said|says|told|reiterated|announced|claimed|added|stated|warned|confirmed|insisted)\b"
)
"""What stands around the name of a place where people met before somebody told of an act."""
_UNIT_AT = re.compile(
    r"\bfrom (?:[\w’'-]+ ){0,5}"
    r"(?:[Rr]egiment|[Bb]attalion|[Bb]rigade|[Bb]ase|[Bb]arracks|[Ss]quadron|[Uu]nit)"
    r" (?:in|at|of) (?:the )?$"
)
"""What stands before the name of a place where a unit has its home: "gunners from 10 Regiment in"."""
_OF_HOME = re.compile(r",(?: (?:all|both|each|also))? of (?:the )?$")
_MAKES_NO_PLACE = re.compile(
    r"-(?:based|born|backed|led|run|made|style|trained|flagged|registered|bound|controlled|administered)\b"
)
"""What makes a name with a hyphen say whose or whence something is."""
_OFFICE = re.compile(
    r"(?:['’]s)?(?: (?:commune|county|district|provincial|province|city|municipal|village|regional|upazila"
    r"|town|township|union|council|camp|border|deputy|security|liaison)){0,3}"
    r" (?:chief|governor|mayor|chairman|chairwoman|chairperson|commissioner|commander|administrator|elder"
    r"|headman|prosecutor|lawmaker|councillor|coordinator)s?\b"
)
"""What stands behind the name of a place by which an official is called."""


def is_scene(found: PlaceMention, scene: Scene) -> bool:
    """Whether a place is one where something happens, by the words around it."""
    words, span = scene.words, found.span
    before = words[max(0, span.start - 70) : span.start]
    return not (
        _is_of_care(words, span)
        or _SINCE_TAKEN.search(before)
        or _is_beside_the_act(before)
        or (is_capital(span.of(words)) and _SPOKEN_TO.search(before))
        or (_is_who_acts(found, words) and _OPENS.search(before[-24:]))
        or _OF_BODY.search(before)
        or _is_goal(words, span, before)
        or _is_home(before, scene)
        or _UNIT_AT.search(before)
        or (_MET.search(before) and _THEN_TOLD.match(words, span.end))
        or _MAKES_NO_PLACE.match(words, span.end)
        or _OFFICE.match(words, span.end)
        or _names_a_body(words, span, before)
    )


def _names_a_body(words: str, span: Span, before: str) -> bool:
    """Whether a place only says of which camp, battalion or association somebody is."""
    unit = _NAMES_UNIT.match(words, span.end) or (_OF_UNIT.search(before) and _UNIT.match(words, span.end))
    return unit is not None or _BODY_AFTER.match(words, span.end) is not None


def _is_who_acts(found: PlaceMention, words: str) -> bool:
    """Whether a town speaks or does something, as a capital does for its state."""
    capital = is_capital(found.span.of(words)) and _ACTS_TOO.match(words, found.span.end) is not None
    return capital or _ACTS.match(words, found.span.end) is not None


def _is_of_care(words: str, span: Span) -> bool:
    """Whether a place is that of a hospital."""
    near = words[max(0, span.start - 40) : span.end].partition("\n")[0]
    cared = _CARE.search(near)
    told = cared is not None and _ANOTHER_CLAUSE.search(near, cared.end()) is None
    return told or _CARE_AFTER.match(words, span.end) is not None


def _is_beside_the_act(before: str) -> bool:
    """Whether somebody only spoke there, is from there and tells of an act, or was saved there."""
    leading = (_SPOKEN, _TELLER_FROM, _SAVED) if before.rstrip().lower().endswith(LEADING) else ()
    return any(words_before.search(before) for words_before in leading)


def _is_goal(words: str, span: Span, before: str) -> bool:
    """Whether people were taken, tried or let go there after an act."""
    led = _TAKEN.search(before) or _LET_GO.search(before)
    return led is not None and not _ONWARD.match(words, span.end)


def _is_home(before: str, scene: Scene) -> bool:
    """Whether somebody unarmed is from there: "a trader from Akhalgori", "two men, both of Musan"."""
    if _OF_HOME.search(before[-16:]) or _RESIDENT.search(before):
        return True
    found = _HOME.search(before)
    if found is None:
        return False
    known, word = scene.lexicon.parties, found[1].lower()
    party = known.get(word) or known.get(word.removesuffix("s")) or known.get(word.replace("men", "man"))
    if party is None:
        return found[1] in peoples() or found[1].removesuffix("s") in peoples()
    return party.kind not in ARMED
