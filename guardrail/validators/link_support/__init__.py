"""What `links` is made of: where links stand in a text, and which host one leads to."""
