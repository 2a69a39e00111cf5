"""`stancebook ask`: which words call which command, its exit codes, and what scripts get as JSON."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.answers.answer import Outcome
from bot.cli.ask import ANSWERED, as_json, ask
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.bot.process import STANCEBOOK


def _object(**properties: object) -> dict[str, object]:
    """Describe an object all of whose named keys are there; more may be added."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


def _or_null(schema: dict[str, object]) -> dict[str, object]:
    return {"anyOf": [schema, {"type": "null"}]}


TEXT = {"type": "string", "minLength": 1}
MAYBE = {"type": ["string", "null"]}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
VALUE = {"enum": ["supports", "conditional", "reluctant", "opposes", "undeclared"]}
BASIS = {"enum": ["declared", "relayed", "ascribed"]}
SOURCING = {"enum": ["on_record", "relayed", "unnamed", "state_media", "document", "outlet"]}
DAYS = _object(**{"from": DAY, "to": DAY})
INTERVAL = _object(**{"from": DAY, "to": DAY, "printed": MAYBE, "basis": TEXT})
REF = _object(id=TEXT, name=TEXT)
ATTESTED = _list(_object(article=TEXT, **{"as": TEXT, "from": DAY, "to": DAY}))
ARTICLE = _object(
    id=TEXT, agency=MAYBE, publisher=MAYBE, title=MAYBE, byline=MAYBE, url=MAYBE, published=INTERVAL
)
POST = _object(title=TEXT, organization=TEXT, start=MAYBE, end=MAYBE, attested=ATTESTED)
QUOTE = _object(
    exact=TEXT,
    kind={"enum": ["direct", "narration"]},
    attribution=MAYBE,
    context=MAYBE,
    start={"type": "integer", "minimum": 0},
    end={"type": "integer", "minimum": 1},
    article=ARTICLE,
)
STATEMENT = _object(
    id=TEXT,
    event=MAYBE,
    said=INTERVAL,
    summary=TEXT,
    speaker=_or_null(_object(id=MAYBE, name=MAYBE, description=MAYBE, **{"as": MAYBE})),
    sourcing=SOURCING,
    via=MAYBE,
    stances=_list(_object(holder=TEXT, issue=TEXT, value=VALUE, condition=MAYBE, basis=BASIS)),
    quotes=_list(QUOTE),
)
COUNT = {"type": "integer", "minimum": 0}
FLAG = {"type": "boolean"}
CHECK: dict[str, object] = _object(
    asked=TEXT,
    verdict={
        "enum": ["exact", "not_theirs", "part", "differs", "not_proved", "not_in_our_articles"]
    },
    speaker=_or_null(REF),
    theirs=_or_null(FLAG),
    statements=_list(TEXT),
    kind={"enum": ["direct", "narration", None]},
    printed=MAYBE,
    article=_or_null(ARTICLE),
    differences=_list(_object(asked={"type": "string"}, printed={"type": "string"})),
    left_out=_list(TEXT),
    unproved_words=_list(TEXT),
    unrecorded_gap=FLAG,
    withheld_words=COUNT,
    quote_count=COUNT,
    other_statement_count=COUNT,
    from_whole_text=FLAG,
    attributed_to=_list(TEXT),
    unknown_names=_list(TEXT),
    parts=_list({"$ref": "#/$defs/check"}),
    meaning_changes=_list(
        _object(
            kind={
                "enum": [
                    *("negation", "condition", "modal", "concession", "attitude"),
                    *("attribution", "question", "clause"),
                ]
            },
            word=TEXT,
            where={"enum": ["only_asked", "only_printed", "left_out"]},
        )
    ),
    withheld_reason=MAYBE,
)
CONTRACT = _object(
    question={"type": "string"},
    command={"enum": ["stance", "who", "issues", "check", "help"]},
    outcome={"enum": ["answer", "choice", "no_record", "no_match", "help"]},
    holder=_or_null(REF),
    issue=_or_null(_object(id=TEXT, name=TEXT, parent=MAYBE)),
    person=_or_null(_object(id=TEXT, name=TEXT, posts=_list(POST), descriptions=ATTESTED)),
    as_of=_or_null(DAY),
    read_as=_list(_object(typed=TEXT, name=TEXT)),
    not_understood=_list(TEXT),
    examples=_list(TEXT),
    choices=_list(_object(id=TEXT, name=TEXT, kind={"enum": ["person", "organization", "issue"]})),
    nearest=_list(REF),
    checks=_list({"$ref": "#/$defs/check"}),
    stances=_list(
        _object(issue=REF, value=VALUE, condition=MAYBE, basis=BASIS, since=DAYS, latest=DAYS)
    ),
    statements=_list(STATEMENT),
    text=TEXT,
    kb_digest={"type": "string", "pattern": "^[0-9a-f]{64}$"},
) | {"$defs": {"check": CHECK}}

