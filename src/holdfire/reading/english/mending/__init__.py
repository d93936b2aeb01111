"""Tree → Tree: what a parser of news is apt to get wrong in reports from borders, put right; drops nothing.

finite      the verb of a clause where a participle took its place
believed    the verb of those "believed to be rebels", where the tree has none
bulleted    a bullet that opens a line, where the tree has it doing something
compatriots people named by their people, where the tree has an adjective
called      "a porter named Kos Jan", where the tree has two people; "a farmer surnamed Kos and shot", where
            it has the farmer shooting
aimed       what is fired at, where the tree has who fires moving it
gunfire     "navy fire", where the tree has those hurt by it firing; "one shot", where it has one man shot
adrift      people left adrift, where the tree has them do something
counted     those hurt ("about a dozen"), where the tree has a number that "about" leads to
joined      a means of two words ("a warning shot"), where the tree takes it apart
paired      participles of one noun ("thrown or hurled stones"), "border" before one, where it has verbs; two
            kinds of people to whom one thing befell
past        a past tense ("sank", "bit") that the tree has for something else
infinitive  a verb behind "to" and "used to", where the tree has a preposition and a passive
papers      "the circular", where the tree has an adjective; who is spoken of right behind "said"; "the policy
            bans firing", where the tree has the bans of a policy
titled      "Deng Signs Order", where the tree has somebody of that name
told        who tells, where the tree has the telling in what is said of them
content     what somebody is told "that", where the tree has it of who is told
said        what somebody "said" without "that", where the tree has it beside what was told before
numbered    "Battalion 97", where the tree has 97 people
series      the second and third of several things to be done, where the tree has them beside who bids them
spanned     "a dusk to dawn curfew", where the tree has dusk imposed to a curfew
standing    "standing orders", where the tree has who is under them standing
seated      the subject between a conjunction and its verb, where the tree has it in what was told before, or
            another one that "with" leads ("near the border with Niger")
objects     whom an act is done to, where the tree has him doing it ("have beaten farmers")
outcomes    what an act led to ("killing three"), where the tree has it by somebody who only spoke of it
dashed      "seven men – Kos and Mora – were shot", where the tree has Mora alone shot
dated       the subject right behind a day, where the tree has it for a time
ended       what is "no longer to" be done, where the tree has somebody being longer
forced      what somebody had "no choice but to" do, where the tree has him only having none
laid        "an ambush laid by", where the tree takes noun and participle for one
measured    what a length is measured from, where the tree hangs it elsewhere; "other than", "save in"
nearest     who fired "on being attacked", where the tree has somebody else attacked; the day of what others
            are accused of, where the tree has it of the accusing
postposed   who speaks right behind "said", where the tree has the name for an adverb
introduced  who "the governor, Jan Kos, announced" is and what he announced, where the tree has three subjects
related     to whom "who" points, where the tree has it of a thing ("the murder of Kos, who was held")
permitting  "rules permit guards to", where the tree has the rules of a permit
granting    leave that troops are granted, where the tree has "border permission"
letting     what patrols are let do, where the tree has something before doing it
sources     who is cited, told or reports, where the tree has them citing, telling or doing what is reported
himself     "himself" beside a subject, where the tree has two
nobody      "with nobody hurt", where the tree has somebody else hurt
using       who broke a truce "in the sector using mortars", where the tree has the sector using them
would_be    "would-be migrants" who were shot, where the tree has it that they would be
"""

from collections.abc import Callable

