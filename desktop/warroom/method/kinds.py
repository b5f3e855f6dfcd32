"""The kinds of the method that are looked for by their words."""

from desktop.warroom.method.clocks import Clock
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.method.media import MediaContact, MediaMeeting, PressKit
from desktop.warroom.method.plan import Audience, Measure, Objective
from desktop.warroom.method.risks import Control, Risk
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.subjects import Claim, LeakedData, Product, Service
from desktop.warroom.method.team import Post
from desktop.warroom.outlook import DecisionNeeded, Forecast
from desktop.warroom.record import Record

FOUND: tuple[type[Record], ...] = (
    *(Fact, FactSource, Product, LeakedData, Claim, Service),
    *(Objective, Measure, Audience, Clock, Post, Signal, Risk, Control),
    *(MediaContact, PressKit, MediaMeeting, Exercise, Finding),
    *(DecisionNeeded, Forecast),
)
