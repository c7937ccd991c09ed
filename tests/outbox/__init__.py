"""Outbox: what was entered without a network."""
