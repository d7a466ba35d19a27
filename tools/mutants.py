"""Break the bounds on purpose, one small thing at a time, and see whether a test notices.

    python -m tools.mutants                     300 faults, the same ones each time
    python -m tools.mutants --all clauses/cap   every fault of one file
    python -m tools.mutants --sample 50 --seed 2 clauses asking

Each fault is made in a copy of the checkout. First the tests that are about the file run, and all
tests of the bounds if those did not notice. What nobody noticed is printed: a missing test, or a
change that makes no difference.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src/remit/core/bounds")
TESTS = Path("tests/core/bounds")
DEFAULT = ("clauses", "asking", "cover", "standing", "clause", "counting", "deed", "finding")
SECONDS = 240
"""After this long a run counts as failed: the fault made something go on for ever."""
ABOUT = {
    "asking": "test_bounds_ask.py test_bounds_above.py test_bounds_order.py",
    "cover": "test_bounds_cover.py test_bounds_cover_properties.py",
    "standing": "test_bounds_ask.py test_bounds_above.py",
    "counting": "clauses",
    "deed": "clauses test_bounds_order.py",
}
"""By file, the tests that are about it. Those of a clause are found by its kind."""
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}
VERDICTS = {"met": "breached", "breached": "met", "needs": "met", "unknown": "met"}
NAMES = {"all": "any", "any": "all", "min": "max", "max": "min"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one thing changed."""

    path: Path
    line: int
    change: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.change}"


class Copy:
    """The checkout once more, to be broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("src", "tests", "tools", "bench", "docs"):
            if (ROOT / name).exists():
                shutil.copytree(ROOT / name, folder / name)
        shutil.copy2(ROOT / "pyproject.toml", folder)

    def notices(self, path: Path, text: str, tests: Sequence[str]) -> bool:
        """Whether one of these tests fails once the file says this; it is mended afterwards."""
        place = self.folder / path
        before, times = place.read_text(encoding="utf-8"), place.stat()
        place.write_text(text, encoding="utf-8")
        try:
            return not self.passes(tests)
        finally:
            place.write_text(before, encoding="utf-8")
            os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))

    def passes(self, tests: Sequence[str]) -> bool:
        """Whether all these tests pass, as the copy stands."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
        # Bytecode knows a file by its second and its size: a change may keep both.
        quiet = {"PYTHONDONTWRITEBYTECODE": "1", "REMIT_HOME": str(self.folder / "var")}
        try:
            done = subprocess.run(
                [*command, *tests],
                cwd=self.folder,
                env={**os.environ, **quiet},
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def everything() -> list[str]:
    """All tests of the bounds, but those that compare pages with the code: those fail at once."""
    return [str(TESTS), "--ignore", str(TESTS / "test_bounds_reference.py")]


def about(path: Path) -> list[str]:
    """The tests that are about this file."""
    if path.parent.name == "clauses":
        where = [TESTS / "clauses", TESTS / "test_bounds_cover_properties.py"]
        return [*map(str, where), "-k", f"test_clauses_find or test_clauses_shown or {path.stem}"]
    return [str(TESTS / name) for name in ABOUT.get(path.stem, "test_bounds_ask.py").split()]


def mutants(path: Path) -> Iterator[Mutant]:
    """Every fault that is made in this file, one at a time."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in _running(tree):
        for name, old, new in _changes(node):
            before = ast.unparse(node)
            _put(node, name, new)
            change = f"{_short(before)}  ->  {_short(ast.unparse(node))}"
            yield Mutant(path, getattr(node, "lineno", 0), change, ast.unparse(tree))
            _put(node, name, old)


def _running(tree: ast.Module) -> Iterator[ast.AST]:
    """What runs when a deed is judged: the insides of functions."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                yield from ast.walk(statement)


Place = tuple[str, int | None]
"""A field of a node, and which of a list there."""


def _changes(node: ast.AST) -> Iterator[tuple[Place, object, object]]:
    """Where in this node something else could stand: what does, and what would."""
    match node:
        case ast.Compare(ops=ops):
            for n, op in enumerate(ops):
                yield ("ops", n), op, SWAPPED[type(op)]()
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in SWAPPED:
            yield ("op", None), op, SWAPPED[type(op)]()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield ("operand", None), operand, ast.UnaryOp(ast.Not(), operand)
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare):
            yield ("test", None), test, ast.UnaryOp(ast.Not(), test)
        case ast.comprehension(ifs=[_, *_] as ifs):
            yield ("ifs", None), ifs, []
        case ast.Constant(value=bool(value)):
            yield ("value", None), value, not value
        case ast.Constant(value=int(value)):
            yield ("value", None), value, value + 1
        case ast.Constant(value=str(value)) if value in VERDICTS:
            yield ("value", None), value, VERDICTS[value]
        case ast.Name(id=name) if name in NAMES:
            yield ("id", None), name, NAMES[name]


def _put(node: ast.AST, place: Place, what: object) -> None:
    name, n = place
    if n is None:
        setattr(node, name, what)
    else:
        getattr(node, name)[n] = what


def _short(code: str) -> str:
    first = code.splitlines()[0]
    return first if len(first) <= 90 else f"{first[:87]}..."


def sought(names: Sequence[str]) -> list[Path]:
    """The files that are called by these names, and those in folders called so."""
    found = []
    for name in names:
        place = ROOT / PACKAGE / name
        files = sorted(place.glob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
        found += [file.relative_to(ROOT) for file in files if file.name != "__init__.py"]
    return found


def survivors(tried: Sequence[Mutant], *, workers: int) -> Iterator[Mutant]:
    """Those that no test notices."""
    with tempfile.TemporaryDirectory(prefix="remit-mutants-") as folder:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for number in range(workers):
            (Path(folder) / str(number)).mkdir()
            copies.put(Copy(Path(folder) / str(number)))
        one = copies.get()
        if not one.passes(everything()):
            sys.exit("The tests of the bounds fail as they stand: mend that first.")
        copies.put(one)

        def lives(mutant: Mutant) -> bool:
            place = copies.get()
            try:
                return not any(
                    place.notices(mutant.path, mutant.text, tests)
                    for tests in (about(mutant.path), everything())
                )
            finally:
                copies.put(place)

        with ThreadPoolExecutor(workers) as pool:
            for number, (mutant, lived) in enumerate(
                zip(tried, pool.map(lives, tried), strict=True), start=1
            ):
                print(f"\r{number} of {len(tried)}", end="", file=sys.stderr, flush=True)
                if lived:
                    print(file=sys.stderr)
                    yield mutant


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("files", nargs="*", default=DEFAULT, help="files or folders of the bounds")
    parser.add_argument("--sample", type=int, default=300, help="how many faults are tried")
    parser.add_argument("--all", action="store_true", help="all of them, not a sample")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--workers", type=int, default=2, help="how many at the same time")
    options = parser.parse_args(arguments)
    found = [mutant for path in sought(options.files) for mutant in mutants(path)]
    tried = found
    if not options.all and options.sample < len(found):
        tried = random.Random(options.seed).sample(found, options.sample)
    lived = 0
    for mutant in survivors(tried, workers=options.workers):
        lived += 1
        print(mutant, flush=True)
    print(f"{len(tried)} of {len(found)} faults tried; {lived} that no test noticed.")
    return 1 if lived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
