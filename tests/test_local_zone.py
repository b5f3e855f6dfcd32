"""The zone of the laptop has its name, wherever the name is written."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import tzlocal

from desktop.warroom.local_zone import local_zone

SUMMER, WINTER = datetime(2026, 7, 1), datetime(2026, 12, 1)


@pytest.fixture
def link(tmp_path: Path) -> Path:
    return tmp_path / "localtime"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An environment without a zone; tzlocal, which remembers its answer, forgets it after."""
    monkeypatch.delenv("TZ", raising=False)
    yield monkeypatch
    monkeypatch.undo()
    tzlocal.reload_localzone()


def test_a_link_names_the_zone_with_its_summer(asked, link: Path):
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    zone = local_zone(link)
    assert zone.utcoffset(SUMMER) == timedelta(hours=2)
    assert zone.utcoffset(WINTER) == timedelta(hours=1)


def test_the_environment_goes_before_the_link(asked, link: Path):
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    asked.setenv("TZ", "Asia/Hong_Kong")
    tzlocal.reload_localzone()
    assert local_zone(link).utcoffset(SUMMER) == timedelta(hours=8)


@pytest.mark.parametrize(
    "target", ["/usr/share/zoneinfo/Nowhere/Town", "/usr/share/zoneinfo/", "../somewhere"]
)
def test_a_link_that_names_no_zone_is_passed_over(asked, link: Path, target: str):
    link.symlink_to(target)
    assert local_zone(link) == tzlocal.get_localzone()


def test_without_a_link_the_zone_is_searched_for(asked, link: Path):
    assert local_zone(link) == tzlocal.get_localzone()
    link.write_bytes(b"TZif")
    assert local_zone(link) == tzlocal.get_localzone()
