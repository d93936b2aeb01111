"""Words that tell of orders and acts only beside certain others: "guns" says nothing, "gunned down" does.

The scan for sentences worth a tree asks for one of the companions in the same sentence.
"""

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "nothing", "neither", "without"})
CLAUSES = frozenset({"that", "will", "would", "could", "might", "may"})
NORMS = frozenset(
    {"may", "must", "shall", "can", "could", "should", "to", "under", "bans", "banned", "allows", "allowed",
     "lets", "let", "forbids", "says", "prohibits", "permits", "authorizes", "effect", "provides"}
)  # fmt: skip
STATED = frozenset(
    {"may", "must", "shall", "under", "bans", "banned", "allows", "allowed", "lets", "let", "forbids", "say",
     "says", "states", "requires", "required", "prohibits", "permits", "authorizes", "effect"}
)  # fmt: skip
SHOOTING = frozenset({"shoot", "fire", "kill", "force"})
TOLD = frozenset({"to", "not", "that", "must", "should"})

BOUND = frozenset({
    "not", "no", "only", "neither", "nobody", "citizens", "residents", "soldiers", "guards", "troops",
    "agents", "officers", "police", "patrols", "forces", "sides", "units", "parties", "anyone", "everyone",
    "soldier", "guard", "they", "posts", "commanders", "sentries", "crews", "vehicles", "intruders",
    "weapons", "vessels", "boats", "animals", "persons", "people", "women", "children", "these", "guardsmen",
})  # fmt: skip

ORDERS = frozenset({
    "order", "orders", "instruction", "instructions", "ban", "curfew", "rule", "rules", "directive", "decree",
    "ceasefire", "agreement", "closure", "handbook", "ordered", "told", "instructed", "policy", "measure",
    "measures", "restrictions", "understanding", "proclamation", "regulation", "regulations",
})  # fmt: skip

LAID_DOWN = frozenset({
    "includes", "include", "included", "envisions", "envisages", "envisaged", "stipulates", "stipulated",
    "foresees", "provides", "calls", "called", "contains", "entails", "withdrawal", "ceasefire",
    "cease-fire", "cessation",
})  # fmt: skip
"""What stands beside an agreement whose terms are told by nouns."""
TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})

BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})

WEAPONS = frozenset({
    "weapon", "weapons", "gun", "guns", "rifle", "rifles", "pistol", "pistols", "firearm", "firearms",
    "revolver", "revolvers", "shotgun", "shotguns", "kalashnikov", "kalashnikovs",
})  # fmt: skip
BOMBS = frozenset({
    "bomb", "bombs", "mine", "mines", "explosive", "explosives", "dynamite", "grenade", "grenades",
    "car-bomb", "device", "devices",
})  # fmt: skip
BONES = frozenset({
    "arm", "arms", "leg", "legs", "jaw", "nose", "rib", "ribs", "wrist", "hand", "fingers", "ankle", "teeth",
    "collarbone", "skull",
})  # fmt: skip
BOATS = frozenset({
    "boat", "boats", "dinghy", "dinghies", "raft", "rafts", "vessel", "vessels", "inflatable", "inflatables",
    "canoe", "canoes", "kayak", "trawler", "trawlers", "ship", "ships", "craft",
})  # fmt: skip
WASTES = frozenset(
    {"sea", "desert", "forest", "woods", "wood", "mountains", "mountain", "islet", "island", "wilderness"}
)
"""Where people are left who are put out of a country."""
DOGS = frozenset({"dog", "dogs"})
BULLETS = frozenset({"bullet", "bullets", "shrapnel"})
WAYS = frozenset({
    "border", "borders", "frontier", "crossing", "crossings", "checkpoint", "checkpoints", "bridge",
    "bridges", "gate", "gates", "strait", "airspace",
})  # fmt: skip
"""What is closed by order."""
CROWDS = frozenset({
    "crowd", "crowds", "protesters", "demonstrators", "marchers", "mourners", "villagers", "protestors",
})  # fmt: skip
ROOMS = frozenset({
    "room", "rooms", "cell", "cells", "shed", "sheds", "warehouse", "warehouses", "container", "containers",
    "barracks", "cellar", "basement", "garage", "building", "buildings", "hangar", "stable", "cage", "cages",
    "hut", "toilet", "store", "storeroom", "house", "van", "truck", "trailer", "tent", "school", "classroom",
    "outpost", "post", "station", "camp", "hall", "barn", "yard", "factory",
})  # fmt: skip
"""Where people are locked in."""
SOUNDS = frozenset({
    "fire", "gunfire", "shot", "shots", "burst", "bursts", "shelling", "explosion", "explosions", "blast",
    "blasts", "detonation", "detonations", "salvo", "salvos", "volley", "volleys",
})  # fmt: skip
VALID = frozenset({"valid", "expire", "expires", "expired", "lapses", "lapsed"})
SHOWN = frozenset({"display", "posted", "pasted", "pinned", "hung", "hanging"})

