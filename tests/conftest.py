"""What holds for all tests: the same examples each time, and no trace left in the checkout."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "feedpub",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("feedpub")
