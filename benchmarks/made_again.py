"""Artists of a chart made once more by matplotlib alone: the floor of a drawing."""

from typing import Any

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Patch, PathPatch, Rectangle
from matplotlib.text import Text


def made_again(artist: Artist) -> Any:
    """Return a new artist like another, made by matplotlib alone."""
    made: Any
    if isinstance(artist, Line2D):
        made = Line2D(artist.get_xdata(), artist.get_ydata())
    elif isinstance(artist, Text):
        made = Text(*artist.get_position(), artist.get_text())
    elif isinstance(artist, Rectangle):
        made = Rectangle(artist.get_xy(), artist.get_width(), artist.get_height())
    elif isinstance(artist, FancyBboxPatch):
        box = artist.get_bbox()
        made = FancyBboxPatch(box.min, box.width, box.height, boxstyle=artist.get_boxstyle())
    elif isinstance(artist, PathPatch):
        made = PathPatch(artist.get_path())
    else:
        raise TypeError(f"a chart drew a {type(artist).__name__}")
    made.update_from(artist)
    if not isinstance(artist, Patch):
        made.set_transform(artist.get_transform())
    return made