# Questions on the tiny corpus, the command each calls, and how it is answered.
ASKED = [
    ("/stance velmora border-opening", "stance", "answer"),
    ("velmora border-opening", "stance", "answer"),
    ("@stancebook velmora border opening", "stance", "answer"),
    ("stancebook: velmora border opening", "stance", "answer"),
    ("@Stancebook /stance velmora border-opening", "stance", "answer"),
    ("/stance velmora border-opening as of 2025-04", "stance", "answer"),
    ("/stance velmora velmora-north-tarsk-talks", "stance", "answer"),
    ("/stance velmora tarsk-dialogue", "stance", "answer"),
    ("/stance velmora border-opening more", "stance", "answer"),
    ("/stance orin dask border-opening", "stance", "answer"),
    ("/who orin dask", "who", "answer"),
    ("/whois orin dask", "who", "answer"),
    ("/WHO Orin Dask", "who", "answer"),
    ("/stance who orin dask", "who", "answer"),
    ("who is Orin Dask", "who", "answer"),
    ("/who dask", "who", "choice"),
    ("/stance border-opening", "stance", "choice"),
    ("/stance velmora", "stance", "choice"),
    ("/who qqqqqqq", "who", "no_match"),
    ("/stance velmora zzzzzz", "stance", "no_record"),
    ("/stance north-tarsk river-treaty", "stance", "no_record"),
    ("/issues", "issues", "answer"),
    ("/issues velmora", "issues", "answer"),
    ('/check "This is not the time to ease the ferry ban"', "check", "answer"),
    ('/check vehl "This is the time to ease the ferry ban"', "check", "answer"),
    ('/check "to ease the ferry ban … We will keep the ban"', "check", "answer"),
    ('/check "to ease the ferry ban … will open the border"', "check", "answer"),
    ('/check "Velmora is not ready to back a South Tarsk plan to sink"', "check", "answer"),
    ('/check grell "premature"', "check", "answer"),
    ('/check dask "premature"', "check", "choice"),
    ('/check "a green cheese"', "check", "no_record"),
    ("“a green cheese”", "check", "no_record"),
    ("/check", "check", "help"),
    ("help", "help", "help"),
    ("@stancebook", "help", "help"),
    ("hello", "help", "help"),
    ("", "help", "help"),
    ("   ", "help", "help"),
    ("/stance", "stance", "help"),
    ("/stance help", "stance", "help"),
    ("/who", "who", "help"),
    ("/who help", "who", "help"),
    ("/issues help", "issues", "help"),
    ("/nonsense velmora border-opening", "help", "help"),
    ("/", "help", "help"),
]


@pytest.fixture
def curated(corpus_folder, tmp_path):
    """Open the tiny corpus with an article's line about its length replaced."""

    @contextmanager
    def opened(article: str, line: str):
        copy = tmp_path / "corpus"
        shutil.copytree(corpus_folder, copy)
        file = copy / "articles" / f"{article}.yaml"
        text, count = re.subn(r"(?m)^words: \d+$", line, file.read_text(encoding="utf-8"))
        assert count == 1
        file.write_text(text, encoding="utf-8")
        build(copy, tmp_path / "kb.sqlite")
        kb = KnowledgeBase(tmp_path / "kb.sqlite")
        yield kb
        kb.close()

    return opened


def _problems(data: object) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in Draft202012Validator(CONTRACT).iter_errors(data)]


@pytest.mark.parametrize(("typed", "command", "outcome"), ASKED)
def test_a_question_reaches_its_command_and_its_json_keeps_the_contract(
    kb, today, typed, command, outcome
):
    answered = ask(kb, typed, today)
    line = as_json(answered)
    data = json.loads(line)
    assert "\n" not in line
    assert (data["command"], data["outcome"]) == (command, outcome)
    assert data["question"] == typed
    assert data["text"] == answered.message.text
    assert data["kb_digest"] == kb.digest
    assert _problems(data) == []


def test_the_contract_refuses_what_breaks_it(kb, today):
    data = json.loads(as_json(ask(kb, "/stance velmora border-opening", today)))
    del data["statements"][0]["quotes"][0]["article"]
    data["stances"][0]["value"] = "hesitant"
    del data["as_of"]
    assert len(_problems(data)) == 3


def test_every_real_answer_keeps_the_contract(every_reply):
    for question, answered in every_reply.items():
        data = json.loads(as_json(answered))
        assert _problems(data) == [], question


