"""A page's own talk to its reader, not the report's: links, buttons, subscriptions, contacts, rights."""

from holdfire.reading.english.furniture.writing import furniture

_SITES = (
    r"(?:Facebook|Twitter|Google\+?|Pinterest|Instagram|LinkedIn|Reddit|WhatsApp|Telegram|YouTube"
    r"|Email|E-mail|Print)"
)
_TONGUES = (
    r"(?:Korean|English|Chinese|Japanese|Russian|Spanish|French|Arabic|Urdu|Hindi|Bengali|Burmese|Persian"
    r"|Ukrainian|Portuguese|German|Turkish|Kurdish)"
)
_EMAIL = r"[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
_PHONE = r"\(?\d{3}\)?[\s.-]?\d{3}[.-]\d{4}"
_APPEAL = r"anyone|information|\btips?\b|police|crime ?stoppers|detective|sheriff|investigat|witness|hotline"

READERS = "text.navigation.readers"
"""The rule for a line behind which readers speak, and the report no more."""

NAVIGATION = (
    furniture(
        READERS,
        "navigation",
        r"\(? ?Hide ?\)?|(?:\d+|No|Reader|Readers['’]|Post a|Leave a|Add a) [Cc]omments?:?|Leave a Reply"
        r"|(?:Please|Kindly) (?:enter|leave|drop|post) (?:your|a) comments?(?: below)?\W?"
        r"|Comments are (?:moderated|closed)\b.{0,80}|Join the conversation in our comments.{0,160}"
        r"|Reply ?Delete|Check Also",
        examples=(
            "( Hide )",
            "12 Comments",
            "No comments:",
            "Leave a Reply",
            "Kindly drop a comment below",
            "Check Also",
        ),
        but=("No comment was made.", "Hide and seek", "He would leave a comment below the order."),
    ),
    furniture(
        "text.navigation.button",
        "navigation",
        rf"{_SITES}(?:[\s|,/•]+(?:{_SITES}|Like|Share|More|Tweet|Pocket))*|Pocket|More|Close|CLOSE|Share"
        rf"|SHARE|Save|Enlarge|Photos?|Gallery"
        r"|Comments?|\d+ (?:Pending )?Comments?|Copy Link Copy|Like this: Like Loading\W*|Hide "
        r"Transcript Show Transcript"
        r"|Menu|Search|Home|Next|Previous|Play|Play [Vv]ideo|Skip to (?:main )?content|Back to top"
        r"|Watch [Ll]ive|Tweet|email|print|share|Report a typo|[»«›]+",
        examples=("Facebook", "Facebook | Twitter", "0 Pending Comments", "Skip to main content", "Print"),
        but=("Comments were made by both sides", "Share prices fell", "Home guards fired"),
    ),
    furniture(
        "text.navigation.header",
        "navigation",
        r"You are here: .{3,200}|Home(?: [»>/|›] .{2,60}){1,4}|(?:USD|EUR|RUB|GBP|KZT|CNY) \d+[.,]\d+"
        rf"|{_TONGUES}(?: [/|] {_TONGUES})+"
        r"|(?:News Brief|Breaking News|Accessibility links|Google Alert – .{3,60})"
        r"|Latest (?:in|from) [A-Z]\w+|(?:Please enter your (?:comment|name).{0,20}|Source link"
        r"|Subscribe to: .{3,40}|Back to top button|Loading\W{0,4})"
        r"|https?://\S+",
        examples=(
            "You are here: Home » National » Guards fire at boat",
            "USD 84.65",
            "Portuguese / Spanish / English",
            "News Brief",
            "Latest in National",
            "https://news.example.com/2024/guards-fire",
        ),
        but=(
            "Home guards fired at the boat.",
            "Latest in a series of attacks, the blast hurt two.",
            "English and Spanish police met.",
        ),
        note="what stands over a headline, and below the last line",
    ),
    furniture(
        "text.navigation.read_in",
        "navigation",
        r"(?:Read|View|See|Available)(?: this| the)?(?: article| story| report| original)?(?: also)? in "
        r"(?:Korean|English|Chinese|Japanese|Russian|Spanish|French|Arabic|Urdu|Hindi|Bengali|Burmese"
        r"|Persian|Ukrainian)\W?",
        examples=("Read in Korean", "Read this article in English"),
        but=("Read in Korean, the order says “shoot”.", "He read in Korean"),
    ),
    furniture(
        "text.navigation.read_more",
        "navigation",
        r"(?:>+\s?|\[|\*)?(?:READ|Read|SEE|See) (?:MORE|More|more|ALSO|Also|also|NEXT|Next|next|RELATED"
        r"|Related)"
        r"(?:\s?[:>»|].{0,200}|\s(?:about|at|from|on|top|articles?|stories|here|from)\b.{0,120})?\W{0,3}",
        examples=(
            "READ MORE: Wife arrested after shooting",
            "Read more",
            "Read more top trending stories on wsoctv.com:",
        ),
        but=("Read more orders like these and you will see a pattern.", "See also was a ship."),
    ),
    furniture(
        "text.navigation.related",
        "navigation",
        r"\W{0,2}(?:RELATED|Related|RECOMMENDED|Recommended|TRENDING|Trending|MORE|More|LATEST|Latest)"
        r"(?: (?:STORY|STORIES|LINKS?|ARTICLES?|COVERAGE|CONTENT|NEWS|TOPICS|POSTS?|VIDEOS?|LOCAL NEWS|NOW"
        r"|[Ss]tory|[Ss]tories|[Ll]inks?|[Aa]rticles?|[Cc]overage|[Cc]ontent|[Nn]ews|[Tt]opics|[Pp]osts?"
        r"|[Vv]ideos?|Local News|Now))"
        r"(?:\s?[:>»].{0,250}|\W{0,2})|\W{0,2}(?:RELATED|Related)\s?:.{0,250}"
        r"|Related (?:Coverage|Articles|Stories) [A-Z0-9].{5,250}",
        examples=(
            "RELATED STORIES:",
            "Related: Two dead after shooting at the border",
            "More Local News",
            "TRENDING STORIES:",
        ),
        but=(
            "Related cases are pending.",
            "More news is expected on Tuesday from the front.",
            "Latest news of the order came late.",
        ),
    ),
    furniture(
        "text.navigation.more_from",
        "navigation",
        r"(?:MORE|More|ALSO|Also) (?:FROM|From|from|ON|On|on|REPORTS (?:BY|FROM)|Reports (?:[Bb]y"
        r"|[Ff]rom)) [A-Z][\w.' ]{1,40}:?"
        r"|(?:WHAT|What) (?:OTHERS|others) (?:ARE|are) (?:CLICKING|clicking).{0,30}|(?:NEVER|Never) "
        r"(?:MISS|miss) (?:A|a|another) .{3,150}",
        examples=("MORE FROM WAVE3.COM", "Also on HuffPost:", "Never miss another Facebook post from 8News"),
        but=("Also on Tuesday, guards fired.", "More on the order was heard at night.", "Also on Monday"),
        without=r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    ),
    furniture(
        "text.navigation.click",
        "navigation",
        r"(?:>+\s?|\[|\()?(?:Mobile users:? )?(?:CLICK HERE|Click here|click here|TAP HERE|Tap here|tap "
        r"here|Click the|Click on the)\b[^.]{0,140}\W{0,3}",
        examples=(
            "Click here for complete coverage",
            "CLICK HERE to read our original story",
            "Mobile users tap here for video",
        ),
        but=("Click, went the rifle.", "Click here and there was heard."),
        without=r"was heard",
    ),
    furniture(
        "text.navigation.watch",
        "navigation",
        r"(?:VIDEO: |Video: |\[)?(?:WATCH|Watch)(?: (?:the|this|THE|THIS))?(?: full)? (?:story|video"
        r"|report|clip|STORY|VIDEO|REPORT|ad)"
        r"\b[^.]{0,60}\W{0,3}|Scroll down for (?:the )?(?:video|more|updates)\W?|\[?(?:RAW )?VIDEO: "
        r".{5,150}\]?|\[(?:Video|VIDEO|Photos|PHOTOS)[:\]].{0,150}"
        r"|\d{1,2}:\d\d .{5,150} Pause|For more [\w ]{3,40} news, listen to .{3,60}",
        examples=(
            "Watch the story.",
            "Watch this story",
            "Scroll down for video",
            "Watch the report | Images",
        ),
        but=(
            "Watch towers were built.",
            "Watch the story unfold and you see why guards fired at the crowd, the man in the tower said.",
        ),
    ),
    furniture(
        "text.navigation.share",
        "navigation",
        rf"(?:Read or )?(?:SHARE|Share|share)(?: on| this(?: (?:story|article|page"
        rf"|post))?)?\s?:?(?:\s(?:https?://\S+|{_SITES}[\s\S]{{0,40}})|$)",
        examples=(
            "Read or Share this story: http://on.example.com/1LnKnw2",
            "Share this: Facebook",
            "Share this story",
        ),
        but=("Share this with the guards, he said.", "Share prices fell on Facebook"),
    ),
    furniture(
        "text.navigation.mail_form",
        "navigation",
        r"You must enter the characters .{0,120}|(?:Message: \* )?A friend wanted you to see this "
        r"item.{0,120}|(?:\* )?(?:Your )?Message: \*.{0,150}",
        examples=(
            "You must enter the characters with black color that stand out from the other characters",
            "Message: * A friend wanted you to see this item from example.com: http://example.com/13",
        ),
        but=("You must enter the zone on foot.", "A friend wanted to see him."),
    ),
    furniture(
        "text.navigation.player",
        "navigation",
        r"Please enable Java[Ss]cript.{0,80}|(?:Sorry, )?[Yy]our browser (?:doesn['’]t|does not).{0,250}"
        r"|You need the latest version of the Adobe.{0,120}|Having trouble viewing the video\?.{0,150}"
        r"|EMBED ?>.{0,150}",
        examples=(
            "Please enable Javascript to watch this video",
            "Your browser does not support the video tag.",
        ),
        but=("Please enable the guards to see.",),
    ),
)