CALLS = frozenset(
    {"call", "calls", "warning", "warnings", "shout", "shouts", "order", "orders", "signal", "signals"}
)
HARMED = frozenset({
    "victim", "victims", "dead", "deceased", "injured", "wounded", "killed", "slain", "fatalities",
    "body", "bodies",
})  # fmt: skip

WOUNDS = frozenset({"wound", "wounds", "injury", "injuries"})

LAWLESS = frozenset({
    "rebels", "guerrillas", "militants", "insurgents", "kidnappers", "captors", "abductors", "gunmen",
    "bandits", "smugglers", "traffickers", "terrorists", "group", "army", "front", "fighters", "gang",
})  # fmt: skip
DOERS = frozenset({"were", "was", "are", "identified", "described", "members", "soldiers", "guards"})

BREAKING = frozenset({
    "violators", "offenders", "disobey", "disobeys", "violate", "violates", "break", "breaks", "defy",
    "defies", "flout", "breach", "fail", "ignore", "contravene", "violations",
})  # fmt: skip
"""What is told of those whom a penalty is for."""

MARKS = frozenset({"target", "targets", "hostile", "combatant", "combatants"})

TERMS = frozenset({"ultimatum", "deadline", "until", "hours", "days", "minutes"})
"""Within what somebody bids something to be done."""
DEMANDS = CALLS | {"demand", "demands", "order", "orders", "command", "commands", "instructions", "appeals"}
"""What people are said not to react to."""
VEHICLES = frozenset({"car", "jeep", "van", "truck", "vehicle", "bus", "pickup", "boat", "lorry"})
NEARING = frozenset({"near", "approach", "fetch", "reach", "through", "ambulance", "medics", "doctor"})
"""What people are kept from who would help the hurt: going near, reaching or fetching them."""
COMPANIONS: dict[str, frozenset[str]] = {
    "identify": HARMED,
    "name": HARMED,
    "paper": SHOWN,
    "limit": frozenset({"off"}),
    "bound": frozenset({"off"}),
    "letter": VALID,
    "document": VALID,
    "message": VALID,
    "cable": VALID,
    "poster": SHOWN,
    "placard": SHOWN,
    "leaflet": SHOWN,
    "author": frozenset({"is", "are"}),
    "must": BOUND,
    "may": frozenset({"not", "only", "no", "shoot", "fire"}),
    "gun": frozenset({"down"}),
    "do": frozenset({"nothing", "little"}),
    "loss": frozenset({"no", "without", "neither"}),
    "take": frozenset(
        {"issue", "action", "custody", "hostage", "prisoner", "captive", "life", "lives", "place", "back",
         "away", "home", "house", "homes", "houses", "tent", "bed", "village", "them", "bank"} | BULLETS
    ),
    "look": frozenset({"on", "other"}),
    "stand": frozenset({"by", "idle", "idly"}),
    "sit": frozenset({"by", "idle", "idly"}),
    "watch": frozenset({"idly", "silently", "passively", "nothing", "stood", "mob", "police", "policemen"}),
    "turn": frozenset({"blind", "deaf", "back", "backs", "away"}),
    "ignore": frozenset({"plea", "pleas", "complaint", "complaints", "cry", "cries"}) | CALLS,
    **dict.fromkeys(("react", "comply", "listen"), DEMANDS),
    "wave": frozenset({"down", "stop", "halt"}),
    "open": WAYS | {"fire"},
    "launch": frozenset({"fire"}),
    **dict.fromkeys(
        ("exchange", "trade", "swap"),
        frozenset({"fire", "gunfire", "shots", "shells", "rockets", "mortars", "grenades", "salvos"}),
    ),
    "return": frozenset({"fire", "people", "migrants", "refugees", "over", "across"}) | BODIES,
    "violate": TRUCES,
    "break": TRUCES | BONES,
    **dict.fromkeys(
        ("breach", "violation"), TRUCES | {"committed", "commit", "commits", "by", "responsible"}
    ),
    "fail": TOLD,
    "refuse": TOLD,
    "decline": TOLD,
    "tell": TOLD - {"that"} | {"may"},
    "require": TOLD,
    "advise": TOLD,
    "let": frozenset(
        {"dogs", "shoot", "fire", "open", "pass", "guards", "soldiers", "troops", "police", "patrols", "army"}
        | NEARING
    ),
    "bar": frozenset({"from", "behind"}),
    "hospital": frozenset(
        {"taken", "took", "rushed", "flown", "transported", "airlifted", "sent", "sends", "brought",
         "admitted", "put", "carried", "evacuated", "no"}
    ),
    "happen": frozenset({"it", "this", "that"}),
    "occur": frozenset({"it", "this", "that"}),
    "deny": frozenset(
        {"responsibility", "allegation", "allegations", "accusation", "accusations", "charge",
         "charges", "claim", "claims", "it"}
    ),
    "incident": frozenset({"happened", "occurred", "took", "unfolded", "began", "started", "in"}),
    **dict.fromkeys(
        ("club", "whip", "slap"), frozenset(
            {"guards", "police", "soldiers", "death", "officers", "with", "guard", "soldier", "him"}
        )
    ),
    "care": frozenset({"without", "no", "taken"}),
    "pick": frozenset({"up"}),
    "set": frozenset({"fire", "ablaze", "afire", "alight", "adrift"}) | BOMBS | DOGS | TERMS,
    **dict.fromkeys(("activate", "trigger", "place", "plant", "lay", "hide"), BOMBS),
    "damage": frozenset({"by", "attack", "bomb", "explosion", "shells", "shell"}),
    "destroy": frozenset({"by", "attack", "troops", "soldiers", "mob", "shells"}) | LAWLESS | BOMBS,
    **dict.fromkeys(
        ("release", "free", "liberate"),
        (LAWLESS - {"group", "army", "front"})
        | {"hostage", "hostages", "captive", "captives", "kidnapped", "abducted", "engage", "shoot",
           "exercises", "drills"}
        | DOGS,
    ),
    **dict.fromkeys(
        ("murderer", "killer", "attacker", "assailant", "perpetrator", "bomber", "kidnapper", "abductor",
         "captor", "hijacker"),
        DOERS,
    ),
    **dict.fromkeys(("crime", "atrocity", "misdeed", "deed", "outrage"), frozenset({"by"})),
    "lock": frozenset({"up"}) | ROOMS,
    **dict.fromkeys(("confine", "cram", "pen"), ROOMS),
    **dict.fromkeys(("row", "ferry", "paddle"), frozenset({"back", "side", "bank", "border"})),
    "round": frozenset({"up", "of", "fired"}),
    "book": frozenset({"under", "for"}),
    "hope": CLAUSES,
    "expect": CLAUSES,
    "predict": CLAUSES,
    "anticipate": CLAUSES,
    "forecast": CLAUSES,
    "worry": CLAUSES,
    "yell": frozenset({"to", "not"}),
    "concern": CLAUSES,
    **dict.fromkeys(("find", "recover", "discover", "retrieve", "pull", "lie", "fish"), BODIES),
    "wash": BODIES,
    "receive": BODIES | WOUNDS,
    **dict.fromkeys(("suffer", "sustain"), WOUNDS),
    **dict.fromkeys(
        ("drag", "herd"),
        frozenset({"back", "border", "line", "lines", "river", "fence", "gate", "away", "off"})
        | BODIES
        | VEHICLES,
    ),
    **dict.fromkeys(
        ("push", "escort", "march"),
        frozenset({"back", "border", "line", "lines", "river", "fence", "gate", "sea"}) | BODIES,
    ),
    **dict.fromkeys(
        ("send", "bring", "tow", "transfer", "deliver"),
        frozenset({"back", "side", "bank", "shore"}) | BODIES,
    ),
    "chase": frozenset({"back", "side", "bank", "shore", "away", "off"}) | BODIES,
    **dict.fromkeys(
        ("force", "drive", "put"),
        frozenset({"back", "border", "river", "fence", "sea", "overboard"}) | BODIES,
    ),
    "throw": frozenset({"back", "border", "river", "fence", "sea", "overboard", "into"}) | BODIES,
    **dict.fromkeys(("point", "train", "level", "draw"), WEAPONS),
    "aim": WEAPONS | {"back", "leg", "legs", "chest", "knee", "knees", "thigh", "foot", "feet"},
    "shock": frozenset({"electric", "electrical"}),
    "go": frozenset({"off"}),
    "catch": frozenset(
        {"police", "guards", "soldiers", "patrol", "smuggler", "smugglers", "migrants", "agents", "by"}
    )
    | BULLETS,
    "run": frozenset({"over"}),
    "bleed": frozenset({"death"}),
    "charge": CROWDS | {"baton", "batons", "lathi", "lathis"},
    "leave": frozenset({"bleeding", "dying", "untreated", "without", "lying", "tied", "adrift"}) | WASTES,
    "cast": frozenset({"adrift"}),
    **dict.fromkeys(("attempt", "bid"), frozenset({"life", "lives"})),
    **dict.fromkeys(("abandon", "dump", "strand", "maroon"), WASTES),
    **dict.fromkeys(("ram", "capsize", "swamp", "sink", "puncture", "slash", "hole", "overturn"), BOATS),
    **dict.fromkeys(("unleash", "loose", "bite", "maul", "savage"), DOGS),
    **dict.fromkeys(("hear", "record", "register"), SOUNDS),
    "report": frozenset({"gunfire", "rounds", "bursts", "shelling"}),
    **dict.fromkeys(("tear", "rip", "sever"), BONES | {"foot", "feet"}),
    "make": frozenset({"back"}),
    **dict.fromkeys(
        ("fight", "battle"), frozenset({"troops", "soldiers", "guards", "forces", "armies", "rebels"})
    ),
    **dict.fromkeys(("step", "tread"), BOMBS),
    "down": frozenset({"drone", "drones", "helicopter", "helicopters", "plane", "jet", "balloon"}),
    "lead": frozenset({"away", "back", "off"}),
    **dict.fromkeys(("bundle", "haul"), VEHICLES | {"away", "off"}),
    "keep": frozenset({"overnight", "until", "till", "hours", "days", "nights"}),
    "lose": frozenset({"foot", "leg", "legs", "arm", "hand", "eye", "eyes", "limb", "sight"}),
    **dict.fromkeys(("hostage", "captive", "prisoner"), frozenset({"taken", "took", "take", "held", "hold"})),
    "decision": SHOOTING | {"use", "firing"},
    "cessation": frozenset({"hostilities", "fire"}),
    "light": frozenset({"green"}),
    "freedom": frozenset({"full", "complete"}),
    "date": frozenset({"pamphlet", "notice", "letter", "order", "memo", "decree", "directive", "document"}),
    **dict.fromkeys(("close", "closed", "reopen", "reopened"), WAYS | {"until", "till"}),
    "shut": WAYS | ROOMS | {"until", "till"},
    "ahead": frozenset({"go"}),
    "caution": frozenset({"against", "not"}),
    "commit": frozenset({"keeping", "withdrawing", "ceasefire", "truce", "refrain", "refraining"}),
    "freeze": frozenset({"fortifications", "construction", "movements", "deployments", "patrols"}),
    "subject": frozenset({"approval", "authorisation", "authorization", "clearance", "permission"}),
    "face": BREAKING | {"anyone", "whoever"},
    "liable": BREAKING,
    "punishable": BREAKING,
    **dict.fromkeys(("refer", "proceed", "discharge", "dismiss", "fine", "try", "prosecute"), BREAKING),
    "engage": frozenset({
        "drone", "drones", "target", "targets", "aircraft", "intruders", "positions", "vehicles", "boats",
        "vessels", "balloons", "posts", "craft", "enemy",
    }),
    "restriction": frozenset({"effect", "force", "fire", "weapons", "firearms", "use", "movement"}),
    "clear": SHOOTING | {"use"},
    "hand": frozenset({"free", "back"}) | BODIES,
    "rein": frozenset({"free", "full"}),
    "hold": frozenset({
        "fire", "hostage", "captive", "custody", "prisoner", "detained", "illegal", "illegally", "crossing",
        "smuggling", "suspicion", "questioning", "entry", "hours", "overnight", "released", "freed",
        "hour", "days", "gunpoint", "guards", "soldiers", "until",
    }),
    "withhold": frozenset({"fire"}),
    **dict.fromkeys(
        ("again", "anew", "repeat", "renew", "remind", "replace", "supersede", "cancel", "withdraw", "lift",
         "amend", "extend", "widen", "tighten", "implement", "enforce", "carry", "revoke", "rescind",
         "reaffirm", "reiterate", "revise", "rewrite", "overhaul", "reverse", "ease", "relax", "loosen",
         "soften", "modify", "shorten", "lengthen"),
        ORDERS,
    ),
    **dict.fromkeys(
        ("change", "measure", "lockdown", "blockade"),
        frozenset({"effect", "force"}),
    ),
    "closure": WAYS | {"effect", "force"},
    **dict.fromkeys(
        ("help", "act", "respond", "assist", "rescue", "protect", "intervene", "prevent", "stop", "control",
         "register", "record", "deploy", "investigate", "provide", "treat", "give", "tend"),
        NEGATIONS,
    ),
    "respond": NEGATIONS | {
        "attack", "provocation", "provocations", "violation", "violations", "aggression", "incursion",
        "force", "strike", "strikes",
    },
    "give": NEGATIONS | TERMS,
    "treat": NEGATIONS | MARKS,
    "consider": MARKS,
    "meet": frozenset({"force"}),
    **dict.fromkeys(
        ("rule", "plan", "policy", "proposal", "notice", "statement", "handbook",
         "regulation", "guideline", "threat", "permission"),
        NORMS,
    ),
    "agreement": NORMS | LAID_DOWN | {"reached", "signed", "refrain"},
    **dict.fromkeys(("deal", "understanding"), NORMS | LAID_DOWN),
    "warning": NORMS | {"no", "any"},
    "call": frozenset({"stop", "halt", "loudspeaker", "loudspeakers", "megaphone", "nobody", "one", "them"}),
    "challenge": frozenset(
        {"patrol", "patrols", "guards", "soldiers", "troops", "sentries", "men", "them", "him"}
    ),
    **dict.fromkeys(("heed", "obey", "disregard", "defy"), CALLS),
    **dict.fromkeys(
        ("law", "bill", "code", "draft", "manual", "ordinance", "guidance", "engagement"),
        STATED,
    ),
    **dict.fromkeys(("declaration", "treaty", "pact"), STATED | LAID_DOWN),
    **dict.fromkeys(
        ("right", "power", "authority", "licence", "license", "discretion", "clearance", "approval",
         "mandate"),
        SHOOTING
        | {"granted", "handed", "sweeping", "detain", "arrest", "engage", "search", "use", "weapons"},
    ),
    **dict.fromkeys(
        ("suggest", "recommend", "advocate", "announce"), frozenset({"must", "may", "allowed", "letting"})
    ),
    **dict.fromkeys(("approve", "sanction"), frozenset({"use"})),
}  # fmt: skip

