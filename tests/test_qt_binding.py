"""The Qt binding itself can be relied on: one release of it ends every program on Python 3.11."""

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 200
SLACK = 20


class Sender(QObject):
    """Has a signal, whose emission returns True."""

    sent = Signal()


def test_calls_into_qt_take_no_reference_to_none_or_true() -> None:
    sender = Sender()
    sender.setObjectName("warm")
    sender.sent.emit()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        sender.setObjectName("again")
        sender.sent.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(now > then - SLACK for now, then in zip(after, before, strict=True))
