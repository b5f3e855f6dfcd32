"""What is typed and not saved yet, lines and forms: kept in the room, and no evidence."""

import json

from desktop.warroom.doing import Doing
from desktop.warroom.incident import Incident
from desktop.warroom.scope import Scope


class HalfTyped(Doing):
    """Keeps half-typed text by the incident it is for; a room that is only read keeps none."""

    def keep_draft(self, text: str, incident: Incident | None = None) -> None:
        """Keep what stands half-typed in the log bar, of the incident on screen or another."""
        self._store.keep_draft(self._log_draft(incident), text)

    def draft(self) -> str:
        """What stood half-typed in the log bar when the room was last open."""
        return self._store.draft(self._log_draft())

    def keep_form(self, form: str, typed: dict[str, str]) -> None:
        """Keep what is typed into a form and not saved yet, of the incident on screen.

        Nothing typed forgets it.
        """
        self._store.keep_draft(self._form_draft(form), json.dumps(typed) if typed else "")

    def kept_form(self, form: str) -> dict[str, str]:
        """What was typed into a form and not saved."""
        kept = self._store.draft(self._form_draft(form))
        found: dict[str, str] = json.loads(kept) if kept else {}
        return found

    def _form_draft(self, form: str) -> str:
        return f"form{self._on_screen().held}/{form}"

    def _log_draft(self, incident: Incident | None = None) -> str:
        scope = Scope.of(self.incidents(), incident.id) if incident else self._on_screen()
        return f"log{scope.held}"
