"""Detectors: makers and finders that rules share. They know spans and concepts, never rules or severities."""
