"""Document and language pack in, timexes out: find, mend, anchor, resolve, explain."""
