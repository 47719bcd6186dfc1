"""Daylio's own words: its five groups of moods, the best first."""

GROUPS = ("rad", "good", "meh", "bad", "awful")
PROPOSED = {"rad": 9, "good": 7, "meh": 5, "bad": 3, "awful": 1}
"""The middles of five equal parts of the scale (our proposal; the patient says what they mean)."""
