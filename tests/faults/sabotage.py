"""Programs that meet their end at a chosen point: `python -m tests.faults.sabotage HOW AT ...`.

sealer AT           three acts that move money, and the sealer killed as it puts its AT-th
                    file in place (0: before the first, right after the commit)
disk PAGES ...      `remit ...` on an SQLite file that cannot grow beyond so many pages
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from remit.project import cli, environment
from tests.faults.elsewhere import on_the_named_database


def main(how: str, at: int, *rest: str) -> int:
    environment.use_demonstration = on_the_named_database
    if how == "disk":
        fill_up(at)
        return cli.main(list(rest))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "remit.project.settings")
    environment.use_demonstration()
    import django

    django.setup()
    pay_a_grosz()
    seal_and_die(at)
    return 0


def pay_a_grosz() -> None:
    """Claimed, approved and paid: the books change and not only the log."""
    from remit.people.reads import holder_of
    from remit.project.demo import instruments, story
    from remit.record.perform import perform
    from remit.record.reads import newest_moment
    from remit.stages.decide.acts import item_code
    from remit.stages.fund.acts import Approve, Pay, Submit

    payment, latest = f"P-{uuid4().hex[:8]}", newest_moment()
    assert latest is not None
    item = item_code(story.BALLOT, next(iter(story.PAID)))
    claim = Submit(item=item, payment=payment, amount=1, receipt_sha256="ab" * 32)
    hands = {
        "clerk": claim,
        "accountable-officer": Approve(payment=payment),
        "treasurer": Pay(payment=payment),
    }
    for position, act in hands.items():
        at = latest + timedelta(minutes=1)
        by = holder_of(position, at=at)
        assert by is not None
        perform(act, by=by, under=instruments.REMIT, at=at, key=uuid4())


def seal_and_die(at: int) -> None:
    """Seal, and be killed when so many of the public files are in place."""
    from remit.record import publish, sealer

    replace, placed = Path.replace, 0
    committed = publish.publish

    def count(scrap: Path, target: Path) -> Path:
        nonlocal placed
        placed += 1
        if placed == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(scrap, target)

    def published() -> None:
        if sealer.models.Record.objects.filter(leaf=None).exists():
            return committed()  # what was sealed before; these acts are still to come
        if at == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        Path.replace = count  # type: ignore[method-assign,assignment]
        committed()

    publish.publish = published
    sealer.seal()


def fill_up(pages: int) -> None:
    """Every connection is told that the file ends there; the error is that of a full disk."""
    whole = environment.sqlite

    def short(path: Path) -> dict[str, object]:
        made = whole(path)
        made["OPTIONS"]["init_command"] += f"PRAGMA max_page_count={pages};"
        return made

    environment.sqlite = short


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
