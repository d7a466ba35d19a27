"""The one command, behind `./remit`: each subcommand is a file in `commands`."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from remit.project.environment import BadSetting

COMMANDS = {
    "demo": "play the demonstration and serve it",
    "serve": "serve the pages, and seal and tick beside them",
    "verify": "check a record, its books and its counts from outside",
    "tally": "count the ballots in a file, and say why each project won or lost",
    "ask": "ask whether an act is within a remit, without recording anything",
    "replay": "try a remit on past acts before it is signed",
    "doctor": "name versions, settings and problems",
    "manage": "a Django management command",
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; its exit status: 0 well, 1 something failed, 2 misused, 130 stopped."""
    given = sys.argv[1:] if arguments is None else arguments
    name, rest = (given[0], given[1:]) if given else ("", [])
    if name not in COMMANDS:
        known = "\n".join(f"  remit {command:<8}{words}" for command, words in COMMANDS.items())
        print(f"There is no command {name!r}. There are:\n{known}", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "remit.project.settings")
    try:
        status: int = import_module(f"remit.project.commands.{name}").run(rest)
    except BadSetting as error:
        print(f"remit {name}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Nothing is half done.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # `remit verify | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
