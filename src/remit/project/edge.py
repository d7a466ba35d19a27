"""Gives each request its moment and a key nobody had before."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from remit.project import clock
from remit.web import edge


class EdgeMiddleware:
    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        edge.meet(request, at=clock.now(), key=uuid4())
        return self.answer(request)
