"""Markdown to raw HTML, in the two flavours a show can choose. Nothing here is safe to publish yet."""

from collections.abc import Callable
from functools import cache
from typing import Any

#: cmark-gfm extensions (GitHub Flavored Markdown 0.29, sections 4.10, 6.5 and 6.9)
GFM_EXTENSIONS = ("table", "strikethrough", "autolink")


def render_markdown(markdown: str, flavour: str) -> str:
    """Raw HTML of ``markdown`` in the flavour ``commonmark`` or ``pelican``.

    Raises RecursionError and MemoryError on text that nests too deeply or grows too large.
    """
    return _pelican(markdown) if flavour == "pelican" else _commonmark()(markdown)


@cache
def _commonmark() -> Callable[[str], str]:
    """CommonMark with GFM's tables, strikethrough and bare addresses, and footnotes; raw HTML passes."""
    from cmarkgfm import cmark

    lib, ffi = cmark._cmark.lib, cmark._cmark.ffi
    options = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
    cmark.core_extensions_ensure_registered()
    extensions = [cmark.find_syntax_extension(name) for name in GFM_EXTENSIONS]
    rendered = 0

    def render(markdown: str) -> str:
        nonlocal rendered
        rendered += 1
        source = markdown.encode()
        parser = lib.cmark_parser_new(options)
        for extension in extensions:
            lib.cmark_parser_attach_syntax_extension(parser, extension)
        lib.cmark_parser_feed(parser, source, len(source))
        tree = lib.cmark_parser_finish(parser)
        text = lib.cmark_render_html(tree, options, lib.cmark_parser_get_syntax_extensions(parser))
        # The library writes two bytes that are no UTF-8 for a reference to a noncharacter, such as &#xFFFE;.
        html: str = ffi.string(text).decode("utf-8", "replace")
        if rendered > _LEAKED:
            free_tree, free_text = _cmark_free(cmark._cmark)
            free_tree(int(ffi.cast("uintptr_t", tree)))
            free_text(int(ffi.cast("uintptr_t", text)))
        lib.cmark_parser_free(parser)
        return html

    return render


#: so many trees may stay in memory: finding out how to free them is not worth it for a few
_LEAKED = 32


@cache
def _cmark_free(extension: Any) -> tuple[Callable[[int], object], Callable[[int], object]]:
    """What gives back a tree and a text to the C library.

    cmarkgfm 2025.10 frees neither (62 kB an episode, whose fresh pages cost twice as much time as the
    parsing) and has no name for the functions, but its module exports them on Linux and macOS. Where
    they are not exported the memory stays taken until the process ends.
    """
    import ctypes

    class Allocator(ctypes.Structure):
        _fields_ = [
            ("calloc", ctypes.c_void_p),
            ("realloc", ctypes.c_void_p),
            ("free", ctypes.CFUNCTYPE(None, ctypes.c_void_p)),
        ]

    try:
        library = ctypes.CDLL(extension.__file__)
        free_tree, allocator = library.cmark_node_free, library.cmark_get_default_mem_allocator
    except (AttributeError, OSError):
        return (lambda _: None), (lambda _: None)
    free_tree.argtypes, free_tree.restype = (ctypes.c_void_p,), None
    allocator.restype = ctypes.POINTER(Allocator)
    return free_tree, allocator().contents.free


def _pelican(markdown: str) -> str:
    converter = _pelican_converter()
    try:
        html: str = converter.convert(markdown)
        return html
    finally:
        converter.reset()


@cache
def _pelican_converter() -> Any:
    """Python-Markdown as Pelican sets it up (its setting MARKDOWN), without the metadata, read elsewhere."""
    from markdown import Markdown

    extensions = ["markdown.extensions.extra", "markdown.extensions.codehilite"]
    codehilite = {"css_class": "highlight", "use_pygments": False}
    return Markdown(
        extensions=extensions,
        extension_configs={"markdown.extensions.codehilite": codehilite},
        output_format="html",
    )
