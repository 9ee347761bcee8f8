"""Validators: one file a validator. `contract` says what one is, `registry` finds them by file name."""
