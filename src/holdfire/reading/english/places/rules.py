"""The rules by which names of places are read, as values: what each matches, with examples that are executed.

The code that reads is in `runs`, `finding`, `lower`, `borders` and `plain_lines`; every mention keeps the
name of its rule. A value is written "quote = id of the place", "?" where no place of the name is known.
"""

from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.resolution import Named, resolve
from holdfire.model.span import Span
from holdfire.reading.english.places.borders import find_borders
from holdfire.reading.english.places.finding import find_places
from holdfire.reading.english.places.plain_lines import RULE, find_plain_lines
from holdfire.reading.english.places.sites import NUMBERED, SITE
from holdfire.reading.grammar.rule import Example, Rule

PlaceRule = Rule[str, str, str]


def readings(words: str) -> list[tuple[Named, str]]:
    """Every mention in a text with its value."""
    found = find_places(words)
    meant = [(m, e.id if e else "?") for m, e in zip(found, resolve(found), strict=True)]
    borders = [(m, m.candidates[0].id) for m in find_borders(words, gazetteer=shipped_gazetteer())]
    plain = [
        (Named(p.span.start, p.span.end, p.span.of(words), (), rule=RULE), "?")
        for p in find_plain_lines(words, Span(0, len(words)))
        if p.is_where
    ]
    return [(m, f"{words[m.start : m.end]} = {value}") for m, value in [*meant, *borders, *plain]]


def rule(
    name: str,
    pattern: str,
    examples: dict[str, str],
    counterexamples: tuple[str, ...] = (),
    *,
    note: str = "",
) -> PlaceRule:
    """A rule that gives the value of the first mention it reads in a sentence, or None."""

    def produce(words: str) -> str | None:
        return next((value for m, value in readings(words) if m.rule == name), None)

    cases = tuple(Example(words, value) for words, value in examples.items())
    return Rule(name, pattern, produce, cases, counterexamples, note)


