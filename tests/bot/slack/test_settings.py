"""Settings: where tokens come from, what a wrong one is told, and that none ever shows."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import pytest

from bot.block_kit import limits
from bot.slack import settings
from knowledge.corpus.errors import SettingsError

CANARY = "canary-7f3a"
BOT, APP = f"xoxb-{CANARY}-bot", f"xapp-{CANARY}-app"
TOKENS = [
    ("slack_bot_token", BOT, "xoxb-", "OAuth & Permissions"),
    ("slack_app_token", APP, "xapp-", "Basic Information"),
]


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """Nothing is set, and there is no .env file."""
    monkeypatch.chdir(tmp_path)
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_nothing_need_be_set_but_the_tokens():
    chosen = settings.load()
    assert chosen.slack_api_url == "https://slack.com/api/"
    assert chosen.stancebook_commands == {}
    assert chosen.stancebook_log == "plain"


@pytest.mark.parametrize(("name", "token", "prefix", "place"), TOKENS)
class TestToken:
    def test_comes_from_the_environment(self, monkeypatch, name, token, prefix, place):
        monkeypatch.setenv(name.upper(), token)
        assert settings.load().token(name) == token

    def test_comes_from_a_dotenv_file(self, tmp_path, name, token, prefix, place):
        (tmp_path / ".env").write_text(f"{name.upper()}={token}\nOTHER_TOOL=1\n")
        assert settings.load().token(name) == token

    def test_comes_from_a_file_of_its_own(self, monkeypatch, tmp_path, name, token, prefix, place):
        (tmp_path / "secret").write_text(f"{token}\n")
        monkeypatch.setenv(f"{name.upper()}_FILE", str(tmp_path / "secret"))
        assert settings.load().token(name) == token

    @pytest.mark.parametrize("empty", ["", "  "])
    def test_comes_from_its_file_where_the_variable_is_empty(
        self,
        monkeypatch,
        tmp_path,
        name,
        token,
        prefix,
        place,
        empty,
    ):
        (tmp_path / "secret").write_text(token)
        monkeypatch.setenv(name.upper(), empty)
        monkeypatch.setenv(f"{name.upper()}_FILE", str(tmp_path / "secret"))
        assert settings.load().token(name) == token

    @pytest.mark.parametrize("given", [None, "", "   "])
    def test_that_is_missing_is_told_where_to_find_it(
        self, monkeypatch, name, token, prefix, place, given
    ):
        if given is not None:
            monkeypatch.setenv(name.upper(), given)
        with pytest.raises(SettingsError) as refused:
            settings.load().token(name)
        told = str(refused.value)
        assert f"{name.upper()} is missing" in told
        assert place in told
        assert f"starts with {prefix}" in told
        assert token not in told

    @pytest.mark.parametrize("given", [f"hunter2-{CANARY}", f"xoxp-{CANARY}", f"XOXB-{CANARY}"])
    def test_that_is_none_is_told_what_one_starts_with(
        self, monkeypatch, name, token, prefix, place, given
    ):
        monkeypatch.setenv(name.upper(), given)
        with pytest.raises(SettingsError) as refused:
            settings.load().token(name)
        told = str(refused.value)
        assert told.startswith(f"{name.upper()} holds another token")
        assert place in told
        assert f"starts with {prefix}" in told
        assert CANARY not in told
        assert token not in told

    def test_never_shows(self, monkeypatch, name, token, prefix, place):
        monkeypatch.setenv(name.upper(), token)
        chosen = settings.load()
        shown = [repr(chosen), str(chosen), chosen.model_dump_json(), repr(chosen.model_dump())]
        assert [text for text in shown if CANARY in text] == []

    def test_never_shows_beside_another_setting_that_is_wrong(
        self,
        monkeypatch,
        name,
        token,
        prefix,
        place,
    ):
        monkeypatch.setenv(name.upper(), token)
        monkeypatch.setenv("SLACK_API_URL", f"https://evil.example/{CANARY}")
        monkeypatch.setenv("STANCEBOOK_THREADS", CANARY)
        monkeypatch.setenv("STANCEBOOK_LOG", CANARY)
        with pytest.raises(SettingsError) as refused:
            settings.load()
        assert CANARY not in "".join(traceback.format_exception(refused.value))

    def test_put_where_its_files_name_belongs_does_not_show(
        self,
        monkeypatch,
        name,
        token,
        prefix,
        place,
    ):
        monkeypatch.setenv(f"{name.upper()}_FILE", token)
        with pytest.raises(SettingsError) as refused:
            settings.load().token(name)
        assert f"{name.upper()}_FILE" in str(refused.value)
        assert CANARY not in "".join(traceback.format_exception(refused.value))

    @pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
    def test_in_a_file_that_cannot_be_read_is_told_which_file(
        self,
        monkeypatch,
        tmp_path,
        name,
        token,
        prefix,
        place,
        content,
    ):
        file = tmp_path / "secret"
        if content is not None:
            file.write_bytes(content)
        monkeypatch.setenv(f"{name.upper()}_FILE", str(file))
        with pytest.raises(SettingsError, match=f"{name.upper()}_FILE"):
            settings.load().token(name)

    @pytest.mark.parametrize("content", ["", " \n"])
    def test_in_a_file_that_is_empty_is_told_so(
        self, monkeypatch, tmp_path, name, token, prefix, place, content
    ):
        (tmp_path / "secret").write_text(content)
        monkeypatch.setenv(f"{name.upper()}_FILE", str(tmp_path / "secret"))
        with pytest.raises(SettingsError, match=r"_FILE names a file .* \(it is empty\)"):
            settings.load().token(name)

    @pytest.mark.parametrize("marks", ["''", '""', "“”"])
    def test_between_quotation_marks_is_told_so(
        self, monkeypatch, name, token, prefix, place, marks
    ):
        monkeypatch.setenv(name.upper(), f"{marks[0]}{token}{marks[1]}")
        with pytest.raises(SettingsError) as refused:
            settings.load().token(name)
        assert "holds quotation marks, which are not part of a token" in str(refused.value)
        assert CANARY not in str(refused.value)

    @pytest.mark.skipif(os.name == "nt", reason="no named pipes")
    def test_in_a_pipe_that_nobody_writes_to_is_not_waited_for(
        self, monkeypatch, tmp_path, name, token, prefix, place
    ):
        os.mkfifo(tmp_path / "secret")
        monkeypatch.setenv(f"{name.upper()}_FILE", str(tmp_path / "secret"))
        with pytest.raises(SettingsError, match="it is a named pipe"):
            settings.load().token(name)


@pytest.mark.parametrize(
    ("name", "token", "belongs"),
    [("slack_bot_token", APP, "SLACK_APP_TOKEN"), ("slack_app_token", BOT, "SLACK_BOT_TOKEN")],
)
def test_swapped_tokens_are_told_which_is_which(monkeypatch, name, token, belongs):
    monkeypatch.setenv(name.upper(), token)
    with pytest.raises(SettingsError) as refused:
        settings.load().token(name)
    told = str(refused.value)
    assert told.startswith(f"{name.upper()} holds what belongs in {belongs}")
    assert CANARY not in told


@pytest.mark.parametrize(
    "url",
    [
        "https://slack.com/api/",
        "http://127.0.0.1:3000/api/",
        "http://127.8.9.10/api/",
        "http://localhost:3000/api/",
        "http://LOCALHOST/api/",
        "http://[::1]:3000/api/",
    ],
)
def test_slack_itself_and_this_machine_are_places_for_a_token(monkeypatch, url):
    monkeypatch.setenv("SLACK_API_URL", url)
    assert settings.load().slack_api_url == url


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.com",
        "https://slack.com.evil.com/api/",
        "http://127.0.0.1.evil.com",
        "http://localhost.evil.com/",
        "http://127.0.0.1@evil.com/",
        "http://localhost:80@evil.com/",
        "http://evil.com/127.0.0.1",
        "http://evil.com#127.0.0.1",
        "http://10.0.0.1",
        "http://192.168.1.1/api/",
        "http://0.0.0.0/api/",
        "http://[::]/api/",
        "http://[2001:db8::1]/api/",
        "http://slack.com/api/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "//127.0.0.1/",
        "127.0.0.1:3000",
        "http://[::1",
        "http://127.0.0.1:99999/api/",
        "http://127.0.0.1:0/api/",
        "http://127.0.0.1:x/api/",
        "http://127.0.0.1:3000/a pi/",
        "http:///api/",
        "http://:3000/api/",
        "http://",
        f"http://desk:{CANARY}@127.0.0.1:9/api/",
        f"http://{CANARY}@localhost/api/",
    ],
)
def test_no_other_place_is_sent_a_token(monkeypatch, url):
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
    monkeypatch.setenv("SLACK_API_URL", url)
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert str(refused.value).startswith("SLACK_API_URL ")
    assert str(refused.value).endswith(", such as http://127.0.0.1:3000/api/")
    assert CANARY not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://10.0.0.1/api/", "may only name a loopback address"),
        ("http://desk:pw@127.0.0.1:9/api/", "may hold no user and no password"),
        ("http://127.0.0.1:99999/api/", "has a port that is not 1 to 65535"),
        ("http://127.0.0.1:0/api/", "has a port that is not 1 to 65535"),
        ("http://127.0.0.1:x/api/", "has a port that is not 1 to 65535"),
        ("http://[::1", "is not an address"),
        ("http://127.0.0.1/a pi/", "holds a character that no address has"),
    ],
)
def test_a_refused_place_is_told_what_may_stand_there(monkeypatch, url, told):
    monkeypatch.setenv("SLACK_API_URL", url)
    with pytest.raises(SettingsError, match=f"^SLACK_API_URL {told}"):
        settings.load()


def test_commands_take_other_names(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_COMMANDS", '{"stance": "position", "who": "who-is"}')
    assert settings.load().stancebook_commands == {"stance": "position", "who": "who-is"}


@pytest.mark.parametrize("name", sorted(limits.BUILT_IN_COMMANDS))
def test_no_command_takes_a_name_that_slack_keeps_for_itself(monkeypatch, name):
    monkeypatch.setenv("STANCEBOOK_COMMANDS", f'{{"who": "{name}"}}')
    with pytest.raises(SettingsError, match=f"STANCEBOOK_COMMANDS: /{name} is built into Slack"):
        settings.load()


@pytest.mark.parametrize(
    "names",
    [
        '{"stance": "/position"}',
        '{"stance": "Position"}',
        '{"stance": "two words"}',
        '{"stance": ""}',
        '{"stance": "x\\n"}',
        f'{{"stance": "{"x" * 33}"}}',
        '{"stance": 1}',
        '["stance"]',
        '{"no-such-command": "position"}',
        '{"stance": "ask", "who": "ask"}',
        '{"stance": "whois"}',
    ],
)
def test_a_name_that_slack_would_refuse_or_nobody_would_reach_is_refused(monkeypatch, names):
    monkeypatch.setenv("STANCEBOOK_COMMANDS", names)
    with pytest.raises(SettingsError, match="STANCEBOOK_COMMANDS"):
        settings.load()


def test_each_command_of_the_manifest_takes_another_name_and_is_named(monkeypatch):
    plain = {"stance", "who", "issues", "check", "said"}
    for name in plain:
        monkeypatch.setenv("STANCEBOOK_COMMANDS", f'{{"{name}": "another"}}')
        assert settings.load().stancebook_commands == {name: "another"}
    monkeypatch.setenv("STANCEBOOK_COMMANDS", '{"stence": "position"}')
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert set(str(refused.value).partition("name one of ")[2].split(", ")) == plain


@pytest.mark.parametrize(
    ("given", "added", "dropped"),
    [
        ("", set(), set()),
        ("source", {"source"}, set()),
        ("+source,/cite", {"source", "cite"}, set()),
        (" source -issues,\n-whois ", {"source"}, {"issues", "who"}),
        ("stance who -cite", set(), set()),
    ],
)
def test_commands_are_added_to_those_registered_and_left_out(monkeypatch, given, added, dropped):
    usual = {"stance", "who", "issues", "check", "said"}
    monkeypatch.setenv("STANCEBOOK_REGISTER", given)
    assert settings.load().registered == (usual | added) - dropped


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("origin", "there is no command 'origin': name some of check, cite"),
        ("help", "there is no command 'help'"),
        ("-", "there is no command ''"),
        ("source -source", "source is both added and left out"),
        ("-stance", "stance stays: each other command is a word after it"),
    ],
)
def test_what_cannot_be_registered_is_told(monkeypatch, given, told):
    monkeypatch.setenv("STANCEBOOK_REGISTER", given)
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert str(refused.value).startswith(f"STANCEBOOK_REGISTER: {told}")


def test_only_a_registered_command_has_another_name(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_COMMANDS", '{"source": "origin"}')
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert str(refused.value) == (
        "STANCEBOOK_COMMANDS: source is not registered with Slack, where it would have another"
        " name: add it to STANCEBOOK_REGISTER"
    )
    monkeypatch.setenv("STANCEBOOK_REGISTER", "source")
    assert settings.load().commands["source"].typed == "/origin"


@pytest.mark.parametrize("given", ["{bad", "stance=position", ""])
@pytest.mark.parametrize("dotenv", [True, False])
def test_what_is_no_json_is_told_so_in_words(monkeypatch, tmp_path, given, dotenv):
    if dotenv:
        (tmp_path / ".env").write_text(f"SLACK_BOT_TOKEN={BOT}\nSTANCEBOOK_COMMANDS={given}\n")
    else:
        monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
        monkeypatch.setenv("STANCEBOOK_COMMANDS", given)
    if not given:
        assert settings.load().stancebook_commands == {}
        return
    with pytest.raises(SettingsError, match="STANCEBOOK_COMMANDS") as refused:
        settings.load()
    assert CANARY not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("STANCEBOOK_LOG", "xml"),
        ("STANCEBOOK_STATE_DAYS", "0"),
        ("STANCEBOOK_STATE_DAYS", "a day"),
        ("STANCEBOOK_SOCKETS", "0"),
        ("STANCEBOOK_SOCKETS", "11"),
        ("STANCEBOOK_THREADS", "0"),
        ("STANCEBOOK_THREADS", "many"),
    ],
)
def test_another_wrong_setting_is_named(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=variable):
        settings.load()


@pytest.mark.parametrize("channel", ["#desk", "desk", "c0123", "U0123456789"])
def test_what_is_no_channels_id_is_told_where_slack_shows_it(monkeypatch, channel):
    monkeypatch.setenv("STANCEBOOK_CURATORS", channel)
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert "such as C0123456789" in str(refused.value)
    assert "pattern" not in str(refused.value)


PATHS = ["stancebook_corpus", "stancebook_articles", "slack_bot_token_file"]


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("dotenv", [True, False])
def test_a_path_may_begin_at_home(monkeypatch, tmp_path, name, dotenv):
    monkeypatch.setenv("HOME", str(tmp_path))
    if dotenv:
        (tmp_path / ".env").write_text(f'{name.upper()}="~/desk"\n')
    else:
        monkeypatch.setenv(name.upper(), "~/desk")
    assert getattr(settings.load(), name) == tmp_path / "desk"


def test_texts_lie_in_the_corpus_unless_another_folder_is_named(monkeypatch, tmp_path):
    assert settings.load().articles == Path("articles")
    (tmp_path / "desk" / "entries").mkdir(parents=True)
    monkeypatch.setenv("STANCEBOOK_CORPUS", str(tmp_path / "desk"))
    assert settings.load().articles == tmp_path / "desk" / "articles"
    monkeypatch.setenv("STANCEBOOK_CORPUS", str(tmp_path / "desk" / "entries"))
    assert settings.load().articles == Path("articles")
    monkeypatch.setenv("STANCEBOOK_ARTICLES", str(tmp_path / "texts"))
    assert settings.load().articles == tmp_path / "texts"


def test_the_url_of_the_state_never_shows(monkeypatch):
    assert settings.load().state_url is None
    url = f"postgresql://desk:{CANARY}@db/state"
    monkeypatch.setenv("STANCEBOOK_STATE", url)
    monkeypatch.setenv("STANCEBOOK_LOG", "xml")
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert CANARY not in "".join(traceback.format_exception(refused.value))
    chosen = settings.load(stancebook_log="json")
    assert chosen.state_url == url
    assert CANARY not in repr(chosen)


def test_what_is_given_goes_before_what_is_set(monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
    monkeypatch.setenv("STANCEBOOK_LOG", "json")
    chosen = settings.load(slack_bot_token="xoxb-given")
    assert (chosen.token("slack_bot_token"), chosen.stancebook_log) == ("xoxb-given", "json")


def test_all_wrong_settings_are_told_at_once(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_LOG", "xml")
    monkeypatch.setenv("STANCEBOOK_THREADS", "0")
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert len(str(refused.value).splitlines()) == 2


UNSENDABLE = ["\n", "\r", "\r\n ", "\x00", "\t", " ", "\x7f", "…", "\u2028"]


@pytest.mark.parametrize("between", UNSENDABLE)
@pytest.mark.parametrize(("name", "token"), [token[:2] for token in TOKENS])
def test_a_token_with_a_character_that_none_has_is_refused_without_showing_it(name, token, between):
    chosen = settings.load(**{name: f"{token}{between}{token}"})
    with pytest.raises(SettingsError) as refused:
        chosen.token(name)
    assert str(refused.value).startswith(
        f"{name.upper()} holds a character that no token has. Copy the whole token: find it in"
    )
    assert CANARY not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize("place", ["environment", "file", ".env"])
def test_a_line_break_in_a_token_is_told_wherever_it_was_read(monkeypatch, tmp_path, place):
    broken = f"{BOT}\n{CANARY}"
    if place == "environment":
        monkeypatch.setenv("SLACK_BOT_TOKEN", broken)
    elif place == "file":
        (tmp_path / "secret").write_text(broken)
        monkeypatch.setenv("SLACK_BOT_TOKEN_FILE", str(tmp_path / "secret"))
    else:
        (tmp_path / ".env").write_text(f'SLACK_BOT_TOKEN="{broken}"\n')
    named = "SLACK_BOT_TOKEN_FILE names a file that" if place == "file" else "SLACK_BOT_TOKEN"
    with pytest.raises(SettingsError, match=f"^{named} holds a character"):
        settings.load().token("slack_bot_token")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (f"{BOT}\n{APP}", "holds a character that no token has. Copy the whole token"),
        (f'"{BOT}"', "holds quotation marks"),
        (APP, "holds what belongs in SLACK_APP_TOKEN"),
        ("hunter2", "holds another token"),
    ],
)
def test_what_is_wrong_in_a_tokens_file_is_told_of_the_file(monkeypatch, tmp_path, content, fault):
    (tmp_path / "secret").write_text(content)
    monkeypatch.setenv("SLACK_BOT_TOKEN_FILE", str(tmp_path / "secret"))
    with pytest.raises(SettingsError) as refused:
        settings.load().token("slack_bot_token")
    assert str(refused.value).startswith(f"SLACK_BOT_TOKEN_FILE names a file that {fault}")
    assert CANARY not in str(refused.value)


def test_what_is_wrong_with_either_token_is_told_at_once(monkeypatch):
    with pytest.raises(SettingsError) as refused:
        settings.load().tokens()
    told = str(refused.value).splitlines()
    assert [line.partition(" is missing")[0] for line in told] == [t[0].upper() for t in TOKENS]
    monkeypatch.setenv("SLACK_BOT_TOKEN", APP)
    monkeypatch.setenv("SLACK_APP_TOKEN", BOT)
    with pytest.raises(SettingsError) as refused:
        settings.load().tokens()
    assert [line.split()[0] for line in str(refused.value).splitlines()] == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
    ]


def test_a_dotenv_file_that_is_not_text_is_told(tmp_path):
    (tmp_path / ".env").write_bytes(b"STANCEBOOK_LOG=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"\.env cannot be read \(it is not UTF-8\)"):
        settings.load()


def folder(place):
    place.mkdir()


def link_to_nothing(place):
    place.symlink_to("nowhere")


@pytest.mark.skipif(os.name == "nt", reason="no named pipes")
@pytest.mark.parametrize("make", [folder, os.mkfifo, link_to_nothing])
def test_a_dotenv_that_is_no_file_is_told_and_not_waited_for(tmp_path, make):
    make(tmp_path / ".env")
    with pytest.raises(SettingsError, match=r"\.env cannot be read \(it is not a regular file\)"):
        settings.load()


QUOTED = {
    "SLACK_API_URL": "http://127.0.0.1:3000/api/",
    "SLACK_BOT_TOKEN_FILE": "/run/secrets/token",
    "STANCEBOOK_ARTICLES": "/srv/articles",
    "STANCEBOOK_CORPUS": "/srv/corpus",
    "STANCEBOOK_LOG": "json",
    "STANCEBOOK_PICTURES": "false",
    "STANCEBOOK_REGISTER": "source",
    "STANCEBOOK_STATE": "sqlite://",
    "STANCEBOOK_WATCH": "3",
}


@pytest.mark.parametrize("marks", ['"{}"', "'{}'", "“{}”", "‘{}’", ' "{}"\r'])
@pytest.mark.parametrize(("name", "value"), QUOTED.items())
def test_quotation_marks_around_a_value_are_what_is_named(monkeypatch, name, value, marks):
    monkeypatch.setenv(name, marks.format(value))
    with pytest.raises(SettingsError) as refused:
        settings.load()
    said = f"{name} holds quotation marks, which are not part of the value. Leave them out"
    assert str(refused.value) == said


@pytest.mark.parametrize("folder", ["/srv/the editors'", "“Kept” and ‘left’", '"'])
def test_a_quotation_mark_that_is_part_of_a_folder_is_none_around_it(monkeypatch, folder):
    monkeypatch.setenv("STANCEBOOK_CORPUS", folder)
    assert settings.load().stancebook_corpus == Path(folder)


def test_each_value_with_quotation_marks_is_named(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_LOG", '"json"')
    monkeypatch.setenv("STANCEBOOK_WATCH", '"3"')
    with pytest.raises(SettingsError) as refused:
        settings.load()
    told = str(refused.value).splitlines()
    assert {line.split()[0] for line in told} == {"STANCEBOOK_LOG", "STANCEBOOK_WATCH"}


def test_quotation_marks_around_json_are_named(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_COMMANDS", """'{"stance": "position"}'""")
    with pytest.raises(SettingsError, match=r"STANCEBOOK_COMMANDS .* no quotation marks around"):
        settings.load()


def test_quotation_marks_that_a_dotenv_file_takes_away_are_no_fault(tmp_path):
    (tmp_path / ".env").write_text('SLACK_API_URL="http://127.0.0.1:3000/api/"\n')
    assert settings.load().slack_api_url == "http://127.0.0.1:3000/api/"


@pytest.mark.parametrize("around", ["{}\r", " {} ", "{}\t"])
@pytest.mark.parametrize(("name", "value"), QUOTED.items())
def test_spaces_and_line_ends_around_a_value_are_no_part_of_it(monkeypatch, name, value, around):
    monkeypatch.setenv(name, value)
    meant = settings.load()
    monkeypatch.setenv(name, around.format(value))
    assert settings.load() == meant
