"""Each rule about the cut of the code catches its bad sample and passes its good one."""

from __future__ import annotations

import pytest

from tools.tidy import shape
from tools.tidy.source import Rule, Source

PAGES = "src/remit/stages/fund/pages.py"
MODELS = "src/remit/stages/fund/models.py"

CAUGHT: list[tuple[Rule, str, str]] = [
    (shape.pages_ask_reads, PAGES, "Commitment.objects.all()"),
    (shape.pages_ask_reads, "src/remit/stages/fund/pages/commit.py", "Commitment.objects"),
    (shape.pages_ask_reads, PAGES, "connection.cursor()"),
    (shape.real_foreign_keys, MODELS, "models.ForeignKey('charter.Remit', on_delete=PROTECT)"),
    (shape.real_foreign_keys, MODELS, "ForeignKey(to='charter.Remit', on_delete=PROTECT)"),
    (shape.real_foreign_keys, MODELS, "models.ManyToManyField('Person')"),
    (shape.no_utils, "src/remit/web/utils.py", ""),
    (shape.no_utils, "src/remit/utils/text.py", ""),
    (shape.no_signals, MODELS, "from django.dispatch import receiver"),
    (shape.no_signals, MODELS, "from django.db.models.signals import post_save"),
    (shape.no_signals, MODELS, "from django.db.models import signals"),
    (shape.no_save_overrides, MODELS, "class A(Model):\n    def save(self): ..."),
    (shape.no_save_overrides, MODELS, "class A(Model):\n    def delete(self): ..."),
    (shape.one_permission_system, PAGES, "request.user.has_perm('x')"),
    (
        shape.one_permission_system,
        PAGES,
        "from django.contrib.auth.decorators import user_passes_test",
    ),
    (shape.one_permission_system, PAGES, "@permission_required('x')\ndef page(): ..."),
    (shape.no_bare_ignores, MODELS, "x = 1  # noqa"),
    (shape.no_bare_ignores, MODELS, "x = 1  # type: ignore"),
]

PASSED: list[tuple[Rule, str, str]] = [
    (shape.pages_ask_reads, "src/remit/stages/fund/reads.py", "Commitment.objects.all()"),
    (shape.pages_ask_reads, PAGES, "reads.commitments(viewer)"),
    (shape.real_foreign_keys, MODELS, "models.ForeignKey(Remit, on_delete=PROTECT)"),
    (shape.real_foreign_keys, MODELS, "models.ForeignKey('self', on_delete=PROTECT)"),
    (shape.no_utils, "src/remit/web/charts.py", ""),
    (
        shape.no_signals,
        "src/remit/record/apps.py",
        "from django.db.models.signals import post_migrate",
    ),
    (shape.no_save_overrides, MODELS, "def save(path): ..."),
    (shape.one_permission_system, PAGES, "reads.may_see(viewer)"),
    (shape.no_bare_ignores, MODELS, "x = 1  # type: ignore[attr-defined]"),
]


@pytest.mark.parametrize(("rule", "path", "text"), CAUGHT)
def test_the_bad_sample_is_caught(rule: Rule, path: str, text: str) -> None:
    findings = list(rule(Source(path, text)))
    assert findings
    assert all(finding.path == path and finding.line >= 1 for finding in findings)


@pytest.mark.parametrize(("rule", "path", "text"), PASSED)
def test_the_good_sample_passes(rule: Rule, path: str, text: str) -> None:
    assert not list(rule(Source(path, text)))


def test_every_rule_has_a_bad_and_a_good_sample() -> None:
    assert {rule for rule, _, _ in CAUGHT} == {rule for rule, _, _ in PASSED} == set(shape.RULES)
