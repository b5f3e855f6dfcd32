"""The parts of the watch: what each is called, and how it is made when it is asked for."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartPlace
from desktop.pages.parts.part import Part
from desktop.warroom.room import WarRoom
from resources import N_


def _warnings(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.watch.warnings import WarningPart

    return WarningPart(room, parent)


def _clocks(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.clocks import ClocksPage

    return ClocksPage(room, parent)


def _thresholds(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.watch.thresholds import ThresholdPart

    return ThresholdPart(room, parent)


def _elements(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.watch.elements import ElementsPart

    return ElementsPart(room, parent)


def _figures(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.watch.figures import FiguresPart

    return FiguresPart(room, parent)


def _evaluations(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.watch.evaluations import EvaluationPart

    return EvaluationPart(room, parent)


_NOW, _HOW, _COMPANY = N_("Now"), N_("How we do"), N_("The company")
PARTS = (
    PartPlace("warnings", N_("Warnings"), _NOW, _warnings),
    PartPlace("clocks", N_("Clocks"), _NOW, _clocks),
    PartPlace("elements", N_("Three elements"), _HOW, _elements),
    PartPlace("figures", N_("Coverage figures"), _HOW, _figures),
    PartPlace("evaluations", N_("Evaluations"), _HOW, _evaluations),
    PartPlace("thresholds", N_("Thresholds"), _COMPANY, _thresholds),
)
