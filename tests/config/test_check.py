"""What is said of keys and values that the settings do not take."""

from pathlib import Path

import pytest

from tests.config.workspace import COMPLETE, findings_of, make_workspace


@pytest.mark.parametrize(
    ("config", "message", "fix"),
    [
        ("titel = 'x'", "there is no setting `titel`", "did you mean `title`?"),
        ("feed-url = 'x'", "there is no setting `feed-url`", "did you mean `feed_url`?"),
        ("link = 'x'", "there is no setting `link`", "did you mean `site`?"),
        ("Image = 'x'", "there is no setting `Image`", "did you mean `artwork`?"),
        ("email = 'x'", "there is no setting `email`", "it belongs into the table [owner]"),
        ("folder = 'x'", "there is no setting `folder`", "it belongs into the table [episodes] or [audio] or [transcripts]"),
        ("[owner]\nname = 'x'\nemail = 'x@y.example'\ntitle = 'x'", "there is no setting `title` in [owner]", "it belongs at the top of the file, ahead of the first [table]"),
        ("[feed]\nfolder = 'x'", "there is no setting `folder` in [feed]", "it belongs into the table [episodes] or [audio] or [transcripts]"),
        ("[audo]\nurl = 'x'", "there is no table `audo`", "did you mean [audio]?"),
        ("[person.ada]\nname = 'x'", "there is no table `person`", "did you mean [people.ID]?"),
        ("[people.ada]\nname = 'x'\nrolle = 'x'", "there is no setting `rolle` in [people.ada]", "did you mean `role`?"),
        ("[[funding]]\nlable = 'x'\nurl = 'https://a.example/'", "there is no setting `lable` in [funding]", "did you mean `label`?"),
        ("[[social]]\nprotocol = 'activitypub'\nuri = 'https://a.example/1'\naccountId = '@a'", "there is no setting `accountId` in [social]", "did you mean `account_id`?"),
        ("[[images]]\nhref = 'a.png'\nurl = 'a.png'", "there is no setting `href` in [images]", "did you mean `url`?"),
        ("[licence]\nname = 'MIT'", "there is no table `licence`", "did you mean [license]?"),
        ("donate = 'https://a.example/'", "there is no setting `donate`", "did you mean `funding`?"),
        ("extra = [{ name = 'itunes:x', children = [{ name = 'itunes:y', txt = 'z' }] }]", "there is no setting `txt` in [extra.children]", "did you mean `text`?"),
        ("location = { nmae = 'x' }", "there is no setting `nmae` in [location]", "did you mean `name`?"),
        ("[[location]]\nname = 'x'\ngoe = 'geo:1,2'", "there is no setting `goe` in [location]", "did you mean `geo`?"),
        ("[feed]\nqqq = 1", "there is no setting `qqq` in [feed]", "what can be set here: hubs, locked, limit, stylesheet, namespaces, creators"),
    ],
)  # fmt: skip
def test_an_unknown_key_gets_what_was_meant(tmp_path: Path, config: str, message: str, fix: str) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE, config))
    assert (finding.name, finding.message, finding.fix) == ("unknown-key", message, fix)


