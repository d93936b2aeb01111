"""What a user names, and the captures in it: in order, one at a time, the damaged named in their place."""

import inspect
import os
import socket
import sys
from pathlib import Path

import pytest

from holdfire.errors import SourceError
from holdfire.model.capture import Capture
from holdfire.sources.captures import captures

STORY = b"The soldiers at the border were told to hold their fire, a source said on Tuesday."


def origins(found):
    return [Path(each.origin).name if isinstance(each, Capture) else str(each) for each in found]


def test_a_file_is_one_capture(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(STORY)
    assert list(captures(path)) == [Capture(STORY, str(path), "file")]
    assert list(captures(str(path))) == list(captures(path))


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/1.html", "c.txt", "b/.hidden.txt", "b/photo.PNG", "b/style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(STORY)
    assert origins(captures(tmp_path)) == ["a.txt", "1.html", "2.txt", "c.txt"]


def test_a_folder_within_itself_is_entered_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_bytes(STORY)
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "z").symlink_to(tmp_path / "z")  # a link to itself
    found = list(captures(tmp_path))
    assert origins(found)[0] == "x.txt"
    assert len(found) == 2
    assert isinstance(found[1], SourceError)


def test_folders_may_lie_within_each_other_deeper_than_python_goes(tmp_path):
    deep = tmp_path
    for _ in range(300):
        deep /= "d"
        deep.mkdir()
    (deep / "e.txt").write_bytes(STORY)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        found = origins(captures(tmp_path))
    finally:
        sys.setrecursionlimit(limit)
    assert found == ["e.txt"]


def test_pipes_and_sockets_in_a_folder_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket.txt"))
        (tmp_path / "x.txt").write_bytes(STORY)
        assert origins(captures(tmp_path)) == ["x.txt"]


def test_an_empty_folder_holds_nothing(tmp_path):
    assert list(captures(tmp_path)) == []


def test_what_cannot_be_opened_is_named_and_the_rest_follows(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "x.txt").write_bytes(STORY)
    gone, there = captures(tmp_path)
    assert str(gone) == f"{tmp_path}/gone.txt: there is no such file (check the path)"
    assert isinstance(there, Capture)


@pytest.mark.skipif(os.geteuid() == 0, reason="this user may read everything")
def test_a_folder_that_may_not_be_opened_is_named(tmp_path):
    (tmp_path / "shut").mkdir(mode=0)
    [shut] = captures(tmp_path)
    assert "may not be read" in str(shut)


def test_a_name_that_is_no_text_is_kept_to_the_byte(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    Path(os.fsdecode(path)).write_bytes(STORY)
    [found] = captures(tmp_path)
    assert isinstance(found, Capture)
    assert found.origin == f"{tmp_path}/caf\\xe9\n.txt"
    found.origin.encode()


def test_no_url_is_opened_unasked():
    [refused] = captures("https://watch.example/held")
    assert "no network" in str(refused)


def test_a_url_is_got_by_what_the_caller_gives():
    def fetch(url):
        return Capture(STORY, url, "http", status=200)

    [found] = captures("https://watch.example/held", fetch=fetch)
    assert isinstance(found, Capture)
    assert (found.url, found.status) == ("https://watch.example/held", 200)
