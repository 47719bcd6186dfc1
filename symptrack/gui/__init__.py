"""The window. Widgets and wiring; decisions are made by the presenters."""
