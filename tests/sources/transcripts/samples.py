"""The same conversation as many tools would export it: written for these tests, in the style of each."""

from feedpub.model import Cue

#: what is said in all of them
ADA = "Welcome to the lamp room. Tonight we trim the wicks."
GRACE = "And we count the moths & other guests."
TEXT = f"{ADA} {GRACE}"

#: where a form says when each of the two begins and ends
TIMED = (Cue(ADA, 500, 4000, "Ada"), Cue(GRACE, 4250, 7500, "Grace Hopper"))

VTT = f"""\
WEBVTT

00:00:00.500 --> 00:00:04.000
<v Ada>{ADA}

00:00:04.250 --> 00:00:07.500
<v Grace Hopper>{GRACE.replace("&", "&amp;")}
"""

#: Podlove Publisher, Auphonic: identifiers, notes, short times, closed voices
AUPHONIC_VTT = f"""\
\ufeffWEBVTT - The Lamp Room
Kind: captions
Language: en

NOTE
Made with a speech recognition engine

STYLE
::cue(v) {{ color: lime }}

intro
00:00.500 --> 00:04.000 align:start position:10%
<v.first Ada>Welcome to the <c.loud>lamp</c> room.
Tonight <00:02.000>we <i>trim</i> the wicks.</v>

2
00:04.250 --> 00:07.500
<v Grace&nbsp;Hopper>{GRACE.replace("&", "&amp;")}</v>
"""

#: Whisper writes no speakers
WHISPER_VTT = f"""\
WEBVTT

00:00.500 --> 00:04.000
 {ADA}

00:04.250 --> 00:07.500
 {GRACE}

"""

#: Zoom and WhisperX put names before a colon
ZOOM_VTT = f"""\
WEBVTT\r
\r
1\r
00:00:00.500 --> 00:00:04.000\r
Ada: {ADA}\r
\r
2\r
00:00:04.250 --> 00:00:07.500\r
Grace Hopper: {GRACE}\r
"""

#: Buzzsprout: short lines, a name where the speaker changes
BUZZSPROUT_SRT = """\
1
00:00:00,500 --> 00:00:02,000
Ada: Welcome to the lamp room.

2
00:00:02,000 --> 00:00:04,000
Tonight we trim the wicks.

3
00:00:04,250 --> 00:00:07,500
Grace Hopper: And we count
the moths & other guests.
"""

#: makers of captions for films: italics, colours, positions, `>>` where the speaker changes
CAPTIONS_SRT = """\
1
00:00:00,500 --> 00:00:04,000
{\\an8}>> Ada: Welcome to the <i>lamp</i> room.
<font color="#fff">Tonight we trim the wicks.</font>

2
00:00:04,250 --> 00:00:07,500
>> Grace Hopper: And we count the moths & other guests.
"""

WHISPERX_SRT = f"""\
1
00:00:00,500 --> 00:00:04,000
[SPEAKER_00]: {ADA}

2
00:00:04,250 --> 00:00:07,500
[SPEAKER_01]: {GRACE}
"""

JSON = f"""\
{{"version": "1.0.0", "segments": [
  {{"speaker": "Ada", "startTime": 0.5, "endTime": 4, "body": "{ADA}"}},
  {{"speaker": "Grace Hopper", "startTime": 4.25, "endTime": 7.5, "body": "{GRACE}\\n"}}
]}}
"""

WHISPER_JSON = f"""\
{{"text": " {TEXT}", "language": "en", "segments": [
  {{"id": 0, "seek": 0, "start": 0.5, "end": 4.0, "text": " {ADA}", "tokens": [50364], "temperature": 0.0}},
  {{"id": 1, "seek": 0, "start": 4.25, "end": 7.5, "text": " {GRACE}", "tokens": [50365], "temperature": 0.0}}
]}}
"""

WHISPERX_JSON = f"""\
{{"segments": [
  {{"start": 0.5, "end": 4.0, "text": " {ADA}", "words": [{{"word": "Welcome", "start": 0.5}}], "speaker": "Ada"}},
  {{"start": 4.25, "end": 7.5, "text": " {GRACE}", "words": [], "speaker": "Grace Hopper"}}
], "word_segments": []}}
"""

WHISPER_CPP_JSON = f"""\
{{"systeminfo": "AVX", "transcription": [
  {{"timestamps": {{"from": "00:00:00,500"}}, "offsets": {{"from": 500, "to": 4000}}, "text": " {ADA}"}},
  {{"timestamps": {{"from": "00:00:04,250"}}, "offsets": {{"from": 4250, "to": 7500}}, "text": " {GRACE}"}}
]}}
"""

