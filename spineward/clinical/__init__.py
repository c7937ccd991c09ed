"""What follows from what is known: pure functions over frozen facts, and nothing else.

The stages in the order of the way, and what each is made of:

    check_in
    assessment   missing, lock, verdict
    plan         dose, progression, spacing
    session      open_set
    response     set_verdict
    progress

`facts` are the types they share, `rules` what fires. A rule reads a `case` (one person at one
moment) or the `signs` of one set, `measured` from a `set_case`; both through `body`, `legs`,
`weakness`, `weak_since`, `dating`, `timeline`, `ledger` and `today`. What the content says comes
from `catalogue`, `library`, `questions`, `care` and `conditions`; `intake` refuses what cannot be,
`content_check` and `rulebook` look over all.
"""
