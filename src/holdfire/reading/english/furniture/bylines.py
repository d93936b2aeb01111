"""Who wrote a report, when it was posted, and from where: bylines, times and datelines."""

import re

from holdfire.reading.english.furniture.writing import furniture
from holdfire.reading.english.places.lists import listed

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_NAMES = rf"{_NAME}(?:,? (?:and |& |of |for |the |de |van |von |bin |al-|el-)?{_NAME}){{0,7}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_MOMENT = (
    rf"(?:{_MONTH}|{_DAY}|\d[\d/:.,-]*+(?:st|nd|rd|th)?|[AaPp]\.?[Mm]\.?|[ECMPGB][SDM]T|GMT|UTC|KST|IST"
    rf"|ET|CT|PT|at|on|of|@"
    r"|[-–|•,()*]++|ago|hours?|minutes?|days?|weeks?|months?)"
)
_MOMENTS = rf"{_MOMENT}(?:[\s,]*{_MOMENT}){{0,16}}"
_POSTED_AT = (
    r"(?:(?:FIRST |First |Last |LAST |Originally )?"
    r"(?:POSTED|Posted|posted|PUBLISHED|Published|published|UPDATED|Updated|updated|CREATED|Created"
    r"|MODIFIED|Modified)"
    r"(?: on| at)?)"
)
_POSTED = rf"{_POSTED_AT}\s?:?"
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*+(?:-[A-ZÀ-Þ.'’]++)*+"
_CITY = rf"(?=[A-ZÀ-Þ][A-ZÀ-Þ.]){_UPPER}(?:[ /](?:{_UPPER}|of|de)){{0,4}}"
_REGION = r"(?:,\s(?:[A-Z][\w.'’-]*(?:\s(?:of (?:the )?)?[A-Z][\w.'’-]*){0,3}))"
_ON_DATE = rf"(?:,?\s{_MONTH}\s\d\d?(?:,\s\d{{4}})?)"
_WIRE = r"(?:,?\s\(?(?:[A-Z][\w.&'’/-]*(?:(?:\s?[/,]\s?|\s)[A-Z][\w.&'’-]*){0,3})\))"
_DAYED = rf"(?:{_MONTH}\s\d\d?|\d\d?\s{_MONTH})(?:,?\s\d{{4}})?"
_TOWN = rf"(?!{_DAY}\b|{_MONTH}\b)[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{0,3}}"
_COLON_CITIES = (  # the press of South Asia writes a colon; elsewhere a colon follows a speaker
    "new delhi|delhi|mumbai|kolkata|chennai|srinagar|jammu|guwahati|shillong|agartala|imphal|lucknow"
    "|patna|hyderabad"
    "|dhaka|chittagong|islamabad|karachi|lahore|peshawar|quetta|kathmandu|kabul|colombo|rawalpindi"
    "|amritsar|chandigarh|ahmedabad|vadodara|surat|rajkot|pune|nagpur|bhopal|indore|jaipur|kanpur|varanasi"
    "|ranchi|raipur|bhubaneswar|kochi|bangalore|bengaluru|ludhiana|jalandhar|dehradun|shimla|siliguri"
    "|silchar|aizawl|kohima|itanagar|gangtok|leh|kargil|poonch|rajouri|baramulla|kupwara|anantnag"
    "|multan|faisalabad|sialkot|muzaffarabad|rangpur|sylhet|khulna|rajshahi|cox's bazar|herat|kandahar"
    "|jalalabad|phnom penh|bangkok|yangon|vientiane|manila|jakarta|kuala lumpur|ramallah|gaza city"
)
_CAPITAL = "|".join(re.escape(name) for name in listed("capitals.txt") if name[:1] != "#")
_DASH = r"\s?(?:[—–―]|-{1,2})(?:\s|$)"
_NOT_A_PLACE = (
    r"^(?:NOTICE|NOTE|UPDATED?|BREAKING|WARNING|ORDERS?|VIDEOS?|WATCH|EXCLUSIVE|ANALYSIS|OPINION"
    r"|EDITORIAL|CORRECTION"
    r"|STATEMENT|URGENT|LIVE|PROCLAMATION|DECREE|PHOTOS?|READ|MORE|RELATED|ALERT|IMPORTANT|SUMMARY"
    r"|BACKGROUND|ANNEX"
    r"|ARTICLE|SECTION|PART|CHAPTER|FACT|FACTBOX|TIMELINE|INTERVIEW|FEATURE|REPORT|PRESS|MEMO|SPECIAL"
    r"|FULL|FILE"
    r"|ORIGINAL|LATEST|DEVELOPING|EARLIER|QUESTION|ANSWER|VICTIMS?|SUSPECTS?|SWAT|POLICE|UN|UK|US|EU)\b"
    r"|(?<!\bCOX)(?<!\bJOHN)['’]S\b"
)

BYLINES = (
    furniture(
        "text.byline.by",
        "byline",
        rf"(?:By|BY|by:|By:|BY:|Reported by|Reported by:|Written by|Written by:|Story by|Posted by"
        rf"|Author:)\s{_NAMES}"
        rf"(?:(?:\s?[|/•–—-]+|,)\s?{_NAMES}){{0,3}}"
        rf"(?:,? {_POSTED}.{{0,60}}|\s{{1,8}}{_MONTH}\s\d\d?,\s\d{{4}}(?: in [A-Z]\w+)?)?",
        examples=(
            "By JOHN SMITH",
            "By Jane Doe     Dec 7, 2009 in World",
            "By Jane Doe and Ali Khan, Staff Writers",
            "By: WCTV Eyewitness News",
            "By SADIE DOE, Associated Press",
            "By Mun Dong Hui | Daily NK",
        ),
        but=("By Tuesday the guards had left.", "By Monday", "By then, they had fled."),
        without=r"^by:? (?:mid|early|late|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february"
        r"|march|april|may|june|july"
        r"|august|september|october|november|december|law|order)\b|\.$",
    ),
    furniture(
        "text.byline.with_hour",
        "byline",
        rf"{_NAMES}, (?:{_NAMES}, ){{0,3}}{_MONTH}\s\d\d?,? \d{{4}},? \d\d?:\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
        rf"(?: [A-Z]{{2,4}})?|{_MONTH}\s\d\d?, \d{{4}}, \d\d?:\d\d [ap]m, By {_NAMES}"
        rf"|(?:[A-Z]\w+ ){{1,4}}{_MONTH} \d\d?, \d{{4}} \d\d:\d\d(?::\d\d)?(?: [A-Z]{{2,4}})?",
        examples=(
            "World Delta Jul 12, 2018 00:07:04 IST",
            "Jon Doe, Srinagar, Hill News Service, Oct 13 2017, 1:07 IST",
            "August 27, 2017, 10:08 am, By Jane Doe",
        ),
        but=("Guards, Oct 13 2017, fired at 1:07.", "Jon Doe, Srinagar, was shot on Oct 13 2017"),
    ),
    furniture(
        "text.byline.role",
        "byline",
        r"(?:Staff (?:Writer|Reporter)|STAFF WRITER|(?:The )?Associated Press(?: [Ww]riter)?"
        r"|[\w.&' -]{2,30} News Staff|"
        r"[—–-]{1,2}\s?[A-Z][\w.&'’ -]{3,40} (?:Wire|Staff|News Service)|(?:Reported|Written) by: .{3,120})",
        examples=("Staff Writer", "Associated Press", "Breaking News Staff", "—Chicago Sun-Times Wire"),
        but=("Associated Press reporters saw the guards", "Staff said the gate was open"),
    ),
    furniture(
        "text.byline.posted",
        "byline",
        rf"\W{{0,3}}(?:{_POSTED}\s?(?:{_MOMENTS})?[\s|•*–-]{{0,4}}){{1,3}}(?:\w+\.com)?\W{{0,3}}",
        examples=(
            "Posted: Tuesday, January 28, 2014 8:18 PM EST Updated: Wednesday, January 29, 2014 4:49 AM EST",
            "Updated: Jun 23, 2016 - 1:21 PM",
            "***UPDATED at 12:23 P.M. (EST) on Tuesday, August 25th***",
            "Published: Tuesday, 12/15/2015 - Updated: 2 weeks ago",
        ),
        but=(
            "Posted soldiers were told on May 3 to hold fire.",
            "Updated orders came on May 3 from Pyongyang",
        ),
    ),
    furniture(
        "text.byline.posted_after_title",
        "byline",
        rf"(?<=\s){_POSTED_AT}:\s{_DAY},\s{_MONTH}\s\d\d?,\s\d{{4}}(?:[\s,]*(?:{_POSTED}"
        rf"|{_MOMENT})){{0,24}}$",
        covers="tail",
        examples=(
            "2 dead in quadruple shooting ⟦Posted: Tuesday, May 26, 2015 6:39 AM EDT Updated: "
            "Wednesday, May 27, 2015⟧",
        ),
        but=("The notice was posted: Tuesday, it said, was the last day.",),
    ),
    furniture(
        "text.byline.piped",
        "byline",
        rf"{_NAMES}\s+[|•]\s+(?:(?:Published|Posted|Updated):?\s)?"
        rf"(?:\d{{4}}[-./]\d\d[-./]\d\d(?:\s\d\d?:\d\d)?|\d\d[-./]\d\d[-./]\d{{4}}|{_MONTH}\s\d\d?,\s\d{{4}})",
        examples=(
            "Jane Doe  |  2015-02-27 16:40",
            "Jane Doe | May 4, 2014",
            "Yuma, Arizona | Published: 08.29.2016",
        ),
        but=("Guards | 12 | 2015", "Jane Doe | Seoul"),
    ),
    furniture(
        "text.byline.moment",
        "byline",
        rf"(?:Date\s?:\s)?(?:{_DAY},?\s)?(?:{_MONTH}\s\d\d?"
        rf"|\d\d?,?\s{_MONTH}),?\s\d{{4}}(?:[\s,]*{_MOMENT}){{0,8}}"
        r"|(?:\d\d?:\d\d,? )?\d\d?[./]\d\d?[./]\d{4}(?:,? \d\d?:\d\d)?"
        rf"|{_DAY},? \d\d?/\d\d?/\d{{4}}"
        rf"|(?:[A-Z]\w+,? ){{1,3}}{_MONTH}\s\d\d?,? \d{{4}}\W{{1,3}}\d\d?:\d\d(?::\d\d)?"
        r"(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
        r"|This story is from [A-Z][a-z]+ \d\d?, \d{4}|Date:\s\d\d?/\d\d?/\d{4}.{0,20}",
        examples=(
            "October 20, 2013 11:50 PM",
            "Tuesday, 23, April, 2024",
            "January 16, 2017",
            "World Agency Jul 12, 2018 00:07:04 IST",
            "Local January 30, 2015 | 12:15 pm",
            "This story is from March 10, 2002",
        ),
        but=("October 20 was the day the guards fired", "January 2017"),
    ),
)

DATELINES = (
    furniture(
        "text.byline.dated",
        "byline",
        r"(?:date|Date|DATE):?\s\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\s+"
        rf"(?:{_TOWN}{_REGION}?,?\s{_DAYED}{_WIRE}?{_DASH}|{_TOWN}\s[—–―]\s)?(?=\S)",
        covers="lead",
        opening=True,
        examples=(
            "⟦date 2019-07-23⟧ Guards fire on a boat",
            "⟦Date: 2019-07-23 10:49⟧ Two guards hurt",
            "⟦date 2019-08-07 Goma, 7 August 2019 (AFP) –⟧ Guards fired at a boat.",
        ),
        but=("The date 2019-07-23 stands on the order.", "Date of the order: 2019-07-23"),
        note="the day of publication that a page puts before a report",
    ),
    furniture(
        "text.dateline.capitals",
        "dateline",
        rf"{_CITY}{_REGION}{{0,2}}{_ON_DATE}?{_WIRE}?{_DASH}(?=\s*(?:[\"“‘'(\[]?[A-ZÀ-Þ0-9]|$))",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦WASHINGTON —⟧ New limits have been put on when agents may fire.",
            "⟦STOKES COUNTY, N.C. --⟧ The sheriff said so.",
            "⟦ST. PAUL, Minn. (AP) —⟧ Four people were charged.",
            "⟦COX'S BAZAR, Bangladesh -⟧ Guards counted a dozen rounds.",
            "⟦GOMA, Democratic Republic of the Congo (Delta) -⟧ Fishermen were shot.",
            "⟦SEOUL, South Korea, Jan. 26 (Yonhap) --⟧ North Korea has ordered it.",
        ),
        but=(
            "NOTICE — Do not do anything that interferes with the blockade.",
            "UPDATE - Police say that two men died.",
            "KPA — the army — fired.",
            "ARMY’S ORDER, BORDER SHUT - The general spoke.",
        ),
    ),
    furniture(
        "text.dateline.wire",
        "dateline",
        rf"[A-ZÀ-Þ][\w.'’-]+(?: "
        rf"[A-ZÀ-Þ][\w.'’-]+){{0,3}}{_REGION}{{0,2}}{_ON_DATE}?{_WIRE}{_DASH}(?=\s*[\"“‘'(\[]?[A-ZÀ-Þ0-9])",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦Seoul (Yonhap) --⟧ North Korea has ordered it.",
            "⟦Nashville, Tenn. (WKRN) –⟧ A man is charged.",
        ),
        but=("Border Guard Bangladesh (BGB) - its rival - made no statement.",),
    ),
    furniture(
        "text.dateline.brackets",
        "dateline",
        rf"\([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{0,3}}{_REGION}?{_ON_DATE}?\)"
        rf"{_DASH}(?=\s*[\"“‘'(\[]?[A-ZÀ-Þ0-9])",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=("⟦(Istanbul) –⟧ Guards shot at them.", "⟦(Beirut, June 3) -⟧ The order holds."),
        but=("(BGB) - the force - made no statement.", "(Annex) Guards may fire."),
    ),
    furniture(
        "text.dateline.dated",
        "dateline",
        rf"{_TOWN}{_REGION}?(?:\s\[[A-Z]\w+\])?,?\s{_DAYED}(?:{_WIRE}?(?:{_DASH}|:\s)|{_WIRE}\s)"
        rf"(?=\s*[\"“‘'(\[]?[A-ZÀ-Þ0-9])",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦Kasindi, 9 August -⟧ Four fishermen were killed.",
            "⟦Goma, Aug. 9, 2023 –⟧ The army said so.",
            "⟦Srinagar, May 4:⟧ A soldier was killed at Uri.",
            "⟦Jammu, Sep 26 (IANS)⟧ Guards fired at Samba.",
            "⟦New Delhi [India], May 4 (ANI):⟧ A soldier was killed.",
        ),
        but=(
            "On 9 August - a Friday - guards fired.",
            "From Musan, 9 August is far off.",
            "Tuesday, May 4: Guards fired at Uri.",
        ),
    ),
    furniture(
        "text.dateline.wire_dated",
        "dateline",
        rf"(?:[Bb]y Staff Writers\s)?{_TOWN}{_REGION}?{_WIRE}\s{_DAYED}(?:{_DASH}|:\s|\s)"
        rf"(?=[\"“‘']?[A-ZÀ-Þ0-9])",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦by Staff Writers Seoul (AFP) Nov 7, 2011⟧ A man was shot.",
            "⟦Dhaka (BSS) May 4 -⟧ Guards shot a trader.",
        ),
        but=("Border Guard Bangladesh (BGB) May 4 statement says so.",),
    ),
    furniture(
        "text.dateline.day_first",
        "dateline",
        rf"{_DAYED}\s\([A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){{0,3}}\){_DASH}"
        r"(?=\s*[\"“‘'(\[]?[A-ZÀ-Þ0-9])",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦March 10, 2013 (KARRO) –⟧ The army said so.",
            "⟦May 4 (KARRO/DELTA) -⟧ The army said so.",
        ),
        but=("March 10, 2013 (a Friday) – the army fired.",),
    ),
    furniture(
        "text.dateline.outlet",
        "dateline",
        rf"{_TOWN} (?:News|Agency|Press|Times|Post)\s?/\s?(?=[\"“‘']?[A-ZÀ-Þ])",
        covers="lead",
        opening=True,
        examples=("⟦Karro News/⟧ The minister has let guards fire.",),
        but=("Guards of the News/Post gate fired.",),
    ),
    furniture(
        "text.dateline.stop_dash",
        "dateline",
        rf"{_TOWN}(?:, {_TOWN})?\.-\s?(?=[\"“‘']?[A-ZÀ-Þ])",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦Santo Domingo.-⟧ The minister closed the border.",
            "⟦Dajabón, Dominican Republic.-⟧ A sergeant was hurt.",
        ),
        but=("Guards of the U.S.-Mexico patrol fired.",),
    ),
    furniture(
        "text.dateline.capital",
        "dateline",
        rf"(?:{_CAPITAL}){_REGION}?\s(?:[—–―]|-{{1,2}})\s(?=[\"“‘'(\[]?[A-ZÀ-Þ0-9])",
        covers="lead",
        opening=True,
        examples=("⟦Cairo -⟧ Police shot a man.", "⟦Nairobi, Kenya –⟧ Three policemen were killed."),
        but=("Seoul's order - Guards may fire.", "Seoul-based groups said so."),
    ),
    furniture(
        "text.dateline.colon",
        "dateline",
        rf"(?i:(?:{_COLON_CITIES})(?:/(?:{_COLON_CITIES}))?){_REGION}?\s?:\s(?=[\"“‘']?\w)",
        covers="lead",
        opening=True,
        without=_NOT_A_PLACE,
        examples=(
            "⟦NEW DELHI:⟧ The army was told to hold its fire.",
            "⟦SRINAGAR/JAMMU:⟧ The army was told to hold its fire.",
            "⟦Bangkok/Phnom Penh :⟧ Soldiers fired at each other.",
        ),
        but=("UPDATE: The police have left.", "THE GENERAL: I gave no such order."),
    ),
    furniture(
        "text.dateline.bare",
        "dateline",
        r"(?:[—–]|--)\s+(?=[\"“‘']?[A-ZÀ-Þ])",
        covers="lead",
        opening=True,
        examples=("⟦—⟧ A 12-year-old was in critical condition on Tuesday.",),
        but=("- Citizens shall on no account go into the zone.", "—he said"),
        note="what is left where a page held its dateline apart",
    ),
)
