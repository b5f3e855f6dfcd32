"""What a user should know of an arrival, in sentences: what was left out, what was put together."""

from desktop.warroom.exchange.arrival import Arrival
from resources import ngettext


def notes(arrival: Arrival, *, done: bool = False) -> list[str]:
    """The sentences; ``done`` once the rows are written."""
    in_room, in_file = len(arrival.twins.in_room), len(arrival.twins.in_file)
    found = []
    if arrival.left_out:
        found.append(_left_out(arrival.left_out, done).format(n=f"{arrival.left_out:,}"))
    if arrival.made:
        found.append(_made(len(arrival.made), done).format(n=f"{len(arrival.made):,}"))
    if in_room:
        found.append(_in_room(in_room, arrival.skips, done).format(n=f"{in_room:,}"))
    if in_file:
        found.append(_in_file(in_file, arrival.skips, done).format(n=f"{in_file:,}"))
    if arrival.stories and arrival.records:
        found.append(_stories(arrival))
    return found


def _left_out(n: int, done: bool) -> str:
    if done:
        return ngettext(
            "{n} row with faults was left out.", "{n} rows with faults were left out.", n
        )
    return ngettext(
        "{n} row with faults will be left out.", "{n} rows with faults will be left out.", n
    )


def _made(n: int, done: bool) -> str:
    if done:
        return ngettext("{n} new staff group was made.", "{n} new staff groups were made.", n)
    return ngettext("{n} new staff group will be made.", "{n} new staff groups will be made.", n)


def _in_room(n: int, skips: bool, done: bool) -> str:
    if not skips:
        return ngettext(
            "{n} is already in the room and comes in again.",
            "{n} are already in the room and come in again.",
            n,
        )
    if done:
        return ngettext(
            "{n} is already in the room and was left out.",
            "{n} are already in the room and were left out.",
            n,
        )
    return ngettext(
        "{n} is already in the room and will be left out.",
        "{n} are already in the room and will be left out.",
        n,
    )


def _in_file(n: int, skips: bool, done: bool) -> str:
    if not skips:
        return ngettext(
            "{n} says the same as a row above it and comes in again.",
            "{n} say the same as a row above them and come in again.",
            n,
        )
    if done:
        return ngettext(
            "{n} says the same as a row above it and was left out.",
            "{n} say the same as a row above them and were left out.",
            n,
        )
    return ngettext(
        "{n} says the same as a row above it and will be left out.",
        "{n} say the same as a row above them and will be left out.",
        n,
    )


def _stories(arrival: Arrival) -> str:
    return ngettext(
        "{items} items share a story.",
        "{items} items share {n} stories.",
        arrival.stories,
    ).format(items=f"{arrival.grouped:,}", n=f"{arrival.stories:,}")
