"""One Subject a text: normalised views with an offset map, sentences, the shared scanner."""
