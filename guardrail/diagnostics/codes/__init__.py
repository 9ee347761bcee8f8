"""One file a diagnostic code: `g101.py` holds class `G101`."""