SUBSCRIPTION = (
    furniture(
        "text.subscription.sign_up",
        "subscription",
        r"\W{0,4}(?:Email Newsletters )?(?:SIGN UP|Sign up|Subscribe|SUBSCRIBE|Register|Sign in|Log in"
        r"|Become a (?:member|subscriber))\b"
        r"(?:\s(?:for|to|now|here|today|using|with|free|below)\b.{0,200})?\W{0,3}",
        examples=(
            "Sign up for our newsletter",
            "Subscribe",
            "Sign in using your wsbtv profile",
            "Sign up for email alerts today.",
        ),
        but=("Sign up sheets were kept at the gate.", "Subscribe he did not."),
    ),
    furniture(
        "text.subscription.news_alerts",
        "subscription",
        r"\W{0,4}(?:GET|Get) (?:breaking news|alerted to|the latest|our (?:free )?(?:newsletter|app)"
        r"|news alerts).{0,250}"
        r"|Text [\"“]?[A-Z]+[\"”]? to \d{4,6}\b.{0,120}|(?:Want to become|Already have) an? .{0,40}\?",
        examples=(
            "Get breaking news, weather and traffic on the go.",
            'Text "NEWS" to 72727 to sign up for breaking news',
        ),
        but=("Get the latest rifles to the border, he ordered.", "Text 5 is lost."),
        without=r"\b(?:said|ordered|rifles?|troops|guards)\b",
    ),
    furniture(
        "text.subscription.app",
        "subscription",
        r"\W{0,4}(?:Never Miss a Beat )?(?:DOWNLOAD|Download) (?:OUR|Our|our|THE|The|the) "
        r"[^.]{0,120}\b(?:app|apps|APPS?|Apps?)\b.{0,200}",
        examples=(">>Download the WESH 2 News app for iOS and Android", "DOWNLOAD OUR APPS:"),
        but=("Download speeds at the border fell.",),
    ),
    furniture(
        "text.subscription.follow",
        "subscription",
        rf"(?:Stay Up To Date, |Join The Conversation |LIKE|Like us|Find us|Find \w+)?\W?(?:(?:FOLLOW"
        rf"|Follow|Find|Like|LIKE)(?: [\w.&' -]{{1,60}}?)?|On The .{{1,20}}|On Twitter)"
        rf"(?: on|:| On)?:?\s(?:@\w+|{_SITES}|{_SITES} [Pp]age)(?:(?:[\s,|&:;]|and|at|or|on|us|[Ll]ike"
        rf"|[Ff]ollow|@\w+|https?://\S+|{_SITES}){{1,20}})?\W?"
        r"|(?:Follow|FOLLOW) (?:[A-Z0-9][\w.]*(?: [A-Z0-9][\w.]*){0,3}):|(?:Join|JOIN) [Tt]he "
        r"[Cc]onversation .{3,60}|Do you support .{3,40}\? Like the page:",
        examples=(
            "Follow us on Twitter | Like us on Facebook",
            "Follow CBSDFW.COM: Facebook | Twitter",
            "Follow Jane Doe on Twitter @janedoe53",
            "Stay Up To Date, Follow KDKA On Twitter",
            "Follow @Fox4Now",
        ),
        but=("Follow orders or be shot.", "Follow the guards on foot.", "Like Twitter users, he wrote."),
    ),
    furniture(
        "text.subscription.account",
        "subscription",
        r"Thank you for (?:registering|subscribing|signing up)\W?|(?:Your notification has been saved"
        r"|There was a problem saving your notification)\W?"
        r"|Email notifications are only sent .{0,100}|By submitting your registration.{0,120}|We have "
        r"sent a confirmation e-?mail.{0,250}"
        r"|We look forward to seeing you on .{0,250}|Welcome back\. Please sign in\W?|If you do not "
        r"receive the verification message.{0,150}"
        r"|Click here to return to the page you were visiting\W?",
        examples=("Thank you for registering!", "Your notification has been saved."),
        but=("Thank you for holding your fire.",),
    ),
)

