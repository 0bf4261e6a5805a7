"""Files of events (calendars, tables, other programs' timelines) -> entries. One format a file."""
