"""Derived graphs: bounds of undated events, and actors, events, claims and sources as nodes (networkx, loaded late)."""
