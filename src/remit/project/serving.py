"""Pages and worker of one node: gunicorn for the pages, and beside it the sealer and the clock.

Where several nodes share a PostgreSQL, each runs this; the database sees to it that one seals.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

log = logging.getLogger(__name__)
EVERY_SECONDS = 1.0
PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 5


class Stop(Exception):
    """Somebody asked us to end."""


def free(host: str, port: int) -> bool:
    """Whether this address can be served."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def serve(host: str, port: int, *, threads: int, ready: Callable[[], None]) -> int:
    """Serve until told to stop. The exit status is 0 when somebody stopped it."""
    pages = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "remit.project.wsgi:application",
            "--bind", f"{host}:{port}", "--worker-class", "gthread", "--threads", str(threads),
            "--log-level", "warning", "--no-control-socket",
        ],
        preexec_fn=end_with_parent,
    )  # fmt: skip
    previous = signal.signal(signal.SIGTERM, stop)
    try:
        wait_until_open(pages, host, port)
        ready()
        return work(pages)
    except (KeyboardInterrupt, Stop):
        return 0
    finally:
        signal.signal(signal.SIGTERM, previous)
        pages.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
            pages.wait(GRACE_SECONDS)
        pages.kill()


def stop(_number: int, _frame: FrameType | None) -> None:
    raise Stop


def end_with_parent() -> None:
    """In the child: should the parent be killed outright, the pages end too and free the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    os.setpgrp()  # Ctrl-C reaches the parent alone, which ends us in order


def wait_until_open(pages: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Until the first connection is taken. RuntimeError if the pages end instead."""
    while pages.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("the pages did not start; their words stand above")


def work(pages: subprocess.Popen[bytes]) -> int:
    """About every second: seal what waits, and do what is due. Ends when the pages end."""
    from django.db import close_old_connections

    from remit.project import clock
    from remit.record import jobs, sealer

    mended = False
    while (status := pages.poll()) is None:
        try:
            close_old_connections()
            jobs.tick(clock.now())
            sealer.seal()
            if not mended:
                if count := sealer.mend():
                    log.warning("%s public files were lost or damaged; they are whole again", count)
                mended = True
        except Exception:  # what fails now is tried again in a second, and is seen meanwhile
            log.exception("the worker met a problem")
        time.sleep(EVERY_SECONDS)
    return status
