"""What a reader of a page does not see is neither drafted nor kept; the rest is, and in time."""

from __future__ import annotations

import pytest

from knowledge.intake.add.incoming_article import read_article, split_head
from knowledge.intake.read.head import Head
from knowledge.intake.read.visible_page import drop_spare_attributes
from knowledge.intake.read.web_page import is_page
from tests.steps import LINEAR, growth

UNSEEN = "“Nobody is to read this,” Marta Quill said on Monday at the harbour, where they wait."
PAGE = """<!doctype html><html><head><title>River plan is premature</title>{head}
<meta property="article:published_time" content="2025-07-09"></head><body><article>
<h1>River plan is premature</h1>
<p>The ferries have lain idle for a year, and nobody expects them to sail again this summer.</p>
{part}
<p>The council of Ostby meets again at the end of the month, to hear the engineers of the port.</p>
</article></body></html>"""


def _read(part, head=""):
    return read_article(PAGE.format(part=part, head=head).encode(), Head()).raw


@pytest.mark.parametrize(
    "part",
    [
        "<p hidden>{}</p>",
        '<div hidden="until-found"><p>{}</p></div>',
        '<p style="display:none">{}</p>',
        '<div style="color: red; DISPLAY : none !important;"><p>{}</p></div>',
        '<p style="/* so */ visibility:hidden">{}</p>',
        '<p style="opacity: 0">{}</p>',
        '<p style="font-size:0px">{}</p>',
        '<p aria-hidden="true">{}</p>',
        '<p style="position:absolute;left:-9999px">{}</p>',
        '<p style="text-indent: -999em">{}</p>',
        "<p><del>{}</del> The council has not met since.</p>",
        "<style>.off, .out {{display: none}}</style><p class='lead off'>{}</p>",
        "<style>p.off#x {{visibility:hidden}}</style><p class='off' id='x'>{}</p>",
        '<p class="lead sr-only">{}</p>',
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<dialog><p>{}</p></dialog>",
        "<p>So it was. <span hidden>{}</span> The harbour stayed shut until the end of the day.</p>",
    ],
)
def test_words_that_are_hidden_are_not_read(part):
    read = _read(part.format(UNSEEN))
    assert "Nobody is to read this" not in read
    assert "to hear the engineers of the port" in read


@pytest.mark.parametrize(
    "part",
    [
        "<p>{}</p>",
        '<p style="opacity:0.5; font-size: 10px; display: block">{}</p>',
        '<p aria-hidden="false" class="hiddensee">{}</p>',
        '<p style="position:absolute;left:-5px">{}</p>',
        "<style>.off {{display:none}} div .of {{display:none}}</style><p class='of'>{}</p>",
        "<style>@media print {{.off {{display:none}}}}</style><p class='off'>{}</p>",
        "<style>.off {{display:none}} .off {{display:block}}</style><p class='off'>{}</p>",
        "<p><span hidden>So.</span>{}</p>",
    ],
)
def test_words_that_are_shown_are_read(part):
    assert "Nobody is to read this" in _read(part.format(UNSEEN))


def test_a_day_that_nobody_sees_is_not_printed_on_the_page():
    page = PAGE.format(head="", part="<p hidden>July 9, 2025</p>")
    assert "metadata" in split_head(page)[1].published.basis
    page = PAGE.format(head="", part="<p>July 9, 2025</p>")
    assert split_head(page)[1].published.basis == "printed"


def test_a_tag_keeps_its_first_attributes_and_no_tag_has_thousands():
    many = " ".join(f"a{i}='{i}'" for i in range(100_000))
    part = f'<p hidden {many}>{UNSEEN}</p><p class="so" {many}>The harbour is shut.</p>'
    read = _read(part)
    assert "Nobody is to read this" not in read
    assert "The harbour is shut." in read


@pytest.mark.parametrize(
    "tag", ["<p>", "<a href='x>y'>", f'<img src="{"x" * 9000}">', "<p a b=c d='e'>", "a < b", "<p "]
)
def test_other_tags_stay_as_they_are(tag):
    assert drop_spare_attributes(f"{tag}so") == f"{tag}so"


@pytest.mark.parametrize("piece", ["<!-- ", "<script>", "<style>", "<p>So it went.</p>", "<b>"])
def test_reading_grows_with_the_page(piece):
    page = PAGE.format(head="", part=f"<p>{UNSEEN}</p>{{}}")
    assert growth(lambda part: split_head(page.format(part)), piece, times=30) < LINEAR


def test_whatever_stands_before_it_a_page_is_told_at_once():
    assert not is_page("<!-- so --> " * 60 + "no page")
    assert is_page("<!-- so --> " * 60 + "<html>")


@pytest.mark.parametrize(
    "mark", ["<sup>1</sup>", "<sup>[12]</sup>", '<sup><a href="#n">a</a></sup>']
)
def test_a_footnotes_mark_is_no_part_of_the_word(mark):
    read = _read(f"<p>The council will sign{mark} the treaty about the ferries in the autumn.</p>")
    assert "will sign the treaty" in read


def test_a_raised_number_behind_a_figure_is_read():
    read = _read(
        "<p>The harbour has 10<sup>3</sup> boats in it, or so the council of Ostby says.</p>"
    )
    assert "103" in read or "10 3" in read
