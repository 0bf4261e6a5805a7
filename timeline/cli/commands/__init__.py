"""One command a file. `timeline.cli.table` says which file holds which command; a file is imported only when it runs."""
