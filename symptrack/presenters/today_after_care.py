"""The after-care card of Today, on the day of a session."""

from datetime import datetime

from symptrack.analysis.follow_ups import day_here
from symptrack.domain.journal import Journal
from symptrack.domain.words import SessionStatus
from symptrack.presenters.today_views import AfterCare, Done
from symptrack.storage.store import Store
from symptrack.texts import _

HIDDEN = "after-care"
"""The journal's draft that keeps on which day the card was put away.

Nowhere else: the day alone says that there was a session.
"""


def after_care(store: Store, journal: Journal, now: datetime) -> AfterCare | None:
    """Return the card on a day of a session, done or planned, unless it was put away.

    Its lines are general ones; the clinic's own come first.
    """
    if not any(
        one.status is not SessionStatus.MISSED and day_here(one, now) == now.date()
        for one in journal.sessions
    ):
        return None
    hidden = store.draft(HIDDEN)
    if hidden is not None and hidden.content["on"] == now.date().isoformat():
        return None
    patient = journal.patient
    known = (patient.clinic_name.strip(), patient.clinic_phone.strip())
    return AfterCare(
        title=_("Follow your clinic’s own instructions first"),
        lines=(
            _("No driving until tomorrow."),
            _("Someone with you on the way home."),
            _("Stand up slowly."),
            _("Rest."),
            _("Call your clinic if side effects last beyond a few hours."),
        ),
        clinic=", ".join(part for part in known if part),
    )


def hide_after_care(store: Store, now: datetime) -> Done:
    """Put the card away for the day."""
    store.save_draft(HIDDEN, {"on": now.date().isoformat()})
    return Done(_("Hidden for today."), lambda: store.discard_draft(HIDDEN))