def test_json_holds_all_statements_whatever_the_screen_shows(shipped_kb, today):
    data = json.loads(as_json(ask(shipped_kb, "/stance japan talks", today)))
    more = json.loads(as_json(ask(shipped_kb, "/stance japan talks more", today)))
    assert len(data["statements"]) > 3
    assert data["statements"] == more["statements"]
    assert data["text"] != more["text"]


def test_statements_come_newest_first_but_for_accounts_of_an_older_speech(every_reply):
    for question, answered in every_reply.items():
        statements = json.loads(as_json(answered))["statements"]
        days = [s["said"]["from"] for s in statements if s["sourcing"] != "outlet"]
        assert days == sorted(days, reverse=True), question


def test_a_question_as_of_a_day_keeps_the_newest_first_too(shipped_kb, today):
    for question in ("/stance japan end-of-war as of 2021-11-10", "/who japan as of 2021-11-10"):
        answer = ask(shipped_kb, question, today).answer
        days = [s.said.from_ for s in answer.statements]
        assert answer.maybe_later, question
        assert days == sorted(days, reverse=True), question


def test_each_quote_carries_its_place_and_article(kb, today):
    data = json.loads(as_json(ask(kb, "/who orin dask", today)))
    (statement,) = [s for s in data["statements"] if s["id"] == "dask-premature"]
    direct, clause = statement["quotes"]
    assert direct["exact"] == "premature"
    assert (direct["start"], direct["end"]) == (305, 314)
    assert direct["attribution"] == "Orin Dask"
    assert direct["context"] == clause["exact"]
    assert clause["context"] is None
    for quote in (direct, clause):
        assert quote["article"]["publisher"] == "Valley Post"
        assert quote["article"]["byline"] == "Anna Quill"
        assert quote["article"]["published"]["from"] == "2025-04-05"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025", "2025-12-31"),
        ("as of 2025-04", "2025-04-30"),
        ("as of 2025-04-05", "2025-04-05"),
        ("as of april 2025", "2025-04-30"),
        ("as of apr 2025", "2025-04-30"),
        ("feb 2024", "2024-02-29"),
        ("", None),
    ],
)
def test_an_imprecise_date_means_its_last_day(kb, today, typed, day):
    data = json.loads(as_json(ask(kb, f"/stance velmora border-opening {typed}", today)))
    assert data["as_of"] == day


def test_a_day_changes_the_answer(kb, today):
    april, june = (
        json.loads(as_json(ask(kb, f"/stance velmora border-opening as of {day}", today)))
        for day in ("2025-04-30", "2025-06-30")
    )
    assert [s["value"] for s in (*april["stances"], *june["stances"])] == ["reluctant", "supports"]


def test_a_conditional_stance_has_its_condition(kb, today):
    data = json.loads(as_json(ask(kb, "/stance velmora velmora-north-tarsk-talks", today)))
    (stance,) = data["stances"]
    assert stance["value"] == "conditional"
    assert stance["condition"] == "only if the North reopens the ferry line"


def test_an_article_that_may_only_be_linked_is_not_quoted(kb, today):
    line = as_json(ask(kb, "/stance south-tarsk river-treaty", today))
    assert json.loads(line)["statements"]
    assert "at odds over the tolls" not in line


def test_a_condition_from_an_article_that_may_only_be_linked_is_not_quoted(curated, today):
    """The condition of a stance is words of the article too."""
    with curated("marrow-2025-05", "rights: link_only\nwords: 218") as kb:
        line = as_json(ask(kb, "/stance velmora velmora-north-tarsk-talks", today))
    assert json.loads(line)["stances"]
    assert "only if the North reopens the ferry line" not in line


def test_a_typo_says_what_it_was_read_as(kb, today):
    data = json.loads(as_json(ask(kb, "/who marow", today)))
    assert data["read_as"] == [{"typed": "marow", "name": "Ilse Marrow", "misspelled": True}]
    assert "Read “marow” as Ilse Marrow" in data["text"]


def test_an_answer_and_help_count_as_answered():
    assert set(Outcome) - ANSWERED == {Outcome.CHOICE, Outcome.NO_RECORD, Outcome.NO_MATCH}


