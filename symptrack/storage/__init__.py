"""The only SQL: the encrypted journal and everything that keeps it safe."""
