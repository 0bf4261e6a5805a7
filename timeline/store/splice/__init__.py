"""Changes as edits of the text, so that every line nobody touched stays as it is."""
