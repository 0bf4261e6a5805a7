"""Pages from the web: asked for politely, within bounds, and never from inside the house."""
