"""Other trackers' exports: what each file says, as one plain value."""
