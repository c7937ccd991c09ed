"""How do scripts and other programs use the diary? The same doors as the pages, spoken in JSON."""
