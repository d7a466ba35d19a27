"""The form itself: its sections, and in them boxes, texts by language, rows and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from remit.core.bounds import KINDS
from remit.core.words import Words, words
from remit.stages.charter.grant_form import shapes
from remit.stages.charter.grant_form.boxes import box_field, list_id, texts_field
from remit.stages.charter.grant_form.choices import LISTS
from remit.stages.charter.grant_form.names import HINTS, SORTS, column_name, name_of
from remit.stages.charter.grant_form.shapes import Box, Cell, Group, Rows, Shape, Texts
from remit.stages.charter.grant_form.sheet import kind_at, places
from remit.web.fields import languages
from remit.web.forms import Mistake
from remit.web.parts import Text
from remit.web.reading import own_name
from remit.web.values import plain

CLAUSES = "clauses"
SECTIONS: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    (
        "what",
        gettext_lazy("What, and by which law"),
        (
            "title",
            "scope",
            "code",
            "version",
            "parent",
            "authority",
            "vehicle",
            "binding",
            "undertaking",
        ),
    ),
    ("who", gettext_lazy("Who"), ("grantor", "holder", "backer", "backing_terms")),
    (
        "money-and-time",
        gettext_lazy("Money, time and risk"),
        ("currency", "backed_until", "review", "appetite"),
    ),
    (CLAUSES, gettext_lazy("Clauses"), ()),
    (
        "promise",
        gettext_lazy("Promise, appeal, ending, records"),
        ("promise", "appeal", "ending", "retention", "demonstration"),
    ),
)
"""By id: the heading, and the fields of the instrument that it has."""


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in a section: one box with those of other languages, or rows of boxes."""

    bound: BoundField | None = None
    others: tuple[BoundField, ...] = ()
    legend: str = ""
    name: str = ""
    rows: tuple[tuple[Item, ...], ...] = ()

    @property
    def open(self) -> bool:
        """Whether something stands in another language, or is wrong there."""
        return any(other.value() or other.errors for other in self.others)


@dataclass(frozen=True, slots=True)
class Card:
    """A clause."""

    place: int
    id: str
    kind: str
    heading: Words
    about: Words
    items: tuple[Item, ...]


