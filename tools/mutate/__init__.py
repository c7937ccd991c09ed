"""Does a test notice when the engine is changed? Mutation testing of spineward/clinical."""
