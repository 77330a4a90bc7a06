"""What users wrote, as messages show it."""


def quote(text: str) -> str:
    """What a user wrote, for a message: not too much of it, and nothing that a terminal would act on."""
    if len(text) > 60:
        text = text[:57] + "..."
    if not text.isprintable():
        text = "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)
    return f"`{text}`"
