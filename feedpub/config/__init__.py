"""`config.toml`, `show.toml` and the environment -> the settings of a show.

- :mod:`feedpub.config.workspace`: which folder is the workspace, which shows it holds
- :mod:`feedpub.config.settings`: the settings, put together from what each stage declares
- :mod:`feedpub.config.load`: reading them, with all complaints at once
- :mod:`feedpub.config.schema`: their JSON Schema

Nothing is imported here: a run that finds the settings in the cache needs none of the validators.
"""
