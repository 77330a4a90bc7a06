"""Telling what a file is by its first bytes, never by its suffix."""

import codecs
import re

#: formats that are read, by the bytes at their beginning
_AUDIO = re.compile(
    rb"(?P<mp3>\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff][^\xf0-\xff][^\xff]?)"
    rb"|(?P<adts>\xff[\xf0\xf1\xf8\xf9])"
    rb"|(?P<mp4>.{4}(?:ftyp|moov|mdat|moof|styp|wide|free|skip|pnot))"
    rb"|(?P<ogg>OggS)"
    rb"|(?P<flac>fLaC)"
    rb"|(?P<wav>(?:RIFF|RF64|BW64).{4}WAVE)"
    rb"|(?P<aiff>FORM.{4}AIF[FC])",
    re.DOTALL,
)

#: everything else that has been seen under the name of an audio file, in words
_OTHER = re.compile(
    rb"(?P<a_Git_LFS_pointer>version https://git-lfs)"
    rb"|(?P<a_WebM_or_Matroska_file>\x1aE\xdf\xa3)"
    rb"|(?P<a_Windows_Media_file>0&\xb2u\x8ef\xcf\x11)"
    rb"|(?P<an_AAC_file_in_the_old_ADIF_form>ADIF)"
    rb"|(?P<an_AMR_voice_recording>#!AMR)"
    rb"|(?P<a_Core_Audio_file>caff)"
    rb"|(?P<a_MIDI_file>MThd)"
    rb"|(?P<an_AC_3_file>\x0bw)"
    rb"|(?P<a_Monkeys_Audio_file>MAC )"
    rb"|(?P<a_WavPack_file>wvpk)"
    rb"|(?P<a_Musepack_file>MPCK|MP\+)"
    rb"|(?P<an_AVI_video>RIFF.{4}AVI )"
    rb"|(?P<a_JPEG_picture>\xff\xd8\xff)"
    rb"|(?P<a_PNG_picture>\x89PNG)"
    rb"|(?P<a_PDF_document>%PDF)"
    rb"|(?P<a_ZIP_archive>PK\x03\x04)"
    rb"|(?P<a_gzip_archive>\x1f\x8b)"
    rb"|(?P<an_HTML_page>\s*(?:<!--.{0,200}?-->\s*)?<(?:!doctype html|html|head|body|script|meta)\b)"
    rb"|(?P<an_XML_document>\s*<(?:\?xml|rss|Error)\b)"
    rb'|(?P<a_JSON_document>\s*[{\[]\s*["{\[\]}0-9])'
    rb"|(?P<a_playlist>#EXTM3U|\[playlist\])",
    re.DOTALL | re.IGNORECASE,
)


def sniff_audio(head: bytes) -> str:
    """The format that ``head`` begins: mp3, adts, mp4, ogg, flac, wav, aiff; empty when it is none."""
    match = _AUDIO.match(head)
    return (match.lastgroup or "") if match else ""


def name_content(head: bytes) -> str:
    """What a file that is no audio is, in words: ``an HTML page``; empty when it cannot be told."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if match := _OTHER.match(head):
        return (match.lastgroup or "").replace("_", " ")
    if head and not head.strip(b"\0"):
        return "a row of zeros, as a broken download leaves behind"
    return "a text file" if _is_text(head) else ""


def _is_text(head: bytes) -> bool:
    # The last character may be cut off, which the decoder of a stream does not mind.
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(head)
    except UnicodeDecodeError:
        return False
    return bool(text) and all(char >= " " or char in "\t\n\r\f" for char in text)
