"""How does a diary speak to other health records? FHIR R4 out and in; one file for each kind."""
