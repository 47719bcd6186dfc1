"""Totals of filled-in questionnaires that others published, item by item, with their own totals.

For the PHQ-9 and the GAD-7 three independent sources, each by the LOINC codes of its answers: HL7's
Personal Health Record Format (QuestionnaireResponse and Observation examples *ScoredAssessmentPHQ9*
and *…GAD7*), the PROMs module of the German Medizininformatik-Initiative (*mii-exa-pro-gad-7* and
*-phq-9*), and the sample data of the PACIO project
(*betsysmith-johnson01-qr-phq9-snf-admission-01*). For the PCL-5 one: the test data of
awell-health/awell-score (``src/scores/pcl_5``, *median_response* and *random_response*). The VA's
own documents give the rule, a plain sum, but no filled-in example was found there.
"""

import pytest

from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.questionnaire import Score, check_response, score
from symptrack.domain.words import TotalStatus
from tests.builders import make_response

PHQ9, GAD7 = load_instruments()["phq9"], load_instruments()["gad7"]
NOT, SEVERAL, MORE, NEARLY = "LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"

HL7_PHQ9 = {
    "44250-9": NOT,
    "44255-8": NOT,
    "44259-0": SEVERAL,
    "44254-1": SEVERAL,
    "44251-7": SEVERAL,
    "44258-2": NOT,
    "44252-5": NOT,
    "44253-3": NOT,
    "44260-8": NOT,
}
HL7_GAD7 = {
    "69725-0": NOT,
    "68509-9": NOT,
    "69733-4": SEVERAL,
    "69734-2": SEVERAL,
    "69735-9": NOT,
    "69689-8": SEVERAL,
    "69736-7": NOT,
}
PACIO_PHQ9 = {
    "44250-9": MORE,
    "44255-8": NEARLY,
    "44259-0": MORE,
    "44254-1": NEARLY,
    "44251-7": MORE,
    "44258-2": MORE,
    "44252-5": NEARLY,
    "44253-3": NEARLY,
    "44260-8": NEARLY,
}
MII_GAD7 = (MORE, NEARLY, MORE, SEVERAL, MORE, SEVERAL, MORE)
MII_PHQ9 = (NEARLY,) * 9
AWELL_PCL5_RANDOM = (4, 3, 1, 0, 3, 3, 4, 1, 2, 0, 3, 1, 0, 0, 1, 2, 4, 0, 0, 3)
AWELL_PCL5_MEDIAN = (2,) * 20


def in_order(instrument: Instrument, answers: tuple[str, ...]) -> dict[str, str]:
    """Return answers given in the order of the items by the items' codes."""
    return {item.loinc: code for item, code in zip(instrument.items, answers, strict=True)}


@pytest.mark.parametrize(
    ("instrument", "published", "total", "band"),
    [
        (PHQ9, HL7_PHQ9, 3, "Minimal"),
        (GAD7, HL7_GAD7, 3, "Minimal"),
        (GAD7, in_order(GAD7, MII_GAD7), 13, "Moderate"),
        (PHQ9, in_order(PHQ9, MII_PHQ9), 27, "Severe"),
        (PHQ9, PACIO_PHQ9, 23, "Severe"),
    ],
)
def test_the_total_is_the_one_that_was_published_with_the_answers(
    instrument: Instrument, published: dict[str, str], total: int, band: str
) -> None:
    keys = {item.loinc: item.key for item in instrument.items}
    values = {option.loinc: option.value for option in instrument.options}
    answers = {keys[item]: values[answer] for item, answer in published.items()}
    check_response(instrument, make_response(instrument=instrument.key, answers=answers))
    assert score(instrument, answers) == Score(total, TotalStatus.COMPLETE)
    assert instrument.band_of(total).label == band


@pytest.mark.parametrize(("published", "total"), [(AWELL_PCL5_RANDOM, 35), (AWELL_PCL5_MEDIAN, 40)])
def test_the_total_of_the_pcl_5_is_the_one_that_was_published_with_the_answers(
    published: tuple[int, ...], total: int
) -> None:
    pcl5 = load_instruments()["pcl5"]
    answers = {item.key: value for item, value in zip(pcl5.items, published, strict=True)}
    check_response(pcl5, make_response(instrument="pcl5", answers=answers))
    assert score(pcl5, answers) == Score(total, TotalStatus.COMPLETE)
    assert pcl5.band_of(total).label == "At or above the usual cut (31-33)"


def test_the_codes_of_the_difficulty_are_not_in_the_order_of_their_values() -> None:
    # LOINC: very difficult LA6575-0, extremely difficult LA6574-3, as the second source has it.
    found = {option.loinc: (option.value, option.text) for option in PHQ9.difficulty_options}
    assert found == {
        "LA6572-7": (0, "Not difficult at all"),
        "LA6573-5": (1, "Somewhat difficult"),
        "LA6575-0": (2, "Very difficult"),
        "LA6574-3": (3, "Extremely difficult"),
    }
