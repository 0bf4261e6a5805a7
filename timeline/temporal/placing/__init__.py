"""From a meaning in its context to a place in time, and to a timex."""
