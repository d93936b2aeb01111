from holdfire.workflows.examples import examples


def test_every_example_of_the_table_is_there():
    found = examples()
    assert len(found) >= 6
    assert all(each.path.is_file() and each.told.outlet and each.told.title for each in found)


def test_a_day_that_is_only_about_right_says_so():
    days = {each.path.name[:2]: each.told.published for each in examples()}
    assert days["07"] == "2022-01-26~"
    assert days["09"] == "2022-06-23"
