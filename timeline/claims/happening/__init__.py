"""Whether an event happens, when, and in which order with others."""
