"""A journal whose every text was typed to do harm, and what was typed."""

from typing import Any

from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from tests.builders import (
    make_check_in,
    make_clinic_score,
    make_effect,
    make_journal,
    make_medication,
    make_series,
    make_session,
    make_visit,
)

FORMULA = '=HYPERLINK("http://a.example","x")'
HOSTILE = (
    FORMULA,
    "+1+cmd|' /C calc'!A0",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "<script>alert('x')</script> & <b>bold</b>",
    "first line\nsecond line\r\nthird, with \"quotes\"; and 'these'",
    "before\x00after",
    "\u202eright to left\u202c שלום مرحبا",
    "BEGIN:VEVENT\r\nSUMMARY:mine\\, and; more",
    "🌙 Ärger 今日は",
    "$\\frac{1}{0}$ and $x_",
    "long " * 4_000,
)


def hostile_journal(text: str) -> Journal:
    """Return a journal with a text in every place that takes it, cut where it is a label."""
    label = text[:200]
    one = make_series(name=label, goal=text, conditions=(label,))
    session = make_session(
        "2026-09-01 10:30", series_id=one.id, clinic=label, note=text, intention=text,
        medicines=text,
    )  # fmt: skip
    named: dict[str, Any] = {"name": label or "x"}
    return make_journal(
        patient=Patient(label=label, trusted_contact=text),
        symptoms=[Symptom(key="own", label=label, low=label, high=label)],
        side_effects=[OwnSideEffect(key="own_effect", label=label)],
        series=[one],
        sessions=[session],
        check_ins=[
            make_check_in(ratings={"own": 3}, side_effects=(make_effect("own_effect"),), note=text)
        ],
        clinic_scores=[make_clinic_score(**named)],
        medications=[make_medication(dose=label, note=text, **named)],
        visits=[make_visit(with_whom=label, questions=text, note=text)],
    )
