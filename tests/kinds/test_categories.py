"""Apple's category tree, and the way back from names that are no longer in it."""

import pytest

from feedpub.kinds.categories import check_category
from feedpub.model.apple_categories import CATEGORIES, RETIRED, list_categories
from feedpub.model.category import Category, parse_category


def test_the_tree_has_19_categories_and_91_subcategories() -> None:
    assert (len(CATEGORIES), sum(map(len, CATEGORIES.values()))) == (19, 91)


@pytest.mark.parametrize("name", tuple(list_categories()))
def test_every_name_of_the_tree_passes(name: str) -> None:
    assert check_category(name) is None


@pytest.mark.parametrize(("name", "today"), tuple(RETIRED.items()))
def test_a_retired_name_leads_to_one_of_today(name: str, today: str) -> None:
    fault = check_category(name)
    assert fault is not None
    assert fault.message == f"`{name}` is no longer a category of Apple's" or today.endswith(f" > {name}")
    assert today == "" or check_category(today) is None
    assert today in fault.fix


def test_a_category_is_read_and_written_with_a_sign_between() -> None:
    assert parse_category(" Arts>Books ") == Category("Arts", "Books")
    assert str(Category("Arts", "Books")) == "Arts > Books"
