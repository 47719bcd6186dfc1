"""The sums of a questionnaire's clusters."""

from symptrack.analysis.subscales import subscales
from symptrack.domain.instrument import load_instruments

PCL5 = load_instruments()["pcl5"]


def test_a_cluster_is_the_sum_of_its_items() -> None:
    answers = {item.key: 1 for item in PCL5.items} | {"q1": 4, "q20": 0}
    assert subscales(PCL5, answers) == {"B": 8, "C": 2, "D": 7, "E": 5}


def test_the_clusters_are_those_published_with_the_answers() -> None:
    # awell-health/awell-score, src/scores/pcl_5, random_response
    published = (4, 3, 1, 0, 3, 3, 4, 1, 2, 0, 3, 1, 0, 0, 1, 2, 4, 0, 0, 3)
    answers = {item.key: value for item, value in zip(PCL5.items, published, strict=True)}
    assert subscales(PCL5, answers) == {"B": 11, "C": 7, "D": 7, "E": 10}


def test_a_cluster_that_lacks_an_answer_has_no_sum() -> None:
    answers = {item.key: 2 for item in PCL5.items if item.key != "q6"}
    assert subscales(PCL5, answers) == {"B": 10, "C": None, "D": 14, "E": 12}


def test_a_questionnaire_without_clusters_has_none() -> None:
    assert subscales(load_instruments()["phq9"], {"q1": 3}) == {}