PODLOVE_JSON = f"""\
[{{"start": "00:00:00.500", "start_ms": 500, "end": "00:00:04.000", "end_ms": 4000, "speaker": "7", "voice": "Ada",
   "text": "{ADA}"}},
 {{"start": "00:00:04.250", "start_ms": 4250, "end": "00:00:07.500", "end_ms": 7500, "speaker": "8",
   "voice": "Grace Hopper", "text": "{GRACE}"}}]
"""

HTML = f"""\
<cite>Ada:</cite>
<time>0:00</time>
<p>{ADA}</p>
<cite>Grace Hopper:</cite>
<time>0:04</time>
<p>
  {GRACE.replace("&", "&amp;")}
</p>
"""

#: all within one paragraph, and a page around it
PODBEAN_HTML = f"""\
<!DOCTYPE html>
<html><head><title>The Lamp Room</title><style>p {{ color: red }}</style></head>
<body>
<h1>The Lamp Room</h1>
<p><cite>Ada:</cite> <time>00:00</time> {ADA}</p>
<p><cite>Grace Hopper</cite> <time>[00:04]</time> {GRACE.replace("&", "&amp;")}</p>
</body></html>
"""

#: classes instead of elements
AUPHONIC_HTML = f"""\
<div class="transcript">
  <p><span class="timestamp">00:00:00</span><span class="speaker">Ada</span> {ADA}</p>
  <p><span class="timestamp">00:00:04</span><span class="speaker">Grace Hopper</span> {GRACE}</p>
</div>
"""

#: names in bold, times in brackets
DESCRIPT_HTML = f"""\
<p>[00:00:00] <strong>Ada:</strong> {ADA}</p>
<p>[00:00:04] <strong>Grace Hopper:</strong> {GRACE}</p>
"""

#: name and time on a line of their own
OTTER_TXT = f"""\
Ada  0:00
{ADA}

Grace Hopper  0:04
{GRACE}

Transcribed by a machine
"""

HEADINGS_TXT = f"""\
# Transcript

### Ada  0:00\x20\x20
{ADA}

### Grace Hopper  0:04

{GRACE}
"""

REV_TXT = f"""\
Ada (00:00):
{ADA}

Grace Hopper (00:04):
{GRACE}
"""

DESCRIPT_TXT = f"""\
[00:00:00] Ada: {ADA}

[00:00:04] Grace Hopper: {GRACE}
"""

BOLD_TXT = f"""\
**Ada:** {ADA}

**Grace Hopper:** {GRACE}
"""

WHISPER_TXT = f"""\
[00:00.500 --> 00:04.000]  {ADA}
[00:04.250 --> 00:07.500]  {GRACE}
"""

YOUTUBE_TXT = f"""\
0:00
{ADA}
0:04
{GRACE}
"""

#: Happy Scribe, TWiT: time and name on a line, the text below
HAPPY_SCRIBE_TXT = f"""\
[00:00:00.00] - Ada
{ADA}

[00:00:04.00] - Grace Hopper
{GRACE}
"""

#: Fireflies: time, name and text, each on a line
FIREFLIES_TXT = f"""\
00:00
Ada
{ADA}

00:04
Grace Hopper
{GRACE}
"""

SONIX_TXT = f"""\
Ada: [00:00:00] {ADA}

Grace Hopper: [00:00:04] {GRACE}
"""

#: name and time above, with an empty line below them
BITCOIN_TXT = f"""\
Ada: 00:00:00

{ADA}

Grace Hopper: 00:00:04

{GRACE}
"""

#: no empty lines at all
LINES_TXT = f"""\
[0:00] Ada: {ADA}
[0:04] Grace Hopper: {GRACE}
"""

#: times of an editor of films, with frames
PREMIERE_TXT = f"""\
00:00:00:12 - 00:00:04:00
Ada
{ADA}

00:00:04:06 - 00:00:07:12
Grace Hopper
{GRACE}
"""

#: Zoom: who somebody is stands behind the name, and goes on in the next cue
PRONOUNS_VTT = """\
WEBVTT

1
00:00:00.500 --> 00:00:02.000
Ada (she/her): Welcome to the lamp room.

2
00:00:02.000 --> 00:00:04.000
Tonight we trim the wicks.

3
00:00:04.250 --> 00:00:07.500
Grace Hopper (Host): And we count.

4
00:00:08.000 --> 00:00:09.000
Ada (she/her): Them.
"""

#: YouTube: each line comes twice, first word by word
ROLLING_VTT = """\
WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
\x20
welcome<00:00:00.480><c> to</c><00:00:00.640><c> the</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
welcome to the
\x20

00:00:02.399 --> 00:00:04.500 align:start position:0%
welcome to the
lamp<00:00:02.700><c> room</c>

00:00:04.500 --> 00:00:04.510 align:start position:0%
lamp room
\x20
"""
