"""What `calibrate` and `train` share: their progress line, and figures with intervals."""
