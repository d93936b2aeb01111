"""Words that are written with a stop that ends no sentence."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BEFORE_NAMES = _words(
    """mr mrs ms dr prof rev hon fr sr sra st ste gen lt col maj capt cpt cmdr cdr sgt cpl pvt adm vadm
    radm brig supt insp det asst dep gov sen rep pres amb atty sec sgts pfc spc wo ens msgr mt ft messrs
    mme mlle const dir min"""
)
"""Titles and the like, which stand before a name."""

MONTHS_AND_DAYS = _words(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"""
)

NUMBERED = _words("""no nos p pp vol art arts sec fig figs para paras ch ext tel nr res cl""")
"""Abbreviations only where a number follows: `No. 5`, but `He said no.`"""

WITHIN_NAMES = _words(
    """vs viz cf al approx est ave blvd rd dept univ assn natl intl hwy bldg apt ala ariz ark calif colo
    conn dak fla ga ill ind kan ky la md mich minn miss mont neb nev okla ore pa penn tenn tex va vt
    wash wis wyo mass prov dist pop"""
)
"""Abbreviations that a sentence seldom ends with."""

AMBIGUOUS_WORDS = _words(
    """ill ind la miss wash mass pop sat sun mar mon fri pa ark det min dir const dep est"""
)
"""Abbreviations that are also words in lower case: only `Ill.`, never `ill.`"""

ENDING = _words(
    """inc ltd co corp llc plc bros jr sr esq etc ph.d m.d a.m p.m u.s u.k u.n d.c e.u u.s.a b.c a.d"""
)
"""Abbreviations that a sentence may well end with, when the next word begins one."""

KNOWN = BEFORE_NAMES | MONTHS_AND_DAYS | WITHIN_NAMES | ENDING

BEGINNERS = _words(
    """the a an this that these those there it he she they we i you his her its their our my in on at by
    for from after before during when while as if since until although though however but and so yet
    then also meanwhile according police officials authorities soldiers troops guards witnesses
    residents what who why how where no one some many most all both each another two three several
    earlier later last despite with without"""
)
"""Words that begin a sentence after an abbreviation which may end one (in capitals there)."""
