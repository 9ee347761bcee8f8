"""The engine: a sans-I/O core as a generator, and the drivers that answer what it needs."""
