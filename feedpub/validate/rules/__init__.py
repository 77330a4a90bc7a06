"""The rules: one file for each element, or kind of file, that is judged.

The folder is the registry (:mod:`feedpub.validate.registry`): a rule is in force as soon as its file is here.
Rules know nothing of each other.
"""
