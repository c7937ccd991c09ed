"""What is true: data only. Clinicians and translators work here; `clinical.catalogue` reads it."""
