"""When charts begin, and what is said until then."""

from symptrack.texts import _, ngettext

_LEAST_SESSIONS, _LEAST_CHECK_INS = 1, 2


def enough_to_draw(sessions: int, check_ins: int) -> bool:
    """Whether charts have begun: with one done session and two check-ins that rate something."""
    return sessions >= _LEAST_SESSIONS and check_ins >= _LEAST_CHECK_INS


def empty_words(sessions: int, check_ins: int, *, infusions: bool) -> tuple[str, str]:
    """Return the heading and the sentences of the empty state: what starts it, what there is.

    ``infusions`` says that the sessions are called so, being given into a vein.
    """
    if infusions:
        starts = _("Charts start with one infusion and two check-ins.")
        counted = ngettext("one infusion", "{count} infusions", sessions)
        none = _("no infusion")
    else:
        starts = _("Charts start with one session and two check-ins.")
        counted = ngettext("one session", "{count} sessions", sessions)
        none = _("no session")
    noted = ngettext("one check-in", "{count} check-ins", check_ins)
    have = _("You have {sessions} and {check_ins} so far.").format(
        sessions=counted.format(count=sessions) if sessions else none,
        check_ins=noted.format(count=check_ins) if check_ins else _("no check-in"),
    )
    return _("No chart yet"), f"{starts} {have}"
