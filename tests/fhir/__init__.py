"""Is our FHIR sound, by judges that know nothing of us, and does a diary come back from it?"""
