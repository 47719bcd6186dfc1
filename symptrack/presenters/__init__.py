"""What each page decides and says; one module per page, same name; no Qt."""
