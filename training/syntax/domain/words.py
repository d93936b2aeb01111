"""The words of the generated sentences, by the part they play; bars divide them."""

PLACES = (
    "Hoeryong|Musan|Hyesan|Sinuiju|Samjiyon|Aleppo|Homs|Idlib|Kabul|Herat|Gaza|Nablus|Hebron|Jenin|"
    "Mogadishu|Khartoum|Minsk|Kyiv|Lagos|Darfur|Rakhine|Yangon|Srinagar|Jammu|Ceuta|Melilla|Lesbos|"
    "Edirne|Tijuana|Juarez|Nogales|Agadez|Tripoli|Bamako|Goma|Juba|Torkham|Chaman|Peshawar|Quetta|"
    "Dhaka|Dandong|Onsong|Chongsong|Hujang|Sinpa|Rafah|Sanaa|Saada|Najran|Karabakh|Stepanakert|"
    "Batken|Osh|Donetsk|Luhansk|El Paso|Port Sudan|Tel Aviv|San Diego|Cox's Bazar|Deir Ezzor|Ras Jdir"
)
RIVERS = "Tumen|Yalu|Rio Grande|Evros|Jordan|Naf|Drina|Panj|Mekong|Dniester"
DIVISIONS = "Province|County|District|Region|State|Prefecture|Governorate"
COUNTRIES = (
    "North Korea|South Korea|China|Israel|Turkey|Iran|Myanmar|Belarus|Sudan|Egypt|India|Pakistan|"
    "Greece|Hungary|Saudi Arabia|Ethiopia|Russia|Syria|Morocco|Spain|Bangladesh|Libya|Croatia|Poland|"
    "Mexico|Kyrgyzstan|Tajikistan|Armenia|Azerbaijan|Afghanistan|Yemen|Lebanon|Jordan|Iraq|Thailand|"
    "Cambodia|Colombia|Venezuela"
)
NATIONAL = (
    "Turkish|Israeli|Saudi|Greek|Chinese|Iranian|Egyptian|Indian|Pakistani|Hungarian|Russian|Syrian|"
    "Moroccan|Spanish|Libyan|Bangladeshi|Croatian|Polish|Mexican|Kyrgyz|Tajik|Armenian|Azerbaijani|"
    "Afghan|Lebanese|Iraqi|Thai|Colombian|Belarusian|Burmese|Palestinian|American|Ethiopian|Eritrean|"
    "Rohingya"
)
BODIES = (
    "Supreme Command|Storm Corps|Border Guard Command|Interior Ministry|Defense Ministry|"
    "Security Council|National Guard|General Staff|Seventh Corps|Border Security Force|"
    "Central Command|Coast Guard|Foreign Ministry|Border Patrol|Security Forces Command|"
    "Central Committee|Rapid Response Brigade|Frontier Corps"
)
BODIES_OF = (
    "Ministry of Defense|Ministry of Interior|Ministry of State Security|Ministry of Social Security|"
    "Department of Homeland Security|Directorate of Intelligence|Council of Ministers"
)
OUTLETS = (
    "Daily NK|Radio Free Asia|Reuters|AFP|Al Jazeera|Xinhua|Yonhap|Human Rights Watch|"
    "Amnesty International|AP"
)
GIVEN = (
    "Ahmed|Hassan|Maria|Jose|Michael|David|Ali|Ravi|Ivan|Omar|Fatima|Carlos|Kim|Lee|Park|Choe|Yusuf|"
    "Anna|Samuel"
)
FAMILY = (
    "Khan|Ali|Fisher|Garcia|Hernandez|Singh|Petrov|Rahman|Yilmaz|Cohen|Hussein|Islam|Lopez|Novak|Mensah|Brown"
)
KOREAN = "Jong-un|Min-ho|Chol-su|Song-hui|Yong-il|Kwang-hyok"
TITLES = (
    "President|Colonel|General|Captain|Minister|Commander|Lieutenant|Major|Governor|Judge|Chief|"
    "Brigadier|Sheriff"
)
SHORT_TITLES = "Lt.|Gen.|Col.|Sgt.|Maj.|Capt.|Brig.|Gov.|Mr.|Dr."
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTHS = "Jan.|Feb.|Aug.|Sept.|Oct.|Nov.|Dec."
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
FORCES = (
    "troops|soldiers|guards|police|officers|patrols|units|forces|commanders|rangers|gunmen|policemen|"
    "snipers|paramilitaries|militiamen|agents|servicemen|gendarmes|conscripts|sentries|personnel|"
    "fighters|guardsmen|men"
)
FORCE_ONE = (
    "soldier|guard|officer|policeman|sniper|ranger|agent|gunman|commander|sentry|serviceman|conscript|patrol"
)
FORCE_KINDS = (
    "border|security|border patrol|border guard|riot|government|army|military|state|coast|prison|"
    "frontier|patrol|border security|special forces|railway|customs|airport|naval"
)
TARGETS = (
    "protesters|residents|civilians|smugglers|migrants|refugees|demonstrators|villagers|fishermen|"
    "defectors|intruders|students|worshippers|herders|men|women|people|children|workers|trespassers|"
    "farmers|mourners|asylum seekers|bystanders|journalists|prisoners|drivers|soldiers|persons|"
    "animals|passengers|traders"
)
TARGET_ONE = (
    "man|woman|smuggler|teenager|resident|boy|farmer|migrant|protester|student|defector|soldier|"
    "driver|intruder|person|girl|fisherman|villager|child|guard|policeman|journalist|trader|cow|dog|"
    "civilian|truck driver|mother"
)
TARGET_KINDS = (
    "unarmed|peaceful|local|young|unknown|elderly|other|unidentified|suspected|armed|innocent|"
    "fleeing|pregnant|foreign|illegal|injured|anti-government|undocumented|stray|wild"
)
LEADERS = (
    "government|leadership|regime|ministry|president|commander|general|army|military|leader|governor|"
    "minister|colonel|junta|headquarters|party|command|administration|king|court|parliament|"
    "commission|authority|brigade"
)
LEADERS_MANY = "authorities|officials|commanders|generals|ministers|leaders|superiors|officers"
SOURCES = (
    "source|resident|official|spokesman|witness|commander|spokeswoman|lawyer|doctor|activist|farmer|relative"
)
SOURCES_MANY = (
    "sources|residents|witnesses|officials|police|activists|prosecutors|authorities|medics|relatives|"
    "rights groups|reports|villagers|survivors|investigators|doctors|observers|state media"
)
PLACES_NEAR = (
    "border|river|zone|frontier|fence|checkpoint|camp|bridge|town|square|wall|island|line|coast|"
    "village|crossing|market|mosque|post|base|buffer zone|border area|riverbank|capital|mountains|"
    "demarcation line|prison|road|shore"
)
ORDERS = "order|instruction|directive|command|decree|proclamation|instructions|orders|guidelines|rules"
MEANS = (
    "flares|warning shots|live rounds|live ammunition|tear gas|rubber bullets|blank rounds|"
    "water cannon|stun grenades|live fire|bullets|rounds|shots|lethal force|force|machine guns|"
    "rifles|mortars|artillery|pepper spray|batons|weapons|firearms|grenades|shells|pellets|rockets|"
    "drones|automatic weapons|deadly force"
)
ADJECTIVE_MEANS = frozenset(["live", "blank", "lethal", "deadly", "automatic"])
MASS_MEANS = frozenset(["ammunition", "gas", "fire", "force", "artillery", "spray", "cannon"])
MANNERS = (
    "immediately|unconditionally|mercilessly|recklessly|repeatedly|randomly|indiscriminately|"
    "strictly|deliberately|directly|blindly|accidentally|suddenly|promptly|properly|quickly|brutally|"
    "forcibly|illegally|simply|openly"
)
REPORTING_ADVERBS = "reportedly|allegedly|apparently|recently|also|again|already|later|previously|then|still"
FRAME_ADVERBS = (
    "however|meanwhile|instead|moreover|also|later|then|therefore|still|earlier|separately|nevertheless"
)
HARMS = (
    "kill|wound|injure|execute|attack|arrest|detain|beat|capture|torture|abduct|rob|disperse|harass|"
    "deport|search"
)
HARMED = (
    "killed|wounded|injured|detained|arrested|shot|beaten|executed|captured|hit|attacked|abducted|"
    "tortured|hanged"
)
DUTIES = (
    "tighten the controls|strengthen patrols|conduct surveillance|guard the border|search vehicles|"
    "seal the border|check documents|maintain order|protect civilians|analyze the targets|"
    "report incidents|close the crossing|monitor movements|leave the area|return home|withdraw|"
    "show restraint|identify themselves|use cameras|inspect the fence|install cameras|block roads|"
    "clear the area|evacuate the village|plant mines|stand guard|lay landmines|set up checkpoints|"
    "change tactics|respect the ceasefire|hold their positions|stand by"
)
CROSSINGS = (
    "cross the border|enter the zone|approach the fence|cross the river|flee|escape|"
    "approach the border|swim across|enter the country|climb the fence|leave the country|resist|"
    "refuse to comply|refuse to stop|ignore orders|try to cross|try to flee|attempt to enter|"
    "run away|come near the river|carry weapons|throw stones|violate the curfew|resist arrest|"
    "refuse to comply with orders|disobey|resist to the end|fail to stop"
)
SAYING = (
    "say|report|add|confirm|claim|announce|allege|explain|stress|acknowledge|insist|state|note|warn|believe"
)
NUMBERS = (
    "two|three|four|five|six|seven|eight|ten|12|15|20|23|30|several|dozens of|hundreds of|17|100|"
    "1,200|many|some"
)
