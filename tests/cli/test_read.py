import json

import pytest

from tests import stories
from tests.sources.making.docx import docx, p
from tests.sources.making.pdf import pdf
from tests.sources.making.warc import answer, packed, wacz


def test_text_holds_the_article_and_the_ledger_with_quotes(holdfire, story):
    done = holdfire("read", story)
    assert done.exit_code == 0
    assert "ordered every border" in done.stdout
    assert "must not" in done.stdout
    assert "“from Jan. 18” @" in done.stdout
    assert "\x1b" not in done.stdout
    assert all(line == line.rstrip() for line in done.stdout.splitlines())


def test_a_report_without_a_title_goes_by_its_file(holdfire, story):
    assert "story.txt" in holdfire("read", story).stdout
    assert "Flares!" in holdfire("read", "--title", "Flares!", story).stdout


def test_json_is_a_record_a_line(holdfire, story):
    done = holdfire("read", "--format", "json", "--with-text", story, story)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["text"] for record in records] == [stories.WORDS, stories.WORDS]


def test_a_page_holds_all_reports(holdfire, story, tmp_path):
    done = holdfire("read", "-f", "html", "-o", tmp_path / "page.html", story, story)
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "page.html").read_text().count('class="report"') == 2


def test_bad_files_get_a_line_each_and_the_others_are_read(holdfire, story, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "korean.txt").write_text(
        "국경경비대는 조명탄을 쏘라는 명령을 받았다. 병사들은 총을 쏘지 않았다."
    )
    done = holdfire(
        "read", "-f", "json", tmp_path / "empty.txt", story, tmp_path / "korean.txt", tmp_path / "gone.txt"
    )
    assert done.exit_code == 2
    assert len(done.stdout.splitlines()) == 1
    complaints = done.stderr.splitlines()
    assert len(complaints) == 3
    for name, complaint in zip(("empty.txt", "korean.txt", "gone.txt"), complaints, strict=True):
        assert complaint.startswith("holdfire: ")
        assert name in complaint


def test_when_no_file_is_good_no_output_is_made(holdfire, tmp_path):
    done = holdfire("read", "-f", "html", "-o", tmp_path / "page.html", tmp_path / "gone.txt")
    assert done.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_date_that_is_none_is_one_line_and_status_2(holdfire, story, tmp_path):
    done = holdfire("read", "-o", tmp_path / "out.txt", "--published", "someday", story)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "someday" in done.stderr
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    "arguments", [("read",), ("read", "--jsonl", "x.txt"), ("read", "--jsonl", "-f", "html")]
)
def test_nothing_to_read_is_said_in_one_line(holdfire, arguments):
    done = holdfire(*arguments)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_stdin_is_a_report(holdfire):
    done = holdfire("read", "-f", "json", "-", given=stories.WORDS)
    assert json.loads(done.stdout)["orders"]


def test_lines_give_a_record_or_an_error_in_their_place(holdfire):
    lines = [{"id": "1", "text": stories.WORDS}, {"id": "2"}, {"id": "3", "text": stories.WORDS}]
    given = "".join(json.dumps(line) + "\n" for line in lines)
    done = holdfire("read", "--format", "json", "--with-text", "--jsonl", given=given)
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert done.exit_code == 1
    assert (first["report"]["source_id"], third["report"]["source_id"]) == ("1", "3")
    assert (second["id"], set(second["error"])) == ("2", {"kind", "message"})
    assert done.stderr == ""


def test_good_lines_end_well(holdfire):
    done = holdfire("read", "--jsonl", given=json.dumps({"id": "1", "text": stories.WORDS}))
    assert done.exit_code == 0


def test_every_form_of_report_is_read_through_one_door(holdfire, tmp_path):
    paragraphs = [line for line in stories.WORDS.split("\n") if line]
    page = (
        "<html><body><article>"
        + "".join(f"<p>{line}</p>" for line in paragraphs)
        + "</article></body></html>"
    )
    forms = {
        "a.docx": docx("".join(map(p, paragraphs))),
        "b.html": page.encode(),
        "c.pdf": pdf([["The guards were told to hold their fire."]]),
        "d.rss": f"<rss><channel><item><description><![CDATA[{page}]]></description></item></rss>".encode(),
        "e.warc.gz": packed(answer(page.encode())),
        "f.wacz": wacz({"archive/one.warc.gz": packed(answer(page.encode()))}),
        "g.png.html": b"\x89PNG\r\n\x1a\n" + bytes(range(64)),
    }
    for name, raw in forms.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "own").mkdir()
    done = holdfire("read", "-f", "json", tmp_path)
    assert [json.loads(line)["report"]["id"] for line in done.stdout.splitlines()]
    assert len(done.stdout.splitlines()) == 6
    assert done.exit_code == 2
    assert done.stderr.startswith(f"holdfire: {tmp_path}/g.png.html: is not text but an image (PNG)")
    assert len(done.stderr.splitlines()) == 1


def test_a_url_that_cannot_be_reached_is_one_line(holdfire):
    done = holdfire("read", "http://127.0.0.1:9/held")  # the port for what is thrown away
    assert done.exit_code == 2
    assert done.stderr.startswith("holdfire: http://127.0.0.1:9/held: cannot be got: ")
    assert len(done.stderr.splitlines()) == 1
