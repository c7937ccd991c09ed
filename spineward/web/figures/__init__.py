"""The moving pictures that pages ask for: one answer for each movement and side."""
