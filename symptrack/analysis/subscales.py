"""The published clusters of a questionnaire's items, each with its own sum."""

from collections import defaultdict
from collections.abc import Mapping

from symptrack.domain.instrument import Instrument


def subscales(instrument: Instrument, answers: Mapping[str, int]) -> dict[str, int | None]:
    """Return the sum of each cluster of items, ``None`` where one of its items has no answer.

    The PCL-5's are those of DSM-5: B intrusion, C avoidance, D cognition and mood, E arousal (VA
    National Center for PTSD). Sums only: its rule for a diagnosis is not applied anywhere. An
    instrument without clusters has none.
    """
    values: defaultdict[str, list[int | None]] = defaultdict(list)
    for item in instrument.items:
        if item.cluster:
            values[item.cluster].append(answers.get(item.key))
    return {
        cluster: None if None in found else sum(value or 0 for value in found)
        for cluster, found in values.items()
    }
