"""The command line: parse the request, call, show. Nothing here knows how a date is read or a claim is kept."""