TEASERS = (
    furniture(
        "text.navigation.teasers",
        "navigation",
        r"[^•\n]{12,160}(?<!:)(?:\s+•\s+[^•\n]{12,160}){2,}",
        examples=(
            "UN chief slams attacks • Two held in Osk • Plane catches fire on runway • Trains pass in a day",
        ),
        but=(
            "Guards may fire • Guards must call first.",
            "The rules say: • Guards must call out • Guards must not aim high • Guards may use flares",
        ),
        without=r"\b(?:must|may|shall|should)\b|[.!?]\s*$",
    ),
)

CONTACTS = (
    furniture(
        "text.contact.comments",
        "contact",
        rf"(?:Please |PLEASE )?(?:direct|send|e-?mail|address|submit|Direct|Send|E-?mail|Submit) [^.]{{0,80}}"
        rf"\b(?:comments?|questions?|feedback|corrections?|complaints|story ideas|news "
        rf"tips)\b[^.]{{0,80}}{_EMAIL}\W{{0,2}}",
        examples=("Please direct any comments or questions about this article to desk@example.net.",),
        but=("Please direct any questions to the guard at the gate.",),
    ),
    furniture(
        "text.contact.writer",
        "contact",
        rf"(?=.{{0,120}}?\b(?:[Cc]ontact|[Rr]each(?:ed)?|[Ee]-?mail|[Ff]ollow|[Ww]rite to|[Tt]witter)\b)"
        rf"(?=.{{3,220}}?(?:{_EMAIL}|@\w++|{_PHONE})\W{{0,2}}(?: [Ff]ollow (?:him|her|them) "
        rf".{{0,50}})?$)[^“”\"]{{3,280}}",
        examples=(
            "Contact the writer: 714-555-6979 or jdoe@example.com",
            "Jane Doe is a staff writer. Reach her at 724-555-6293 or jdoe@example.com.",
            "Twitter: @jdoe",
        ),
        but=(
            "Anyone with information is asked to contact Detective Doe at jdoe@police.example.gov.",
            "The minister could not be reached by telephone on Tuesday.",
            "The general wrote on Twitter that guards would follow @orders",
        ),
        without=rf"{_APPEAL}|\b(?:said|wrote|told|tweeted|posted|according)\b",
    ),
    furniture(
        "text.contact.address",
        "contact",
        rf"(?:{_EMAIL}|@\w{{2,20}}+|{_PHONE})(?:[\s,;|/]++(?:or\s|and\s)?(?:{_EMAIL}|@\w{{2,20}}+"
        rf"|{_PHONE})){{0,6}}\W?"
        rf"|[A-Z][\w.'’-]+ (?:[A-Z][\w.'’-]+ ?){{1,3}}: (?:{_PHONE}|{_EMAIL})",
        examples=("jdoe@example.com", "@jdoe", "Jane Doe: (904) 555-4549"),
        but=("2014", "41.248601 -76.918823"),
    ),
    furniture(
        "text.contact.report_error",
        "contact",
        r"Report an [Ee]rror(?: or Submit a Tip.{0,40})?|(?:Send|Submit|Got|Have) (?:us )?(?:a |your "
        r")?(?:news )?tips?\b[^.]{0,80}",
        examples=("Report an Error or Submit a Tip to NBC12", "Got a tip?"),
        but=("Report an error in the order to the captain.", "Got tips from the guards. They fled."),
        without=_APPEAL.replace(r"|\btips?\b", ""),
    ),
)

