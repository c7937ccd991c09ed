"""How many plausible first-time users would be sent to a clinician? Simulated, not observed."""
