"""What in a stream may still become a match: the earliest character that has to wait, told after every chunk."""
