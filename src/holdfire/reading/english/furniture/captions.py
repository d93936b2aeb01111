"""Pictures in a report: their captions, credits and alternative texts. None of them tells an event."""

from holdfire.reading.english.furniture.writing import furniture

_TAKEN = r"(?:photo(?:graph)?|picture|image|video|footage|still)"
_AGENCY = (
    r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?:Images)?|Shutterstock|Flickr|Yonhap|Xinhua|KCNA|TASS|Kyodo"
    r"|Anadolu)"
)
_CREDIT = rf"(?:[Pp]hotos?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|[Cc]redit|[Cc]ourtesy|COURTESY|{_AGENCY})"

CAPTIONS = (
    furniture(
        "text.caption.file_photo",
        "caption",
        r"(?:\W{0,2})(?:FILE|File)(?: (?:PHOTO|Photo|photo|IMAGE|Image|image|PICTURE"
        r"|picture))?\s?(?:[:–—]|-{1,2}\s).*",
        examples=(
            "FILE PHOTO: A soldier stands guard on the river bank, May 1, 2019.",
            "FILE - In this March 3, 2020 file photo, troops march past the gate.",
            "File photo: the checkpoint at the bridge",
        ),
        but=("File photos were shown in court on Tuesday.", "The file - some 300 pages - was lost."),
    ),
    furniture(
        "text.caption.head",
        "caption",
        r"(?:PHOTOS?|Photos?|IMAGE|Image|PICTURE|Picture|CAPTION|Caption|PICTURED|Pictured|Pictured above"
        r"|Photo [Cc]aption|Above photo)\s?:\s?\S.*",
        examples=(
            "Photo: Border guards near the river.",
            "Pictured: Two soldiers at the gate.",
            "Image: The Watch",
        ),
        but=("Pictured is the gate where the guards fired on Monday.", "Photographers: keep out."),
    ),
    furniture(
        "text.caption.numbered",
        "caption",
        r"(?:Photo|Image|Slide|Picture) \d+ (?:of|/) ?\d+\b.*|.*\bImage \d+ of / ?\d+ Caption Close",
        examples=("Image 6 of 11 A man died after being shot. Photo: The Watch", "Image 1 of 19"),
        but=("Image 6 shows the gate after the shooting.",),
    ),
    furniture(
        "text.caption.bracketed_credit",
        "caption",
        rf".{{4,560}}?\W(?:\((?:[^()]{{0,60}}\b)?{_CREDIT}\b(?:[^()]"
        rf"|\([^()]{{0,40}}\)){{0,90}}\)?|\[(?:[^\[\]]{{0,60}}[\b/ ])?{_CREDIT}\b[^\[\]]{{0,60}}\])\W{{0,2}}"
        rf"(?:Buy(?: Photo)?)?",
        examples=(
            "Police officers run after shots were fired on Thursday, July 8, 2016. (Photo: WFAA)",
            "A guard post on the river. (AP Photo/Jon Doe, File)",
            "Four people were shot at a bar in Smithfield (WTVD Photo / J. Thompson)",
            "Soldiers stand at a gate near the line on May 4, 2018 [JON DOE/AFP/Getty Images]",
            "A fence between the two states (Jon Doe via GettyImages)",
        ),
        but=(
            "The general (photo below) denied it.",
            "The report cites three pictures (photo 2 is the clearest) and a map.",
            "Reuters (London) could not confirm it.",
            "The captain [AFP quoted him by name] denied it.",
            "He was shot after he came to the door. (WARNING: Video contains graphic images.)",
        ),
        without=r"\((?:photo|picture|image|see)s? (?:below|above|left|right|\d)|contains|graphic|warning"
        r"|\bsaid\b[^()]*\((?:AP|AFP|Reuters)\)|\(AP\)",
    ),
    furniture(
        "text.caption.slashed_credit",
        "caption",
        rf".{{4,560}}?(?:\s/|\s\|)\s?(?:{_CREDIT}(?:\s(?:by|of|via|credit))?\s?:|{_AGENCY}\b"
        rf"|[Cc]ourtesy\b).{{0,80}}",
        examples=(
            "A border patrol checkpoint in the county. This photo was taken in February 2019. / Image: "
            "Daily NK",
            "Investigators study the scene near the canal / Courtesy: The Advocate",
        ),
        but=("The unit was split 60 / 40: half stayed.", "He said and/or images: both will do."),
    ),
    furniture(
        "text.caption.plain_credit",
        "caption",
        r".{4,400}[.\s](?:(?:Photo|PHOTO|Image|Picture)(?:s|\s[Cc]redit|\s[Cc]ourtesy)?:|Photo(?:graph)? by)"
        r"\s?(?:[^.:]|\.(?=\S)){0,60}\.?|.{4,500}\bView Full Caption\b.{0,60}",
        examples=(
            "A memorial on the door step of the house on Sunday. Photo: Dane Doe",
            "A boy was inside when he was shot, police said. View Full Caption Getty Images/File Photo",
        ),
        but=(
            "He was shown a photo by the officer.",
            "The photo: a gate, two guards and a dog. The map shows more.",
        ),
    ),
    furniture(
        "text.caption.dated_credit",
        "caption",
        rf".{{4,400}}[\w.,] (?:[A-Z][a-z]+\.? \d\d?|\d\d? [A-Z][a-z]+),? \d{{4}}\.? {_AGENCY}\W{{0,2}}",
        examples=("Soldiers stand on a tank at the hill of Qwertin, March 19, 2014. Reuters",),
        but=("A guard fired at two men on March 19, 2014.", "On 19 March 2014 Reuters told of it."),
    ),
    furniture(
        "text.caption.file_last",
        "caption",
        r".{4,500}[.”\"] (?:[A-Z][A-Za-z.]+ ){0,2}[Ff]ile (?:photo|picture|image|pic)\W{0,2}",
        examples=("A guard died at the fence this morning, a spokesman said. PTI file photo",),
        but=("A guard died at the fence, and the paper had no file photo.",),
    ),
    furniture(
        "text.caption.taken",
        "caption",
        rf"(?:[A-Z][^.]{{3,250}}\. )?(?:[Tt]h(?:is|ese|e) {_TAKEN}s?"
        rf"|{_TAKEN.replace('photo', '[Pp]hoto', 1)})"
        r" (?:was|were) taken [^.]{3,80}\.?",
        examples=(
            "A checkpoint in Pungso County, Yanggang Province. This photo was taken in February 2019.",
            "This picture was taken on May 3.",
        ),
        but=(
            "A picture taken in mid-August shows walls going up near a guard post.",
            "Soldiers fired on Monday, he said. The photo was taken away by the police. Nobody saw it again.",
        ),
        without=r"taken (?:away|down|from (?:him|her|them)|by (?:the )?police)",
    ),
    furniture(
        "text.caption.published",
        "caption",
        r".{20,560}\(Published (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [^()]{6,30}\)",
        examples=("A man turned himself in to police, officials said. (Published Wednesday, June 17, 2015)",),
        but=("The decree (published Wednesday, June 17) takes effect at once.",),
    ),
    furniture(
        "text.caption.source",
        "caption",
        r".{8,260}[\w.,”\"] \(Source: [A-Z][^()]{2,50}\)",
        examples=("Marker placed at the site of the killing (Source: KCBD)",),
        but=("The ministry (Source: KCNA) says that the border is shut.", "Source: KCNA"),
    ),
    furniture(
        "text.caption.for_sale",
        "caption",
        r"(?:Buy|BUY|Enlarge|ENLARGE) (?:Photo|PHOTO|Image|this image)\b.*",
        examples=("Buy Photo Police at the scene of a shooting on the Northside.", "Enlarge this image"),
        but=("Buy photographs of the border at the gate.",),
    ),
    furniture(
        "text.credit.picture",
        "credit",
        rf"\W{{0,2}}(?:[\w'’.&-]+ ){{0,5}}{_CREDIT}(?:\s?(?:by|via|courtesy of|credit)\b|(?<=ourtesy) "
        rf"of\b|\s?[:/|])[^.]{{0,80}}\W{{0,2}}",
        examples=(
            "Image via Shutterstock",
            "(WISH Photo/Laura Doe)",
            "Photo credit: County Police",
            "Photo courtesy of KNXV",
        ),
        but=(
            "Images of the shooting spread on Tuesday",
            "Photos of the gate",
            "Pictures from the border show guards",
            "Image of woman killed by gunshots released",
        ),
        without=r"\b(?:images|pictures|photos|said|shows?|showed|was|were|the|a|his|her|their)\b(?! "
        r"(?:courtesy|by|via)\b)"
        r"|[Pp]hotos? (?:of|from)|(?:AP|AFP|EPA|Reuters|Yonhap|Xinhua|KCNA|TASS|Kyodo|Anadolu)\W?$",
    ),
)

