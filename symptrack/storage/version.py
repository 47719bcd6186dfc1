"""What marks a database as a Symptrack journal, and the version this program writes."""

APPLICATION_ID = 0x53_79_6D_70  # "Symp"
LATEST_VERSION = 3
CLAIM = "PRAGMA application_id = 1400466800"
"""Marks an empty database as a Symptrack journal."""
