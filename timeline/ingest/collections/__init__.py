"""Files that hold many articles: lines and lists of JSON, archives of the web."""
