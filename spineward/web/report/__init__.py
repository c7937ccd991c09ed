"""What goes to a clinician: the report as a page and as PDF, its annex, and an exercise sheet."""
