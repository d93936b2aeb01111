import pytest

from holdfire.errors import HoldfireError
from holdfire.workflows.writing import whole_file


def test_a_file_is_written(tmp_path):
    with whole_file(tmp_path / "page.html") as file:
        file.write(b"whole")
    assert (tmp_path / "page.html").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path):
    old = tmp_path / "page.html"
    old.write_bytes(b"old")

    def fail():
        with whole_file(old) as file:
            file.write(b"ha")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert old.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("name", ["nowhere/page.html", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    target = tmp_path / name

    def write():
        with whole_file(target) as file:
            file.write(b"x")

    with pytest.raises(HoldfireError, match="cannot be written"):
        write()
    assert not list(tmp_path.iterdir())
