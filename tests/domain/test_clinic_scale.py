"""The scales that are proposed for totals which a clinic gave."""

from symptrack.domain.clinic_scale import ClinicScale, load_clinic_scales
from symptrack.domain.words import Direction


def test_the_proposed_scales_have_their_published_range() -> None:
    # MADRS: ten items of 0 to 6 (Montgomery and Åsberg 1979); QIDS-SR16: nine domains of 0 to 3
    # (Rush 2003).
    assert load_clinic_scales() == (
        ClinicScale(name="MADRS", low=0, high=10 * 6, higher_is=Direction.WORSE),
        ClinicScale(name="QIDS-SR16", low=0, high=9 * 3, higher_is=Direction.WORSE),
    )