TAGS = (
    furniture(
        "text.tags.keywords",
        "tags",
        r"(?:[a-z][a-z'’-]+ ){4,}[a-z][a-z'’-]+",
        examples=(
            "special patrols coronavirus outbreak smuggler mobile phones strict smuggler border",
            "soldier rifle river bank winter snow",
        ),
        but=(
            "soldiers fired at the people near the border",
            "when they sensed persons or animals entering",
            "guards shot him",
        ),
        cased=True,
        without=r"\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|but|not|no|is|are|was|were|be|been"
        r"|has|have|had"
        r"|will|would|can|could|may|must|shall|should|do|does|did|he|she|it|they|we|you|i|his|her|its"
        r"|their|who|which"
        r"|that|this|these|those|when|while|where|as|if|than|then|into|near|after|before|because|until"
        r"|against)\b",
        note="alternative texts of pictures, as content systems print them: small words, no grammar",
    ),
    furniture(
        "text.tags.named",
        "tags",
        r"(?:TAGS?|Tags?|Tagged(?: as| with)?|Keywords?|KEYWORDS?|Topics?|TOPICS|Filed under|Categories"
        r"|Labels?):\s?.{1,300}",
        examples=("Tags: border, flares, North Korea", "Filed under: Military"),
        but=("Tags were found on the bodies: two of them.",),
    ),
)