@pytest.mark.parametrize(
    ("config", "message", "fix"),
    [
        ("title = 5", "`title` is the number `5`, but must be text in quotes", 'write title = "5"'),
        ("title = 2024-01-01", "`title` is the date `2024-01-01`, but must be text in quotes", 'write title = "The Lighthouse Hour"'),
        ("title = ['x']", "`title` is a list, but must be text in quotes", 'write title = "The Lighthouse Hour"'),
        ("explicit = 'yes'", "`explicit` is the text `yes`, but must be true or false", "write explicit = true"),
        ("explicit = 0", "`explicit` is the number `0`, but must be true or false", "write explicit = false"),
        ("categories = 'Arts'", "`categories` is the text `Arts`, but must be a list in [ ]", 'write categories = ["Arts"]'),
        ("categories = [5]", "`categories` is the number `5`, but must be text in quotes", 'write "5"'),
        ("categories = []", "`categories` is empty", 'write categories = ["Technology", "Society & Culture > Documentary"]'),
        ("type = 'serail'", "`type` is `serail`, which it cannot be", 'did you mean "serial"?'),
        ("type = 1", "`type` is `1`, which it cannot be", 'write "episodic" or "serial"'),
        ("title = ''", "`title`: is empty", 'write for example "The Lighthouse Hour"'),
        ("value = { suggested = 0.00005, recipients = [{ name = 'a', address = 'a@b.example', type = 'lnaddress', split = 1 }] }", "`value.suggested` is the number `0.00005`, but must be text in quotes", 'write suggested = "0.00005"'),
        ("[feed]\nlimit = '10'", "`feed.limit` is the text `10`, but must be a whole number", "write limit = 10"),
        ("[feed]\nlimit = 1.5", "`feed.limit` is the number `1.5`, but must be a whole number", "write limit = 0"),
        ("[feed]\nlimit = true", "`feed.limit` is `true`, but must be a whole number", "write limit = 0"),
        ("[feed]\nlimit = -1", "`feed.limit` is `-1`", "it must be at least 0"),
        ("[notes]\nseconds = 0", "`notes.seconds` is `0`", "it must be at least 1"),
        ("[notes]\nseconds = 99999999999999999999", "`notes.seconds` is `99999999999999999999`", "it must be at most 2147483647"),
        ("chat = [{ server = 'a.example', protocol = 'irc' }]", "`chat` is a list, but must be a table", 'begin a table with the line [chat], and below it server = "irc.example.com"'),
        ("chat = 'irc.example.com'", "`chat` is the text `irc.example.com`, but must be a table", 'begin a table with the line [chat], and below it server = "irc.example.com"'),
        ("license = 5", "`license` is the number `5`, but must be a table or text in quotes", 'begin a table with the line [license], and below it name = "CC-BY-SA-4.0"'),
        ("funding = 5", "`funding` is the number `5`, but must be a table or text in quotes, or a list of these", 'begin a table with the line [[funding]], and below it url = "https://example.com/donate"'),
        ("location = { name = 'x', rel = 'creater' }", "`location.rel` is `creater`, which it cannot be", 'did you mean "creator"?'),
        ("[chapters]\norder = ['head']", "`chapters.order` is `head`, which it cannot be", 'did you mean "header"?'),
        ("[pictures]\nsizes = ['300']", "`pictures.sizes` is the text `300`, but must be a whole number", "write 300"),
        ("[pictures]\nquality = 101", "`pictures.quality` is `101`", "it must be at most 100"),
        ("value = { recipients = [{ name = 'a', address = 'a@b.example', split = 1 }], time_splits = [{ start = '1:75', duration = 5, remote_item = 'tide-table' }] }", "`value.time_splits.start`: `1:75` is no length of time", "write it as 1:13, as 1:02:03.5 or in seconds"),
        ("audio = 'x'", "`audio` is the text `x`, but must be a table", 'begin a table with the line [audio], and below it folder = "audio"'),
        ("people = ['Ada']", "`people` is a list, but must be a table", 'begin a table with the line [people.ID], and below it name = "Grace Hopper"'),
        ("people.ada = 5", "`people.ada` is the number `5`, but must be a table or text in quotes", 'begin a table with the line [people.ada], and below it name = "Grace Hopper"'),
    ],
)  # fmt: skip
def test_a_wrong_value_gets_the_line_as_it_should_be(
    tmp_path: Path, config: str, message: str, fix: str
) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE, config))
    assert (finding.message, finding.fix) == (message, fix)


def test_a_wrong_value_in_a_list_of_many_lines_has_its_own_place(tmp_path: Path) -> None:
    config = 'categories = [\n  "Arts", # fine\n  "Artz",\n]'
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE, config))
    assert (str(finding.place), finding.message) == (
        "config.toml:3:3",
        "`categories`: `Artz` is no category of Apple's",
    )


def test_a_wrong_value_in_an_inline_table_has_its_own_place(tmp_path: Path) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE, 'owner = { name = "Ada", email = "x" }'))
    assert str(finding.place) == "config.toml:1:33"


# -- hosts


PEOPLE = "[people.ada]\nname = 'Ada Lovelace'\n"


@pytest.mark.parametrize("host", ["ada", "Ada Lovelace", "Grace Hopper", "Prince", "ólafur"])
def test_a_host_is_a_known_id_or_a_plain_name(tmp_path: Path, host: str) -> None:
    root = make_workspace(tmp_path, f"hosts = ['{host}']\n{COMPLETE}", PEOPLE)
    assert findings_of(root) == ()


@pytest.mark.parametrize(
    ("host", "fix"),
    [
        ("adda", "did you mean `ada`?"),
        ("grace", "add a table [people.grace] with their name, or write the name in full"),
    ],
)
def test_a_host_that_looks_like_an_id_must_be_one(tmp_path: Path, host: str, fix: str) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, f"hosts = ['ada', '{host}']\n{COMPLETE}", PEOPLE))
    assert (finding.name, str(finding.place), finding.fix) == (
        "unknown-person",
        "feeds/demo/show.toml:1:17",
        fix,
    )


def test_a_host_from_the_environment_is_placed_there(tmp_path: Path) -> None:
    (finding,) = findings_of(make_workspace(tmp_path), {"FEEDPUB_HOSTS": '["bo"]'})
    assert str(finding.place) == "$FEEDPUB_HOSTS"


def test_bytes_from_the_environment_that_are_no_text_are_a_finding(tmp_path: Path) -> None:
    (finding,) = findings_of(make_workspace(tmp_path), {"FEEDPUB_TITLE": "a\udcff"})
    assert (finding.name, str(finding.place)) == ("forbidden-character", "$FEEDPUB_TITLE")
    (finding,) = findings_of(str(tmp_path), {"FEEDPUB_CATEGORIES": '["\udcff"]'})
    assert finding.message.isascii()