@given(st.text(max_size=200))
def test_any_question_gets_one_line_of_json_that_repeats_it(kb, today, typed):
    line = as_json(ask(kb, typed, today))
    data = json.loads(line)
    assert "\n" not in line
    assert data["question"] == typed
    assert _problems(data) == []


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("/stance japan end-of-war", 0),
        ("@stancebook japan end of war", 0),
        ("/stance japan end-of-war as of feb 2022", 0),
        ("/issues", 0),
        ("help", 0),
        ("/nonsense", 1),
        ("", 0),
        ("/who kim", 1),
        ("/stance japan", 1),
        ("/stance japan whaling", 1),
        ("/stance china abductions", 1),
        ("/who angela merkel", 1),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_exit_code_says_whether_it_was_answered(stancebook, question, code, form):
    result = stancebook("ask", *form, *([question] if not question else question.split()))
    assert result.exit_code == code
    assert result.stdout
    assert result.stderr == ""


def test_the_arguments_are_one_question(stancebook):
    (line,) = stancebook("ask", "--json", "/stance", "japan", "end-of-war").stdout.splitlines()
    assert json.loads(line)["question"] == "/stance japan end-of-war"
    (quoted,) = stancebook("ask", "--json", "/stance japan end-of-war").stdout.splitlines()
    assert quoted == line


def test_each_line_of_standard_input_gives_one_object_even_a_blank_line(stancebook):
    result = stancebook(
        "ask", "--json", typed="/stance seoul end of war\r\n\n/who kim\nwho is funakoshi"
    )
    found = [json.loads(line) for line in result.stdout.split("\n")[:-1]]
    assert [data["question"] for data in found] == [
        "/stance seoul end of war",
        "",
        "/who kim",
        "who is funakoshi",
    ]
    assert [data["outcome"] for data in found] == ["answer", "help", "choice", "answer"]
    assert result.exit_code == 1


def test_lines_that_were_all_answered_exit_with_zero(stancebook):
    assert stancebook("ask", "--json", typed="/issues\nhelp\n").exit_code == 0
    assert stancebook("ask", typed="/issues\nhelp\n").exit_code == 0


def test_no_line_gives_no_object(stancebook):
    result = stancebook("ask", "--json", typed="")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_plain_text_is_that_of_the_message(stancebook):
    line = stancebook("ask", "--json", "/stance japan end-of-war").stdout
    assert stancebook("ask", "/stance japan end-of-war").stdout == json.loads(line)["text"] + "\n"


def test_control_characters_typed_do_not_reach_the_terminal(stancebook):
    result = stancebook("ask", "/who \x1b[2J\x07nobody\u202e")
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)


def test_answers_questions_from_a_pipe(program):
    result = program("ask", "--json", typed=b"/stance seoul end of war\n/who kim\n")
    assert result.stderr == b""
    assert result.returncode == 1
    found = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert [data["outcome"] for data in found] == ["answer", "choice"]


def test_answers_its_arguments_in_plain_text(program):
    result = program("ask", "/stance", "japan", "end-of-war")
    assert (result.returncode, result.stderr) == (0, b"")
    told = result.stdout.decode()
    assert "reluctant" in told
    assert "relayed by diplomatic sources" in told
    assert "“premature”" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_takes_bytes_that_are_not_valid_text(program, form):
    piped = program("ask", *form, typed=b"/who \xff\xfe\n", PYTHONIOENCODING="utf-8:strict")
    typed = program("ask", *form, b"/who \xff\xfe", PYTHONIOENCODING="utf-8:strict")
    for result in (piped, typed):
        assert b"Traceback" not in result.stderr
        assert result.returncode in {0, 1, 2}
        assert result.stdout or result.stderr


def test_ends_quietly_when_its_reader_stops_reading():
    script = '"$0" ask --json | head -c 1 >/dev/null; exit "${PIPESTATUS[1]}"'
    lines = b"/issues\n" * 200
    result = subprocess.run(
        ["bash", "-c", script, STANCEBOOK], input=lines, capture_output=True, check=False
    )
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize("typed", ["/foo", "@stancebook /foo japan"])
def test_an_unknown_command_gets_help_and_exits_with_one(stancebook, form, typed):
    result = stancebook("ask", *form, *typed.split())
    assert result.exit_code == 1
    if form:
        assert json.loads(result.stdout)["outcome"] == "help"
    else:
        assert result.stdout.startswith("There is no command /foo.\n")


@pytest.mark.parametrize("name", ["STANCEBOOK_CORPUS", "STANCEBOOK_ARTICLES"])
@pytest.mark.parametrize("marks", ['"{}"', "'{}'", "“{}”"])
def test_a_folder_between_quotation_marks_is_refused(stancebook, tmp_path, name, marks):
    given = marks.format(tmp_path)
    result = stancebook("ask", "japan", **{name: given})
    assert result.exit_code == 2
    told = f"`{given}` is between quotation marks. Leave them out, perhaps in {name}."
    assert told in result.stderr
