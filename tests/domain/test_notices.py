"""Credits and notices that must be shown word for word."""

from symptrack.domain.instrument import load_instruments, loinc_notice
from symptrack.resources import resource_path


def test_the_loinc_notice_is_the_one_written_down_at_the_top_of_the_catalogue() -> None:
    lines = resource_path("instruments.toml").read_text(encoding="utf-8").splitlines()
    remarks = " ".join(line.removeprefix("# ") for line in lines if line.startswith("#"))
    assert f'"{loinc_notice()}"' in remarks
    assert "copyright (c) Regenstrief Institute, Inc. and the LOINC Committee" in loinc_notice()


def test_every_questionnaire_has_its_credit_line() -> None:
    lines = {key: instrument.credit for key, instrument in load_instruments().items()}
    assert lines["phq9"] == lines["gad7"]
    for words in ("Spitzer, Williams, Kroenke", "educational grant from Pfizer Inc."):
        assert words in lines["phq9"]
    assert (
        "No permission required to reproduce, translate, display or distribute." in (lines["phq9"])
    )
    assert "public domain" in lines["pcl5"]
