"""One module per page; pages never import pages."""
