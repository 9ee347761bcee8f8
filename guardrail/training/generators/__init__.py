"""Labelled texts of our own making, one kind of text a file; the same seed always gives the same rows."""