BOILERPLATE = (
    furniture(
        "text.boilerplate.provenance",
        "boilerplate",
        r"(?:Retold|Translated|Adapted|Summari[sz]ed|Abridged|Reprinted|Republished)\b.{0,60}"
        r"\bfrom:? .{3,500}",
        examples=(
            "Retold in our own words from: Daily NK, “flares instead of live rounds”, 2022.",
            "Translated from: The Border Post, 3 May 2021",
        ),
        but=(
            "Translated into English, the order says that guards may fire.",
            "Retold by his brother, the story changed.",
        ),
    ),
    furniture(
        "text.boilerplate.copyright",
        "boilerplate",
        r"[(\[]?(?:TM (?:and|&) )?(?:©|\(c\)|\(C\)|Copyright|COPYRIGHT)\s?(?:©|\(c\)|\(C\))?\s?(?:\d{4}"
        r"|by|Associated Press|CNN|The|[A-Z][\w.]+ \d{4}).{0,500}"
        r"|\(?©.{0,120}|[^.]{0,80}\bAll [Rr]ights [Rr]eserved\b.{0,250}|\d{4} [\w/. ]{2,40}/[A-Z]{4}\d?",
        examples=(
            "Copyright 2016 WSFA 12 News. All rights reserved.",
            "(© 2016 KHOU)",
            "© 2017 Cox Media Group.",
            "Copyright Associated Press / NECN",
        ),
        but=("Copyright law was not the point.", "Copyright holders fled the zone."),
    ),
    furniture(
        "text.boilerplate.reuse",
        "boilerplate",
        r"This material may not be published.{0,120}|(?:Click here for reuse options!|Reprints? .{0,60}"
        r"|Used (?:with|by) permission\W?|As published in .{3,60})",
        examples=("This material may not be published, broadcast, rewritten or redistributed.",),
        but=("This material may not be carried over the border.",),
    ),
    furniture(
        "text.boilerplate.advert",
        "boilerplate",
        r"(?:Advertisement|ADVERTISEMENT|Advertising|Sponsored(?: [Cc]ontent)?|SPONSORED|Paid [Cc]ontent"
        r"|Story continues below(?: advertisement)?|Continue reading)"
        r"(?:\s?[-–—:]?\s?(?:Continue reading.{0,60}|Story continues below|Scroll to continue|below))?\W?",
        examples=("Advertisement", "Advertisement Continue reading", "Story continues below"),
        but=("Advertisements for flares were banned.",),
    ),
    furniture(
        "text.boilerplate.cookies",
        "boilerplate",
        r"(?:We|This (?:web)?site|Our (?:web)?site|By (?:continuing|using"
        r"|clicking))\b[^.]{0,120}\b(?:cookies|privacy policy|terms of (?:use|service))\b.{0,300}",
        examples=("This website uses cookies to improve your experience.",),
        but=("We were told of the zone.",),
        ignore_case=True,
    ),
    furniture(
        "text.boilerplate.developing",
        "boilerplate",
        r"\W?(?:This is a developing story|This story (?:is developing|will be updated)|Check back|Stay "
        r"with|Stay tuned)\b(?:[^.]|\.(?=\w)){0,160}"
        r"(?:\.\s(?:Check back|Stay with|Stay tuned|Follow|It will be|Please check"
        r"|Refresh)\b.{0,160})?\W{0,2}",
        examples=(
            "This is a developing story. Check back for updates.",
            "Stay with News4 for more details on this developing story.",
            "This story will be updated as more information becomes available.",
        ),
        but=("Stay with the troops, he was told. Guards then fired.", "This story is from the village."),
        without=r"\b(?:troops|guards|told|soldiers)\b",
    ),
    furniture(
        "text.boilerplate.separator",
        "boilerplate",
        r"[-–—_*=~•·.#<>|/\\+\s×]+|\{|\}|\W{0,2}(?:###|-30-)\W{0,2}",
        examples=("___", "* * *", "---", "###"),
        but=("3", "a"),
    ),
    furniture(
        "text.credit.contributed",
        "credit",
        r".{3,200}\bcontributed (?:reporting |information )?to this (?:report|story|article)\b[^.]{0,60}\W?"
        r"|\W?(?:Additional )?[Rr]eporting by (?:(?:[A-Z][\w'’-]*+|and|in|by|for|[Ee]diting|[Ww]riting"
        r"|[Aa]dditional|[Rr]eporting)"
        r"[\s,;&.()]++){1,40}(?:[A-Z][\w'’-]*+[.)]*)?|(?:Contributing|CONTRIBUTING|Contributors?):? "
        r"[A-Z][^.]{2,120}|[A-Z][^.]{2,60} Press contributed\.?",
        examples=(
            "The Associated Press contributed to this report.",
            "Additional reporting by Jane Doe",
            "Contributing: Jane Doe and Ali Khan",
            "(Reporting by Jane P. Doe in Seoul; Editing by Ali Khan)",
        ),
        but=(
            "The drought contributed to this war.",
            "Reporting by drones is banned.",
            "Reporting by Friday was ordered. Guards then left.",
        ),
    ),
)
RULES = (*NAVIGATION, *TEASERS, *SUBSCRIPTION, *CONTACTS, *BOILERPLATE)
