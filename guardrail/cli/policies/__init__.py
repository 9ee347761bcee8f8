"""What the commands about policies share: finding their files, reporting their diagnostics, telling what they say."""
