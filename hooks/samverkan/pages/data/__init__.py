"""The model for other systems: as JSON with its schema, as sheets, and in short for an intranet."""
