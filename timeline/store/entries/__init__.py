"""What stands in a ledger, read into the model: fields, claims, sources, actors, events."""
