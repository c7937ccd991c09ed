"""What is Spineward? Guided self-care for sciatica that stops when pain travels down the leg."""

__version__ = "0.1.0"
