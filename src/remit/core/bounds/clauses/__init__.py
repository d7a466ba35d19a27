"""One file for each kind of clause: its parameters, what it checks, what it covers, its words."""
