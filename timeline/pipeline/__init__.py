"""The only room that knows the order of the stages: read, date, parse, tag, extract, link, write."""
