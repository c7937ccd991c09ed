"""How is a dose said in a few words? "8 times", "hold 15 seconds, 2 times", "10 to 20 minutes"."""

from spineward.clinical.facts import Offer

_DEFAULT_MINUTES = 2


def span(pair: tuple[int, int]) -> str:
    """A pair of numbers: "8", or "5 to 10"."""
    low, high = pair
    return str(low) if low == high else f"{low} to {high}"


def seconds(pair: tuple[int, int]) -> str:
    """A hold in words."""
    return "1 second" if pair == (1, 1) else f"{span(pair)} seconds"


def dose(offer: Offer) -> str:
    """The dose of one set, and how many sets when there is more than one."""
    if offer.minutes:
        text = f"{span(offer.minutes)} minutes"
    elif offer.hold_s and offer.reps:
        text = f"{span(offer.reps)} times, hold {seconds(offer.hold_s)}"
    elif offer.hold_s:
        text = f"hold {seconds(offer.hold_s)}"
    else:
        text = f"{span(offer.reps)} times" if offer.reps else ""
    return text if offer.sets == (1, 1) or not text else f"{text}, {span(offer.sets)} sets"


def minutes(offers: tuple[Offer, ...]) -> int:
    """About how long these take with the questions after each set, in whole minutes, at least 5."""
    total = sum((offer.minutes[0] if offer.minutes else _DEFAULT_MINUTES) + 2 for offer in offers)
    return max(5, total)
