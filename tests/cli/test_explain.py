from tests import stories


def test_the_values_at_an_offset_are_explained(holdfire, story):
    done = holdfire("explain", "--at", stories.at("Jan. 18").start, story)
    assert done.exit_code == 0
    assert "orders.0.effective_from" in done.stdout
    assert "time.month_day" in done.stdout
    assert "farther from the publication date" in done.stdout
    assert "orders.0.issuer" not in done.stdout


def test_where_nothing_stands_it_says_so(holdfire, story):
    done = holdfire("explain", "--at", 0, story)
    assert done.exit_code == 0
    assert "No value" in done.stdout


def test_a_bad_file_is_one_line_and_status_2(holdfire, tmp_path):
    done = holdfire("explain", tmp_path / "gone.txt")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_number_that_is_none_is_said_in_plain_words(holdfire, story):
    assert "'abc' is no whole number" in holdfire("explain", story, "--at", "abc").stderr
    assert "-1 is not 0 or more" in holdfire("explain", story, "--at", "-1").stderr
    assert "70000 is not 0 to 65535" in holdfire("serve", story, "--port", "70000").stderr