class SheetForm(forms.Form):
    """The sheet with what is wrong in it. `positions` are those of the agency, with their titles.

    The sections are made first; from them the form has its fields.
    """

    def __init__(
        self,
        sheet: Mapping[str, str],
        errors: Mapping[str, Sequence[Words]] | None = None,
        *,
        positions: Mapping[str, Text],
    ) -> None:
        super().__init__(dict(sheet), use_required_attribute=False)
        self.sheet = sheet
        self.positions = positions
        self.lists: set[str] = set()
        self.called: dict[str, str] = {}
        self.cards: list[Card] = []
        self.sections = [
            (name, title, self._clauses() if name == CLAUSES else list(self._frame(fields)))
            for name, title, fields in SECTIONS
        ]
        self.full_clean()
        for name, told in (errors or {}).items():
            for one in told:
                self.add_error(self._field_of(name), plain(one))

    @property
    def mistakes(self) -> list[Mistake]:
        """What is to be mended, each with the clause it is in."""
        found = [Mistake("", str(error), "") for error in self.non_field_errors()]
        for bound in self:
            label = self.called[bound.name]
            found += [Mistake(label, str(e), str(bound.id_for_label)) for e in bound.errors]
        return found

    @property
    def suggestions(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The lists that boxes of this form point at."""
        return [
            (list_id(name), [(code, plain(text)) for code, text in self._list(name).items()])
            for name in sorted(self.lists)
        ]

    @property
    def kinds(self) -> list[tuple[str, Words]]:
        """The kinds of clause that can be added."""
        return [(kind, words(of.HEADING)) for kind, of in KINDS.items()]

    def _list(self, name: str) -> Mapping[str, Text]:
        known: dict[str, Text] = {code: words(text) for code, text in LISTS[name].items()}
        return self.positions or known if name == "positions" else known

    def _field_of(self, name: str) -> str | None:
        if name in self.fields:
            return name
        return next((field for field in self.fields if name and field.startswith(f"{name}.")), None)

    def _frame(self, fields: Sequence[str]) -> Iterator[Item]:
        for field in fields:
            shape = shapes.frame()[field]
            if isinstance(shape, Group):
                for name, cell in shape.boxes.items():
                    place = f"{field}.{name}"
                    yield self._cell(cell, place, name_of(place), place, required=not shape.open)
            else:
                yield self._item(shape, field, name_of(field), field)

    def _clauses(self) -> list[Item]:
        for place in places(self.sheet, CLAUSES):
            kind = kind_at(self.sheet, place)
            if kind:
                self.cards.append(self._card(place, kind))
        return []

    def _card(self, place: int, kind: str) -> Card:
        of, prefix, number = KINDS[kind], f"{CLAUSES}.{place}", f"B{place + 1}"
        items = [
            self._item(shape, f"{prefix}.{name}", name_of(name, kind), f"{kind}.{name}", number)
            for name, shape in shapes.clause(kind).items()
            # Its currency is that of the remit, unless somebody wrote another one.
            if name != "currency" or self.sheet.get(f"{prefix}.currency", "").strip()
        ]
        heading, about = words(of.HEADING), words(of.ABOUT)
        return Card(place, number, kind, heading, about, tuple(items))

    def _item(self, shape: Shape, name: str, label: str, about: str, clause: str = "") -> Item:
        if not isinstance(shape, Rows):
            assert not isinstance(shape, Group)
            return self._cell(shape, name, label, about, clause=clause)
        field = name.rpartition(".")[2]
        rows = tuple(
            tuple(
                self._cell(
                    cell,
                    f"{name}.{place}.{column}",
                    column_name(field, column),
                    "",
                    clause=clause,
                    number=str(number),
                )
                for column, cell in shape.columns.items()
            )
            for number, place in enumerate(places(self.sheet, name) or [0], start=1)
        )
        return Item(legend=_(label), name=name, rows=rows)

    def _cell(
        self,
        cell: Cell,
        name: str,
        label: str,
        about: str,
        *,
        clause: str = "",
        number: str = "",
        required: bool = True,
    ) -> Item:
        """`clause` and `number` tell it apart from others that are called the same."""
        said = " ".join(part for part in (_(label), number) if part)
        if isinstance(cell, Texts):
            return self._texts(cell, name, said, about, clause, required)
        hint = self._hint(cell, about) if number in ("", "1") else ""
        value = self.sheet.get(name, "")
        required = required and not cell.open and about not in MAY_BE_EMPTY
        field = box_field(
            cell, label=labelled(said, clause), hint=hint, value=value, required=required
        )
        return Item(self._add(name, field, said, clause, cell.suggest))

    def _texts(
        self, cell: Texts, name: str, said: str, about: str, clause: str, required: bool
    ) -> Item:
        bounds = []
        for place, code in enumerate(self._languages(name)):
            label = in_language(said, code)
            field = texts_field(
                cell,
                label=labelled(label, clause),
                hint=_(HINTS[about]) if about in HINTS and place == 0 else "",
                value=self.sheet.get(f"{name}.{code}", ""),
                language=code,
                required=required and place == 0,
            )
            bounds.append(self._add(f"{name}.{code}", field, label, clause))
        first, *others = bounds
        return Item(first, tuple(others))

    def _languages(self, name: str) -> list[str]:
        """Those of the site, that of the page first; then those in which something stands."""
        here = (get_language() or "").split("-")[0]
        own = sorted(languages(), key=lambda code: code != here)
        written = (box[len(name) + 1 :] for box in self.sheet if box.startswith(f"{name}."))
        return list(dict.fromkeys([*own, *written]))

    def _hint(self, box: Box, about: str) -> str:
        if about in HINTS:
            return _(HINTS[about])
        if box.sort == "amount":
            return _("In {currency}, such as 10000.00.").format(
                currency=self.sheet.get("currency", "")[:3]
            )
        if box.sort == "codes":
            known = ((code,) for code in self._list(box.suggest))
            codes = format_html_join(", ", "<code>{}</code>", known)
            return format_html(_(SORTS["codes"]), codes=codes)
        return _(SORTS[box.sort]) if box.sort in SORTS else ""

    def _add(
        self, name: str, field: forms.Field, said: str, clause: str, suggest: str = ""
    ) -> BoundField:
        self.fields[name] = field
        self.called[name] = format_html("{}, {}", clause, said) if clause else said
        if suggest:
            self.lists.add(suggest)
        return self[name]


MAY_BE_EMPTY = frozenset(
    {
        "authority.appropriation",
        "authority.section",
        "interests.position",
        "sub_remits.position",
    }
)


def in_language(said: str, code: str) -> SafeString:
    """The name of a box with that of a language, which is written in the language itself."""
    return format_html('{} (<span lang="{}">{}</span>)', said, code, own_name(code, code))


def labelled(said: str, clause: str) -> str:
    """The label; of a clause's box read out with the clause, which stands above for all to see."""
    return format_html('<span class="hidden">{} </span>{}', clause, said) if clause else said
