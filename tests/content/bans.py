"""What does no sentence say? A diagnosis, a promise, a dose, or that something is broken.

Each kind is a list of patterns, looked for in any case. ALLOWED names each sentence that a pattern
meets and that is right all the same, with the reason; one that is no longer met is removed.
"""

import re

NAMES = (
    r"sciatica|stenosis|piriformis|spondyl\w*|arthritis|syndrome|fracture|infection|clot|tumou?r|"
    r"dis[ck]|herniat\w+|hernia|nerve|cauda|joint|inflammation"
)
"""What a diagnosis would name."""
DRUGS = (
    r"pills?|tablets?|capsules?|ibuprofen|naproxen|diclofenac|aspirin|paracetamol|acetaminophen|"
    r"codeine|tramadol|gabapentin|pregabalin|amitriptyline|diazepam|painkillers?|anti-inflammator\w+"
)
COUNT = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|six|eight|half(?: an?)?|a|an|another|an extra)"

BANS: dict[str, tuple[str, ...]] = {
    "sounds like a diagnosis": (
        r"\bdiagnos",
        r"\byou(?:'ve| have| 've)(?: got)? an? ",
        rf"\byou(?:'ve| have| may have| might have| could have| must have)\b[^.?]*\b(?:{NAMES})\b",
        r"\byou (?:are suffering|suffer)\b",
        rf"\byour (?:{NAMES}|spine|back|hip|muscle)s? (?:is|are|has|have) "
        r"(?:an? |been |now |clearly )?(?:trapped|pinched|squashed|pressed|compressed|slipped|out|"
        r"bulging|narrow\w*|inflamed|irritated|locked|weak|unstable|sick|ill)\b",
        rf"\b(?:this|that|it|these|they)(?: \w+)? (?:means?|shows?|proves?|tells? us|points? to|"
        rf"sounds? like|looks? like|must be|is|are)(?: that)?(?: you have)?(?: an?| the| your)?"
        rf"(?: \w+)? (?:{NAMES})\b",
        rf"\b(?:caused by|due to|because of|from)(?: an?| the| your) (?:\w+ )?(?:{NAMES})\b",
        rf"\bsigns? of (?:an? )?(?:\w+ )?(?:{NAMES})\b",
        rf"\b(?:trapped|pinched|squashed|compressed) (?:{NAMES})\b",
        r"\byour dis[ck]\b",
        r"\bthe (?:cause|reason) (?:of|for) your pain\b",
        r"\bwe (?:think|believe|know|are sure) (?:that )?(?:you|it|this|your)\b",
        rf"\b(?:your|the|an?)(?: \w+)? (?:{NAMES})\b(?: \w+){{0,4}} "
        r"(?:presses|sits on|is (?:stuck|caught|irritated|under pressure)|has moved)\b",
        r"\b(?:it|this|that) (?:is|could be|may be|might be) "
        r"(?:only |just |probably |most likely |likely )?"
        r"(?:an? |the |your )?(?:cancer|cyst|sprain|strain|muscle)\b",
    ),
    "promises": (
        r"\bcur(?:e|es|ed|ing)\b",
        r"\bheal(?:s|ed|ing)?\b",
        r"\bguarantee|\bpromis(?:e|es|ed)\b",
        r"\b(?:safe|safely|risk[- ]free|harmless|foolproof|painless)\b",
        r"\b(?:will|'ll|going to|sure to|certain to|bound to) (?:\w+ )?"
        r"(?:get better|feel better|be better|be fine|be gone|go away|pass|help|ease|work|improve|"
        r"recover|settle|fade|stop hurting|calm|shrink|be over|be back|get rid|make you)\b",
        r"\byou(?:'ll| will| are going to)\b",
        r"\bnothing (?:serious|dangerous|wrong|to worry|to fear|can happen)",
        r"\bnot (?:serious|dangerous|a worry|harmful)\b",
        r"\b(?:do not|don't|no need to|never|without) worry",
        r"\bno (?:danger|risk|harm|cause for concern|side effects)\b",
        r"\b(?:cannot|can't|won't|will not|does not|doesn't|never) (?:hurt|harm)s?\b",
        r"\b(?:always|never fails to|surely|certainly|definitely|for sure) "
        r"(?:helps?|works?|eases?|goes|gets)\b",
        r"\bback to normal\b",
        r"\byou (?:can|may) relax\b|\ball is well\b|\beverything is (?:fine|ok|okay|all right)\b",
        r"\bsoon be\b|\bin no time\b|\bgets? rid of\b|\bpain[- ]free\b",
        r"\bwe (?:make|keep) you\b",
        r"\b(?:do not|don't|no) need (?:to see |for |of |help)|\byou need no (?:doctor|help)\b",
        r"\bby (?:itself|themselves)\b|\bon its own\b|\bfix(?:es|ed)? (?:your|the|it)\b",
        r"\bgo(?:es)? away with\b|\btakes? (?:the |your )?pain away\b",
        r"\byou are (?:fine|ok|okay|all right|well|healthy|safe)\b",
        r"\b(?:this|that|it) is (?:quite |perfectly )?normal\b",
        r"\b(?:does|do) no harm\b|\bno sign of (?:any )?harm\b|\bnot a sign of harm\b",
        r"\b(?:you|it|this) can wait\b",
    ),
    "tells to go on against pain": (
        r"\bpush (?:on |through)|\bignore\b|\beven if it hurts\b|\bteeth together\b|\bkeep going\b",
        r"\bno pain,? no gain\b|\bwork through (?:the |your )?pain\b|\bbear (?:it|the pain)\b",
    ),
    "names a dose": (
        r"\d\s*(?:mg|mcg|µg|ug|ml|g|grams?|milligrams?|micrograms?|iu|units)\b",
        rf"\b{COUNT} (?:\w+ )?(?:tablets?|pills|capsules?|drops|spoonfuls?|doses?|puffs?)\b",
        r"\b(?:every|each) (?:\d+|two|four|six|eight|twelve)(?: to (?:\d+|\w+))? hours\b",
        rf"\b(?:{DRUGS})\b[^.?]*\b(?:once|twice|times) (?:a|each|per) day\b",
        rf"\b(?:once|twice|times) (?:a|each|per) day\b[^.?]*\b(?:{DRUGS})\b",
        rf"\b(?:take|try|use|have|start|swallow) (?:an? |some |your |the |more |extra |{COUNT} )?"
        rf"(?:\w+ )?(?:{DRUGS})\b",
        r"\b(?:double|raise|lower|increase|halve) (?:the|your) dose\b|\ba dose of\b",
        r"\bup to (?:\d+|four|six|eight) (?:a|per|each) day\b",
        rf"\b(?:{DRUGS}) \d|\b(?:{DRUGS}) (?:before|after) (?:the|a|your|each|every) \w+ helps?\b",
    ),
    "says that something is broken": (
        r"\bdamag|\bdegenerat|\bcrumbl|\bdeteriorat|\bdecay|\bruptur|\bherniat|\bshatter|\bcollaps",
        r"\bworn\b|\bwear(?:s|ing)?\b|\btear(?:s|ing)?\b|\btore\b|\btorn\b",
        r"\bslip(?:s|ped)?\b|\bbulg(?:e|es|ing)\b|\bpinch(?:ed|es)?\b|\btrapp?(?:ed|s)\b",
        r"\bbroken\b|\bbroke\b|\bbreaks? (?:down|apart)\b|\bcrush(?:ed|es)?\b|\bruin(?:ed|s)?\b",
        r"\bbad\b|\bmisalign|\bout of (?:place|line|joint)\b|\bbone on bone\b|\bcrippl",
        r"\bunstable\b|\bfragile\b|\bold spine\b|\bweak (?:spine|back)\b",
    ),
    "orders or blames": (
        r"\bshould\b|\bought to\b|\byour (?:own )?fault\b|\byou failed\b|\blazy\b",
    ),
    "shouts or cheers": (r"!|\bgreat job\b|\bwell done\b|\bawesome\b|\bkeep it up\b|\bhurray\b",),
}

