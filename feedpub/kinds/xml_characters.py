"""Characters that no feed can hold, however they are written."""

#: one of them, as a regular expression: what XML 1.0 forbids (section 2.2, production ``Char``), and the
#: halves of characters that could not be decoded
NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
