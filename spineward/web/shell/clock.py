"""What time is it for the person? The one place where the pages read a clock."""

from datetime import datetime


def now() -> datetime:
    """Now, with the offset of the machine the person sits at."""
    return datetime.now().astimezone()
