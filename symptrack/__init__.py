"""Symptrack: a private journal for one patient who is treated with ketamine."""

__version__ = "0.1.0"
