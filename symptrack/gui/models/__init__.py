"""Table models for lists longer than a screen."""
