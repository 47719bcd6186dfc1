"""No test reaches a network, and so nothing of the program that a test runs does."""

import socket

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_test_can_make_an_internet_socket(family: socket.AddressFamily) -> None:
    with pytest.raises(PermissionError, match="asked for the network"):
        socket.socket(family, socket.SOCK_STREAM)
