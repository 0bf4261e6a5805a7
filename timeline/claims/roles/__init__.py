"""Who takes part in an event, as what, and where."""
