"""Licences by the identifiers that a feed names them with.

The list of the podcast namespace (docs/examples/license/licenses.json), and of SPDX's list the licences for
content: Creative Commons, other documentation and media licences, and the commonest ones for software.
"""

from collections.abc import Iterator
from functools import cache

#: the namespace's own
PODCAST = ("ARR", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "POD-V4V-1.0")

_CREATIVE_COMMONS = ("BY", "BY-NC", "BY-NC-ND", "BY-NC-SA", "BY-ND", "BY-SA")
_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")
#: versions that were written for the law of one country
_PORTED = tuple(
    "CC-BY-2.5-AU CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US "
    "CC-BY-NC-3.0-DE CC-BY-NC-ND-3.0-DE CC-BY-NC-ND-3.0-IGO CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR "
    "CC-BY-NC-SA-2.0-UK CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-ND-3.0-DE CC-BY-SA-2.0-UK "
    "CC-BY-SA-2.1-JP CC-BY-SA-3.0-AT CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO".split()
)
_OTHERS = tuple(
    "CC0-1.0 CC-PDDC CC-PDM-1.0 CC-SA-1.0 0BSD AGPL-3.0-only AGPL-3.0-or-later Apache-2.0 Artistic-2.0 "
    "BSD-2-Clause BSD-3-Clause BSL-1.0 C-UDA-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 "
    "DL-DE-BY-2.0 DL-DE-ZERO-2.0 EUPL-1.2 FDK-AAC FreeBSD-DOC GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2-only "
    "GFDL-1.2-or-later GFDL-1.3-only GFDL-1.3-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only "
    "GPL-3.0-or-later ISC LAL-1.2 LAL-1.3 LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later "
    "MIT MIT-0 MPL-2.0 NLOD-1.0 NLOD-2.0 O-UDA-1.0 ODbL-1.0 ODC-By-1.0 OFL-1.1 OGL-Canada-2.0 OGL-UK-1.0 "
    "OGL-UK-2.0 OGL-UK-3.0 OPL-1.0 OPUBL-1.0 PDDL-1.0 Unlicense WTFPL Zlib".split()
)


@cache
def list_licences() -> frozenset[str]:
    """All identifiers, as they are written."""
    return frozenset((*PODCAST, *_creative_commons(), *_PORTED, *_OTHERS))


@cache
def folded_licences() -> dict[str, str]:
    """Identifier without regard to case -> as it is written."""
    return {name.casefold(): name for name in list_licences()}


def _creative_commons() -> Iterator[str]:
    for terms in _CREATIVE_COMMONS:
        for version in _VERSIONS:
            yield f"CC-{terms}-{version}"
