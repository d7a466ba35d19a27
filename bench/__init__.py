"""What is timed, each a script of its own: `./remit bench NAME`, from the project's folder."""
