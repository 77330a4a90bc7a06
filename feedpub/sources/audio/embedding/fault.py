"""Why there is no copy of an audio file with chapters in it."""


class CopyFault(ValueError):
    """No copy with chapters can be made; the text says why. Nothing was left behind."""


class OriginalFault(CopyFault):
    """The copy would take the place of the original."""
