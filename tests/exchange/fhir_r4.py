"""Is it FHIR R4? The SMART project's models of R4, and what they leave open.

They know every element, its type and how often it may stand. Held here besides: the shapes of
FHIR's own kinds of values, the codes that are required, and that every reference leads somewhere.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from fhirclient.models.bundle import Bundle

_DAY = r"(19|2\d)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_CLOCK = r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?"
_OFFSET = r"(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))"
_INSTANT = re.compile(f"{_DAY}T{_CLOCK}{_OFFSET}")
_DATE_TIME = re.compile(f"{_DAY}(T{_CLOCK}{_OFFSET})?")
_TEXT = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f]*[^\s][^\x00-\x08\x0b\x0c\x0e-\x1f]*")
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DATE_TIMES = {"effectiveDateTime", "performedDateTime", "authored", "start", "end"}
_STATUS = {
    "Procedure": {"completed", "not-done"},
    "MedicationAdministration": {"completed"},
    "MedicationStatement": {"active", "completed"},
    "Observation": {"final"},
    "QuestionnaireResponse": {"completed"},
}
_VALUES = {"valueQuantity", "valueInteger", "valueString", "valueCodeableConcept"}

Resource = dict[str, Any]


def valid_resources(data: bytes) -> list[Resource]:
    """Check a bundle and return its resources in order."""
    bundle = json.loads(data)
    Bundle(bundle, strict=True)
    assert bundle["type"] == "collection"
    assert _INSTANT.fullmatch(bundle["timestamp"])
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(set(urls)) == len(urls)
    assert all(_URN.fullmatch(url) for url in urls)
    resources: list[Resource] = [entry["resource"] for entry in bundle["entry"]]
    kinds = dict(zip(urls, (one["resourceType"] for one in resources), strict=True))
    for resource in resources:
        _check_values(resource)
        _check_resource(resource, kinds)
    return resources


def of_type(resources: list[Resource], name: str) -> list[Resource]:
    """Return the resources of a type."""
    return [one for one in resources if one["resourceType"] == name]


def fields(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every field in a resource, at any depth, by name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner
            yield from fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner)


def _check_values(resource: Resource) -> None:
    for name, value in fields(resource):
        assert value not in ("", [], {}, None), name
        if isinstance(value, str):
            assert _TEXT.fullmatch(value), name
        if name in _DATE_TIMES:
            assert _DATE_TIME.fullmatch(value), value
        if name == "issued":
            assert _INSTANT.fullmatch(value), value
        if name == "birthDate":
            assert re.fullmatch(_DAY, value), value


def _check_resource(resource: Resource, kinds: dict[str, str]) -> None:
    kind = resource["resourceType"]
    targets = [value for name, value in fields(resource) if name == "reference"]
    assert all(target in kinds for target in targets)
    if kind in _STATUS:
        assert resource["status"] in _STATUS[kind]
        assert kinds[resource["subject"]["reference"]] == "Patient"
    for one in resource.get("partOf", []):
        assert kinds[one["reference"]] == "Procedure"
    for one in resource.get("derivedFrom", []):
        assert kinds[one["reference"]] == "QuestionnaireResponse"
    if kind == "Observation":
        assert len(_VALUES & resource.keys()) == (0 if "component" in resource else 1) or (
            "valueQuantity" in resource
        )
        assert ("effectiveDateTime" in resource) != ("effectivePeriod" in resource)
    if kind == "MedicationAdministration" and "dosage" in resource:
        assert "dose" in resource["dosage"]  # mad-1
    for name, value in fields(resource):
        if name.endswith("Period"):
            assert value.get("start", "")[:10] <= value.get("end", "9")[:10]  # per-1
