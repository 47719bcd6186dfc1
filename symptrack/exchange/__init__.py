"""What goes out and comes in: report, journal file, charts as files; no Qt."""
