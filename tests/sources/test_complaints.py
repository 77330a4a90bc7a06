"""What is wrong with a file, told without burying the reader."""

from feedpub.kinds.fault import Fault
from feedpub.model import Finding, Place, Severity
from feedpub.sources.complaints import Complaints

ERROR = Fault("bad-cue", "the cue is bad", "mend it")
HINT = ERROR._replace(severity=Severity.INFO)


def test_findings_are_told_in_the_order_of_the_file() -> None:
    complaints = Complaints("a.vtt")
    complaints.add(HINT, 7, 3)
    complaints.take([Finding(Severity.WARNING, "odd", Place("a.vtt", 2), "it is odd")])
    complaints.add(ERROR)
    assert [str(one.place) for one in complaints.findings()] == ["a.vtt", "a.vtt:2", "a.vtt:7:3"]


def test_of_each_kind_ten_are_told_and_the_rest_is_counted() -> None:
    """An error is another kind than a hint of the same name: many of one hide none of the other."""
    complaints = Complaints("a.vtt")
    for line in range(1, 2001):
        complaints.add(HINT, line)
    assert not complaints.has_errors()
    complaints.add(ERROR, 3000)
    assert complaints.has_errors()
    messages = [one.message for one in complaints.findings()]
    assert messages == ["the cue is bad"] * 9 + ["the cue is bad (and 1,990 more like it)", "the cue is bad"]
