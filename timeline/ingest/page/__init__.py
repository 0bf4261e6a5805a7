"""Pages of the web, saved or fetched: their main text, what they say of themselves, and every sign of their date."""
