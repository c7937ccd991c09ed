"""One movement at a time, and a question after every set."""
