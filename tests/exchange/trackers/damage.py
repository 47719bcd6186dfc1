"""Damaged and hostile versions of a sample, the same ones for the same number."""

import base64
import csv
import io
import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from tests.exchange.trackers.samples import sample

ODD_CELLS = [
    "", " ", "\x00", "x" * 25_000, "=1+1", "'=1", "-1", "11", "99999999999", "1e9", "NaN", "0.5",
    "٣", "²", "24:00", "12:60 PM", "13:00 PM", "0:00 AM", "9:05\u202fPM", "2026-02-30",
    "9999-12-31", "0001-01-01", "31 June", "0 września", "32nd Sep 2020", "1st Foo 2020",
    "1st Jan 0001", "2026-03-01T09:30:41+23:59", "9999-12-31T23:59:59-23:59", "a | b | | c",
    "<br><b", "&#0;&#x110000;&lt;", "\u202e\ud7ff", "1:00:00", "0.0:", ":", "5:None", "mood",
    "Dizziness ()", "(Mild)", "((((((((", "Sleep: 11/10", "Sleep Quality: 8/10 points", "year",
]  # fmt: skip
ODD_VALUES: list[Any] = [
    None, True, -1, 0, 13, 10**30, 0.5, 1e308, "", "x" * 25_000, "\ud800", [], {}, [[]], [{}],
    {"id": {}}, [{"id": []}], "<br>", [True], [None, 14],
]  # fmt: skip


def damaged_bytes(random: Random, data: bytes) -> bytes:
    """Return a file with some bytes replaced, cut out, put in or said twice."""
    for _change in range(random.randint(1, 3)):
        start, length = random.randint(0, len(data)), random.choice([0, 1, 2, 50, len(data)])
        new = random.choice(
            [random.randbytes(random.randint(0, 6)), b'"', b",", b"\n", b"\xef\xbb\xbf", b"PK\3\4",
             data[start : start + length] * 3]
        )  # fmt: skip
        data = data[:start] + new + data[start + length :]
    return data


def damaged_cells(random: Random, data: bytes) -> bytes:
    """Return a CSV file with some cells, rows or columns changed."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for _change in range(random.randint(1, 4)):
        row = random.choice(rows)
        how = random.randint(0, 5)
        if how == 0:
            rows.insert(random.randint(0, len(rows)), list(row))
        elif how == 1:
            row.append(random.choice(ODD_CELLS))
        elif row:
            row[random.randrange(len(row))] = random.choice(ODD_CELLS)
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def damaged_tree(random: Random, data: bytes) -> bytes:
    """Return a JSON text with a value or a key changed somewhere."""
    document = json.loads(data)
    for _change in range(random.randint(1, 3)):
        node: Any = document
        while True:
            places = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not places:
                break
            place = random.choice(places)
            if isinstance(node[place], dict | list) and node[place] and random.random() < 0.8:
                node = node[place]
                continue
            if random.randint(0, 3):
                node[place] = deepcopy(random.choice(ODD_VALUES))
            else:
                del node[place]
            break
    return json.dumps(document).encode()


def _csv(name: str) -> Callable[[Random], bytes]:
    data = sample(name).read_bytes()

    def damaged(random: Random) -> bytes:
        return random.choice([damaged_bytes, damaged_cells])(random, data)

    return damaged


def zipped(name: str, content: bytes) -> bytes:
    """Return a zip that holds one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def _emoods_backup(random: Random) -> bytes:
    if random.randint(0, 1):
        return damaged_bytes(random, sample("emoods_backup").read_bytes())
    inner = random.choice([damaged_bytes, damaged_cells])
    return zipped("entry.csv", inner(random, sample("emoods_entry").read_bytes()))


def _daylio_backup(random: Random) -> bytes:
    whole = sample("daylio_backup_v15").read_bytes()
    how = random.randint(0, 3)
    if how == 0:
        return damaged_bytes(random, whole)
    text = zipfile.ZipFile(io.BytesIO(whole)).read("backup.daylio")
    if how == 1:
        return zipped("backup.daylio", damaged_bytes(random, text))
    inner = random.choice([damaged_bytes, damaged_tree, damaged_tree])
    return zipped("backup.daylio", base64.b64encode(inner(random, base64.b64decode(text))))


DAMAGED: dict[str, Callable[[Random], bytes]] = {
    "Daylio 2017": _csv("daylio_era1_localised_pl_short_last_row"),
    "Daylio 2020": _csv("daylio_era2_2020_full_date_12h_bom_no_trailing_nl"),
    "Daylio 2021, no header": _csv("daylio_era2_headerless_es_bom"),
    "Daylio 2022": _csv("daylio_era3_2022_note_title_lower_ampm"),
    "Daylio 2026": _csv("daylio_era4_2026_scales_html_notes"),
    "Daylio backup": _daylio_backup,
    "Bearable": _csv("bearable_2021_ordinal_dates_time_blocks"),
    "eMoods": _csv("emoods_entry"),
    "eMoods backup": _emoods_backup,
    "Track & Graph": _csv("trackandgraph_5col"),
    "Track & Graph, old": _csv("trackandgraph_legacy_4col_value_label"),
}
