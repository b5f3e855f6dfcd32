"""The parts of the watch: what each is called, and how it is made when it is asked for."""

from desktop.pages.parts.page import PartPlace
from resources import N_

_NOW, _HOW, _COMPANY = N_("Now"), N_("How we do"), N_("The company")
PARTS = (
    PartPlace("warnings", N_("Warnings"), _NOW, "desktop.pages.watch.warnings:WarningPart"),
    PartPlace("clocks", N_("Clocks"), _NOW, "desktop.pages.clocks:ClocksPage"),
    PartPlace("elements", N_("Three elements"), _HOW, "desktop.pages.watch.elements:ElementsPart"),
    PartPlace("figures", N_("Coverage figures"), _HOW, "desktop.pages.watch.figures:FiguresPart"),
    PartPlace(
        "evaluations", N_("Evaluations"), _HOW, "desktop.pages.watch.evaluations:EvaluationPart"
    ),
    PartPlace(
        "thresholds", N_("Thresholds"), _COMPANY, "desktop.pages.watch.thresholds:ThresholdPart"
    ),
)
