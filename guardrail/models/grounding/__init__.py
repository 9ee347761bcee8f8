"""How far passages support an answer: evidence by words, facts by rule, a cross-encoder, and their combination."""