from holdfire.model.tree import Tree, is_tree
from holdfire.reading.english.mending.adrift import with_adrift
from holdfire.reading.english.mending.aimed import with_moving_targets
from holdfire.reading.english.mending.believed import with_believed_people
from holdfire.reading.english.mending.bidden import with_those_dealt_with
from holdfire.reading.english.mending.bulleted import with_bullets
from holdfire.reading.english.mending.called import with_called
from holdfire.reading.english.mending.compatriots import with_compatriots
from holdfire.reading.english.mending.content import with_content
from holdfire.reading.english.mending.counted import Counting
from holdfire.reading.english.mending.dashed import with_dashed_names
from holdfire.reading.english.mending.dated import Dating, with_months_of_may, without_days_as_subjects
from holdfire.reading.english.mending.ended import with_ended
from holdfire.reading.english.mending.finite import with_finite_verbs
from holdfire.reading.english.mending.forced import with_forced_acts
from holdfire.reading.english.mending.gerunds import (
    with_gerunds,
    with_joined_gerunds,
    with_those_being_treated,
)
from holdfire.reading.english.mending.granting import with_granted_leave
from holdfire.reading.english.mending.gunfire import with_gunfire, with_single_shots
from holdfire.reading.english.mending.himself import with_stress
from holdfire.reading.english.mending.hyphenated import with_hyphenated_names
from holdfire.reading.english.mending.infinitive import with_infinitives
from holdfire.reading.english.mending.introduced import with_introduced_names
from holdfire.reading.english.mending.joined import Joining, with_ceasefires
from holdfire.reading.english.mending.laid import with_laid_traps
from holdfire.reading.english.mending.letting import with_letting
from holdfire.reading.english.mending.measured import with_exceptions, with_measures
from holdfire.reading.english.mending.nearest import with_days_of_what_is_laid, with_nearest_verbs
from holdfire.reading.english.mending.nobody import with_nobody_hurt
from holdfire.reading.english.mending.numbered import with_numbered_units
from holdfire.reading.english.mending.objects import Suffering
from holdfire.reading.english.mending.outcomes import Outcomes
from holdfire.reading.english.mending.paired import with_pairs
from holdfire.reading.english.mending.papers import (
    with_bidding_papers,
    with_papers,
    with_said_subjects,
)
from holdfire.reading.english.mending.past import with_past_tense
from holdfire.reading.english.mending.permitting import with_permitting
from holdfire.reading.english.mending.postposed import with_postposed_speakers
from holdfire.reading.english.mending.related import Relating
from holdfire.reading.english.mending.said import Saying
from holdfire.reading.english.mending.seated import (
    with_seated_subjects,
    with_subjects_behind_deeds,
    without_led_subjects,
)
from holdfire.reading.english.mending.series import with_near_conditions, with_series
from holdfire.reading.english.mending.sources import with_clauses_behind_sources, with_sources
from holdfire.reading.english.mending.spanned import with_spans
from holdfire.reading.english.mending.standing import with_standing_orders
from holdfire.reading.english.mending.titled import with_headline_verbs
from holdfire.reading.english.mending.told import Telling
from holdfire.reading.english.mending.using import Using
from holdfire.reading.english.mending.would_be import with_would_be
from holdfire.reading.english.mending.written import with_written_numbers
from holdfire.reading.english.words.lexicon import Lexicon


class Mending:
    """Puts right the known mistakes of trees: made once for a lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self._mends: tuple[Callable[[Tree], Tree], ...] = (
            with_bullets,
            with_hyphenated_names,
            with_spans,
            with_headline_verbs,
            with_written_numbers,
            with_those_dealt_with,
            with_gerunds,
            with_those_being_treated,
            with_joined_gerunds,
            with_months_of_may,
            without_days_as_subjects,
            with_past_tense,
            with_infinitives,
            with_pairs,
            with_papers,
            with_bidding_papers,
            with_said_subjects,
            with_postposed_speakers,
            with_introduced_names,
            Telling(words.speech),
            with_believed_people,
            with_finite_verbs,
            with_compatriots,
            with_called,
            with_dashed_names,
            with_moving_targets,
            with_gunfire,
            with_single_shots,
            with_adrift,
            Joining(words.means),
            with_sources,
            with_clauses_behind_sources,
            with_ceasefires,
            with_content,
            Saying(words.speech),
            with_numbered_units,
            with_seated_subjects,
            without_led_subjects,
            with_subjects_behind_deeds,
            Suffering(words.act_verbs),
            Outcomes(words.act_verbs),
            Counting(words.act_verbs),
            Dating(words.parties),
            Relating(words),
            with_nearest_verbs,
            with_days_of_what_is_laid,
            with_permitting,
            with_letting,
            with_granted_leave,
            with_standing_orders,
            with_series,
            with_near_conditions,
            with_would_be,
            Using(words.parties),
            with_forced_acts,
            with_ended,
            with_measures,
            with_exceptions,
            with_stress,
            with_nobody_hurt,
            with_laid_traps,
        )

    def __call__(self, tree: Tree) -> Tree:
        """The tree, mended; a mend that would leave no tree is left out."""
        for mend in self._mends:
            made = mend(tree)
            if made is not tree and is_tree(made.heads):
                tree = made
        return tree
