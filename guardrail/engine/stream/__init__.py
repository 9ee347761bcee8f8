"""Streams: a text that is judged while it comes, of which nothing leaves that the policy would have stopped."""
