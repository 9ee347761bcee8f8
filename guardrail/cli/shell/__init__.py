"""What every command shares: finding commands, reading arguments, the console, exit statuses."""
