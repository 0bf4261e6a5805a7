"""Articles in files that are no text: documents, mails."""
