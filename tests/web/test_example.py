"""Does the example open apart from the diary, and only for a person at this very machine?

Hazards: H-12.
"""

import re
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from spineward.web.shell import example
from tests.web.walk import Walker

SAYS = """
import socket, sys
with socket.create_server(("127.0.0.1", 0)) as server:
    print(f"http://127.0.0.1:{server.getsockname()[1]}/?token=x", flush=True)
    sys.stdin.read()
"""
"""A program that says its address and listens there, and ends when its input does."""
BUTTON = "Look at an example first"


@pytest.fixture
def at_home(walk: Walker) -> Walker:
    """Someone at the machine itself."""
    walk.client = Client(headers={"host": "127.0.0.1:8653"}, REMOTE_ADDR="127.0.0.1")
    return walk


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program in place of the example, ended with the test."""
    monkeypatch.setattr(example, "COMMAND", (sys.executable, "-c", SAYS))
    yield
    for one in example._started:
        assert one.process.stdin is not None
        one.process.stdin.close()
        one.process.wait(10)
        one.reader.join(10)
    example._started.clear()


@pytest.mark.sqlite
def test_a_new_person_is_led_to_the_example_by_a_link(at_home: Walker) -> None:
    assert BUTTON in at_home.open("/")
    at_home.send("/settings/example/")
    at_home.arrives("/settings/example/")
    assert re.search(r'href="http://127\.0\.0\.1:\d+/\?token=x"', at_home.text)


@pytest.mark.sqlite
def test_pressed_twice_there_is_one_example(at_home: Walker) -> None:
    at_home.send("/settings/example/")
    first = example.running()
    at_home.send("/settings/example/")
    assert example.running() is first is not None


@pytest.mark.sqlite
def test_it_ends_when_its_input_does(at_home: Walker) -> None:
    at_home.send("/settings/example/")
    (one,) = example._started
    assert one.process.stdin is not None
    one.process.stdin.close()
    assert one.process.wait(10) == 0
    assert example.running() is None
    assert "Show the example" in at_home.open("/settings/example/")


@pytest.mark.sqlite
def test_one_that_is_not_ready_yet_can_be_looked_for_again(
    at_home: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "COMMAND", (sys.executable, "-c", "import sys; sys.stdin.read()"))
    monkeypatch.setattr(example, "PATIENCE", 0.01)
    assert "Look again" in at_home.send("/settings/example/")


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1:8653", "192.168.1.7"), ("localhost.evil:80", "127.0.0.1")],
)
def test_from_elsewhere_there_is_no_example(
    walk: Walker, host: str, address: str, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    walk.client = Client(headers={"host": host}, REMOTE_ADDR=address)
    assert BUTTON not in walk.open("/")
    assert walk.client.post("/settings/example/").status_code == 404
    assert example._started == []


def test_where_the_database_is_one_for_many_there_is_no_example(
    at_home: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "connection", SimpleNamespace(vendor="postgresql"))
    assert BUTTON not in at_home.open("/")
    assert at_home.client.post("/settings/example/").status_code == 404
    assert example._started == []


def test_an_example_is_marked_on_every_page_and_offers_no_other(
    at_home: Walker, settings: Any
) -> None:
    settings.EXAMPLE = True
    for path in ("/", "/settings/", "/emergency/", "/nope/"):
        assert "Not your diary." in at_home.open(path), path
    assert BUTTON not in at_home.open("/")


def test_a_real_diary_is_not_marked(at_home: Walker) -> None:
    assert "Not your diary." not in at_home.open("/")
