"""Support for plugins: what is made of a validator that comes from elsewhere before anything relies on it."""