OWN_WORD = "asks for what a doctor told the person, in that doctor's word"
ANSWERED = "names what the person ticked, and nothing more"
SIGN = "a sign, as people describe it; it names no cause"
NIGHT = "a night that pain broke, not a part of the body"
STUDIES = "of people in general, in an education card with its source; not of the reader"
ALLOWED: dict[tuple[str, str], str] = {
    ("care.flare.do", "every 1 to 2 hours"): "how often to get up, not how often to take a pill",
    ("care.CC10.lead", "these are nerve"): "kinds of pill by what they are for, to say no to them",
    ("explain.ED2.text", "slipped"): STUDIES,
    ("prognosis.5.text", "slipped"): STUDIES,
    ("prognosis.5.caveat", "bulges"): STUDIES,
    ("emergency.signs", "tearing"): SIGN,
    ("item.A11.line", "tearing"): SIGN,
    ("rule.A11.name", "tearing"): SIGN,
    ("rule.A11.why_unsure", "tearing"): SIGN,
    ("item.A14.clarify", "slip"): "a slip of the foot, as a cause of a fall",
    ("item.B5.example", "slip"): "a slip of the foot, as a cause of a fall",
    ("missing.nights_broken", "broke"): NIGHT,
    ("flare.nights", "broken"): NIGHT,
    ("flare.nights_leg", "broken"): NIGHT,
    ("health.CL1.line", "broken"): OWN_WORD,
    ("health.CL1.example", "broke"): OWN_WORD,
    ("health.CL2.line", "slips"): OWN_WORD,
    ("health.CL2.example", "slip"): OWN_WORD,
    ("health.CL2.example", "unstable"): OWN_WORD,
    ("clearance.CL1", "broken"): OWN_WORD,
    ("clearance.CL2", "slips"): OWN_WORD,
    ("exclusion.CL1", "broken"): ANSWERED,
    ("exclusion.CL2", "slipped"): ANSWERED,
    ("rule.CL1.name", "broken"): ANSWERED,
    ("rule.CL1.why", "broke"): ANSWERED,
    ("rule.CL1.why_unsure", "broken"): "says that we do not know",
    ("rule.CL2.name", "slips"): ANSWERED,
    ("page.medicines.lead", "take a pill"): "says that we never tell anyone to",
    ("nsaid.NO.text", "take no anti-inflammatory"): "says not to",
    ("medicine.on_nsaid", "take an anti-inflammatory"): "a line to tick, in the person's own voice",
}
"""(id, phrase) of each sentence that a pattern meets rightly, with the reason."""


def caught(text: str) -> list[tuple[str, str]]:
    """Each kind of ban that a sentence meets, with the phrase that meets it."""
    return [
        (kind, found.group().lower())
        for kind, patterns in BANS.items()
        for pattern in patterns
        for found in re.finditer(pattern, text, re.IGNORECASE)
    ]
