"""What every reader of a text needs once: normalised characters with an offset map, layout, sentences, quotations, parsers."""
