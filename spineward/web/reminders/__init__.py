"""Reminders: what a person chose to be told, as a calendar and in an open page."""
