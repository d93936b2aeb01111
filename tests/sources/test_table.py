"""A table of reports: what it tells of each file, and rows that are wrong."""

import csv

import pytest

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Told
from holdfire.sources.captures import captures
from holdfire.sources.reports import report_of
from holdfire.sources.table import is_table

STORY = "The soldiers at the border were told to hold their fire, a source said on Tuesday."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY + " It was the second.")
    return tmp_path


def whole(source) -> list[Capture]:
    """The captures of a source that is sound."""
    found = list(captures(source))
    assert not [each for each in found if isinstance(each, SourceError)]
    return [each for each in found if isinstance(each, Capture)]


def table(folder, words, name="reports.csv"):
    (folder / name).write_text(words, encoding="utf-8-sig")
    return folder / name


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_each_row_tells_of_its_file(folder, mark):
    rows = [["file", "Published", "outlet", "our notes"], ["a.txt", "2022-01-26~", "Daily NK", "x"]]
    path = table(folder, "\r\n".join(mark.join(row) for row in rows))
    (found,) = captures(path)
    assert found == Capture(
        STORY.encode(), str(folder / "a.txt"), "file", told=Told(None, "Daily NK", "2022-01-26~")
    )


def test_what_a_table_tells_goes_before_what_the_page_says_and_after_what_the_user_says(folder):
    (folder / "page.html").write_text(
        f"<html><head><title>Own</title></head><body><p>{STORY}</p></body></html>"
    )
    (found,) = whole(table(folder, "file,title,url\npage.html,Ours,https://example.org/1\n"))
    assert (report_of(found).title, report_of(found).url) == ("Ours", "https://example.org/1")
    assert report_of(found, Told("User's")).title == "User's"


def test_in_a_folder_a_file_comes_once_with_what_its_table_tells(folder):
    table(folder, "file,outlet\nb.txt,Daily NK\n")
    found = [(each.origin.rpartition("/")[2], each.told.outlet) for each in whole(folder)]
    assert found == [("b.txt", "Daily NK"), ("a.txt", None)]


def test_rows_that_are_wrong_are_named_and_the_rest_is_read(folder):
    path = table(
        folder,
        "file,published\nmissing.txt,2022\n,2022\na.txt,2022-02-30\n../../etc/passwd,2022\n/etc/passwd,2022\n"
        "\nb.txt,2022\n",
    )
    *wrong, right = captures(path)
    assert isinstance(right, Capture)
    assert all(isinstance(each, SourceError) for each in wrong)
    said = [str(each).removeprefix(str(path)) for each in wrong]
    assert said[0].startswith(", line 2: missing.txt: there is no such file")
    assert said[1].startswith(", line 3: names no file")
    assert said[2].startswith(', line 4: the date "2022-02-30": February 2022 has no day 30')
    assert said[3].startswith(", line 5: ../../etc/passwd lies outside the folder of the table")
    assert said[4].startswith(", line 6: /etc/passwd lies outside the folder of the table")


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("x")
    (folder / "link.txt").symlink_to(outside)
    (found,) = captures(table(folder, "file,outlet\nlink.txt,X\n"))
    assert isinstance(found, SourceError)


@pytest.mark.parametrize(
    "head", [b"file,size\na.txt,3\n", b"outlet,published\n", b"The file, published in May, was lost.\n", b""]
)
def test_other_lines_begin_no_table(head):
    assert not is_table(head)


@pytest.fixture
def narrow():
    """The width of a field that csv takes by itself: some library in this process may have raised it."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("narrow")
def test_a_table_that_breaks_off_stops_nothing_else(folder):
    path = table(folder, "file,outlet\nb.txt,Daily NK\na.txt," + "x" * 200_000 + "\n")
    first, broken, *rest = captures(folder)
    assert isinstance(first, Capture) and first.told.outlet == "Daily NK"
    assert str(broken).startswith(f"{path}, line 3: is no table from here on: field larger than")
    assert [each.origin for each in rest if isinstance(each, Capture)] == [str(folder / "a.txt")]
