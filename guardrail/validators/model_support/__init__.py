"""What the validators that ask a classifier share: which texts it is asked about, how it is loaded, what it answers."""
