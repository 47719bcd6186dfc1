"""Imported first: turns the collector of garbage off, as the program's own beginning does."""

import gc

gc.disable()