_BY_WHOM = frozenset({"by", "against", "on", "launched", "during", "soldiers", "troops"})
_HELD = frozenset(
    {"taken", "sent", "put", "held", "kept", "thrown", "transferred", "brought", "placed", "returned",
     "booked", "into", "remain", "remains", "remained", "being", "camp", "camps"}
)  # fmt: skip
_ISSUED = ORDERS | {
    "warning", "warnings", "notice", "notices", "statement", "directives", "permit", "permits", "permission",
    "guidelines", "guidance", "edict", "ultimatum", "threat", "threats", "to", "that",
}  # fmt: skip

FORM_COMPANIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("shell", "shells"), frozenset({"landed", "fell", "exploded", "by", "to", "rained"})),
    **dict.fromkeys(("cell", "cells"), frozenset({"prison", "jail", "police", "holding", "crowded"}) | _HELD),
    **dict.fromkeys(("count", "counts"), frozenset({"body", "bodies", "victims"})),
    **dict.fromkeys(("assault", "assaults"), _BY_WHOM),
    "prison": _HELD | {"was", "is", "were", "are"},
    **dict.fromkeys(("issue", "issues", "issued"), _ISSUED),
    **dict.fromkeys(("happen", "happening"), frozenset({"incident", "incidents"})),
    "hanging": frozenset({"by", "death", "execution", "executed", "of", "public", "sentenced"}),
    "strip": frozenset({"naked", "search", "searched", "clothes", "them", "him", "her"}),
}
"""The same for single forms, where other forms of the word tell enough by themselves."""
