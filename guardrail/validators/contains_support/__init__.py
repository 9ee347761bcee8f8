"""What `contains` is made of: when a text says the same as the required one in other words."""