RULES: tuple[PlaceRule, ...] = (
    rule(
        "place.name",
        "a name of the gazetteer, capitalised, longest first",
        {
            "Soldiers crossed the river near Hoeryong at night.": "Hoeryong = KP-HOERYONG",
            "Villagers in Hujang heard shots.": "Hujang = KP-KIMHYONGJIK",
            "The shelling of Deir ez-Zor went on.": "Deir ez-Zor = gn:170794",
            "Refugees reached Bosnia and Herzegovina.": "Bosnia and Herzegovina = BA",
        },
        (
            "Sam Houston spoke first.",
            "Troops of the South fired back.",
            "Mr. Jordan denied it.",
            "It was first reported by the Washington Post.",
            "The car turned into Memphis Street.",
            "She studied at the University of Texas.",
            "Police and Hamas traded blame in March.",
            "A man threw a Molotov cocktail at the White House.",
            "Shots were heard along Tana River.",
        ),
        note="Persons, papers, streets, schools, months and plain words are told by the words of their run.",
    ),
    rule(
        "place.demonym",
        "a people's name that stands for its country or region",
        {"A Syrian conscript was shot.": "Syrian = SY", "North Korean guards fired.": "North Korean = KP"},
        ("The army of Syria fired.",),
    ),
    rule(
        "place.kind_after",
        "NAME County|Province|River|…, or NAME province, NAME and NAME provinces",
        {
            "A checkpoint in Pungso County was moved.": "Pungso County = KP-PUNGSO",
            "The order reached Yanggang Province.": "Yanggang Province = KP-RG",
            "Guards along the Tumen River were told to wait.": "Tumen River = RV-TUMAN",
            "The units of Yanggang and North Hamgyong provinces obeyed.": "Yanggang = KP-RG",
        },
        ("Guards in Musan obeyed.",),
    ),
    rule(
        "place.state_after",
        "NAME, N.C.",
        {"He was shot in Rocky Mount, N.C., on Monday.": "Rocky Mount = gn:4488762"},
        ("He was shot in Rocky Mount on Monday.",),
    ),
    rule(
        "place.state",
        "the abbreviation of a US state or Canadian province after a place",
        {"Police in Paris, Tenn., said so.": "Tenn. = US.TN", "Fargo, ND is near.": "ND = US.ND"},
        ("Ill. fortune struck.", "She was in Paris, or so he said."),
    ),
    rule(
        "place.twin",
        "NAME (NAME), the same place twice",
        {"As far as Hujang (Kimhyongjik County) units were told.": "Hujang = KP-KIMHYONGJIK"},
        ("As far as Hujang units were told.",),
    ),
    rule(
        "place.unknown",
        "an unknown name before or after a word such as village, kept without a point",
        {
            "Mines lay near the village of Qwertin.": "Qwertin = ?",
            "A patrol in Qwertin District fired.": "Qwertin District = ?",
            "Shots were heard in the Qwertin Valley.": "Qwertin Valley = ?",
            "A fisherman was shot on Lake Qwertin.": "Lake Qwertin = ?",
            "A bomb went off in the Qwertin area.": "Qwertin = ?",
            "Two men were shot in the Hamra Bala sector.": "Hamra Bala = ?",
            "A herder was shot in the Qwertin canton.": "Qwertin = ?",
            "Residents from Qwertin heard shots.": "Qwertin = ?",
            "A man was killed on the outskirts of Qwertin.": "Qwertin = ?",
        },
        ("Mines lay beside Qwertin.", "Residents of Paris heard shots."),
    ),
    rule(
        "place.led",
        "an unknown name of a few words after near, in, opposite, between …, without a point",
        {
            "Two men were shot near Qwertin on Monday.": "Qwertin = ?",
            "A post at Qwertin Bala was shelled.": "Qwertin Bala = ?",
            "A man was caught west of Qwertin.": "Qwertin = ?",
            "A man was shot opposite Qwertin.": "Qwertin = ?",
            "Shots were fired ten kilometres from Qwertin.": "Qwertin = ?",
            "A bus was stopped between Paris and Qwertin.": "Qwertin = ?",
            "A bus was stopped on the road between Qwertin and Blaskow.": "Qwertin = ?",
        },
        (
            "She works at UNHCR.",
            "The guards believe in Christmas.",
            "The boy stood near Margaret.",
            "Soldiers spoke of Qwertin.",
            "There was a truce between Qwertin and Blaskow.",
        ),
        note="Many hamlets on a border stand in no gazetteer.",
    ),
    rule(
        SITE,
        "the NAME gate|ford|post|frontier|…, or NAME Bridge|Hill|… after at, on, near, without a point",
        {
            "Guards fired at the Qwertin frontier.": "Qwertin frontier = ?",
            "A woman was beaten at the Qwertin gate.": "Qwertin gate = ?",
            "Two men were shot by the Qwertin river.": "Qwertin river = ?",
            "An officer fired at a car near Qwertin Bridge.": "Qwertin Bridge = ?",
        },
        (
            "Men were carried over the Qwertin river.",
            "The Hamas base was shelled.",
            "The Obama camp said so.",
            "Police met at Army Base.",
        ),
        note="What lies in or beside another place that a report names.",
    ),
    rule(
        NUMBERED,
        "pillar|post|gate|checkpoint NUMBER after near, at, opposite …",
        {
            "A man was shot near boundary pillar 917.": "boundary pillar 917 = ?",
            "A guard fired at Border Post 7.": "Border Post 7 = ?",
        },
        ("The report lists pillar 917.", "He came in post 3 times.", "They waited at the gate 12 hours."),
    ),
    rule(
        "place.river",
        "the NAME, after a word such as on or across, where a river of the name is known",
        {
            "Two men were shot on the Evros on Monday.": "Evros = R-EVROS",
            "Smugglers waded across the Naf.": "Naf = R-NAF",
        },
        ("A guard of the Ohio governor fired.", "The Naf is wide.", "Shots were heard in Evros."),
    ),
    rule(
        "place.crossed",
        "the NAME after across, along, crossed, the bank of …, an unknown river, kept without a point",
        {
            "Guards fired across the Qwertin at a boat.": "Qwertin = ?",
            "They stood on the bank of the Qwertin.": "Qwertin = ?",
        },
        ("Guards fired at the Qwertin.", "He went into the Navy.", "They ran across the Qwertin bridge."),
    ),
    rule(
        "place.similar",
        "an unknown name nearly equal to one of the border supplement, in a text about that border",
        {"Guards in Musan and Hoeryung County fired.": "Hoeryung County = KP-HOERYONG"},
        ("Guards in Texas and Hoeryung County fired.",),
    ),
    rule(
        "place.lower_case",
        "in a text without capitals: after a word such as in, before one such as province, or a country",
        {"two men were shot in srinagar by police, officials said.": "srinagar = gn:1255634"},
        ("the police were reading the notice in march, officials said.",),
    ),
    rule(
        "place.border",
        "NAME-NAME border, border between NAME and NAME, NAME's border with NAME",
        {
            "Two were shot on the China-North Korea border.": "China-North Korea border = LINE-CN-KP",
            "The Turkish-Syrian border is closed.": "Turkish-Syrian border = LINE-SY-TR",
            "Poland's border with Belarus is fenced.": "Poland's border with Belarus = LINE-BY-PL",
        },
        ("The Smith-Jones border dispute went on.",),
    ),
    rule(
        RULE,
        "the|their|its … border, fence, zone or crossing after at, near, along, crossing, patrolling …",
        {
            "Guards shot a man at the border.": "the border = ?",
            "The two armies fired along their disputed border on Monday.": "their disputed border = ?",
            "A boy was shot while climbing the border fence.": "the border fence = ?",
            "Troops fired on a woman in the buffer zone.": "the buffer zone = ?",
            "Men were beaten at the crossing.": "the crossing = ?",
        },
        (
            "The border guards fired.",
            "The army closed the border.",
            "A man was shot by the border police.",
            "Guards fired near a fence.",
        ),
        note="Only where an order or act has no other place; a border, or the only site of the kind, that the"
        " report speaks of is then inferred. What an order says of a line needs no such word before it.",
    ),
)
