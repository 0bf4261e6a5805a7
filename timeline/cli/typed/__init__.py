"""What a person types: options, filters, days, names, articles."""
