"""`remit manage ...`: Django's own commands. None of them can write past `perform`."""

from __future__ import annotations


def run(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["remit manage", *arguments])
    return 0
