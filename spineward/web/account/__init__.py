"""The person's own settings, and how to be forgotten."""
