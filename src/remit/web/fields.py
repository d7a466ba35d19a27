"""A text in several languages as a field of a form, and the moment at which a day begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from remit.web.inputs import SAID_LETTERS_MAX, mistake
from remit.web.parts import Lines, Value
from remit.web.reading import own_name


def begin_of(day: date) -> datetime:
    """The moment at which this day begins, where the agency is."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def languages() -> list[str]:
    """The languages that texts are written in: the site's, but for one made up for tests."""
    return [code for code, _name in settings.LANGUAGES if "-" not in code]


class SaidWidget(forms.MultiWidget):
    """A box for each language: that of the page first, the others behind a fold."""

    template_name = "web/forms/said.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(dict.fromkeys(languages(), forms.Textarea), attrs)

    def decompress(self, value: Any) -> list[str]:
        said = value if isinstance(value, Mapping) else {}
        return [said.get(code, "") for code in languages()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget, names = context["widget"], dict(settings.LANGUAGES)
        here = (translation.get_language() or "").split("-")[0]
        boxes = list(zip(languages(), widget["subwidgets"], strict=True))
        boxes.sort(key=lambda box: box[0] != here)
        for place, (code, box) in enumerate(boxes):
            box["attrs"] |= {"id": f"{widget['attrs'].get('id')}_{place}", "lang": code}
            box["attrs"].pop("required", None)  # one of them is enough
            box["label"], box["language"] = own_name(code, str(names[code])), code
        first, *others = [box for _code, box in boxes]
        filled = any(box["value"] for box in others)
        context["widget"] |= {"first": first, "others": others, "open": filled}
        return context


class SaidField(forms.Field):
    """What somebody writes in at least one language; cleaned to the texts by language."""

    widget = SaidWidget

    def clean(self, value: Any) -> dict[str, str]:
        boxes = zip(languages(), value or (), strict=False)
        texts = {code: (text or "").replace("\r\n", "\n").strip() for code, text in boxes}
        said = {code: text for code, text in texts.items() if text}
        if self.required and not said:
            raise mistake(_("This is needed."), _("Write it in at least one language."))
        for text in said.values():
            if len(text) > SAID_LETTERS_MAX:
                problem = _("It has {count} letters.").format(count=len(text))
                mend = _("Shorten it to {limit}.").format(limit=SAID_LETTERS_MAX)
                raise mistake(problem, mend)
        return said

    def shown(self, value: Any) -> Value:
        """Every language of it."""
        return Lines(tuple({code: text} for code, text in value.items()))
