"""Dates that are partial, approximate, a span, or some day in a window (EDTF, ISO 8601-2)."""
