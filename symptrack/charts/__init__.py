"""Data in, artists out: matplotlib figures without Qt and without pyplot."""
