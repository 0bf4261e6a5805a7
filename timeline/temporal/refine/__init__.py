"""Small ordered passes that mend what the tagger found, one idea a file."""
