"""Language tags that are passed without a look into the registry."""

import pytest
from langcodes import standardize_tag, tag_is_valid

from feedpub.kinds.languages import _NAMES, _REGIONS, check_language


@pytest.mark.parametrize("language", sorted(set(_NAMES.values())))
def test_what_is_passed_without_a_look_is_what_the_registry_has(language: str) -> None:
    for tag in (language, *(f"{language}-{region}" for region in sorted(_REGIONS))):
        assert tag_is_valid(tag)
        assert standardize_tag(tag) == tag
        assert check_language(tag) is None
