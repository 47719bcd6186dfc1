"""Pure functions over what was recorded; sees only the domain."""
