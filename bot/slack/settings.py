"""Settings from the environment, a .env file, or a file for each token; tokens never show."""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from pydantic_settings import SettingsError as WrongSource

from bot.block_kit.limits import BUILT_IN_COMMANDS
from bot.commands import OPENING, called, commands_as, registry
from bot.pictures.drawing import MISSING, can_draw
from bot.slack.proxies import is_this_machine
from bot.slack.tokens import SENDABLE, SIGNING_SECRET, TOKENS, read_signing_secret, read_token
from bot.state import RETENTION_DAYS
from knowledge.corpus import SettingsError, from_home, is_in_marks, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.command import Command

SLACK_API = "https://slack.com/api/"
CommandName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,31}$")]
HomePath = Annotated[Path, AfterValidator(from_home)]
_SEPARATORS = re.compile(r"[\s,]+")


def _split(given: object) -> object:
    """Return the words of a list that is typed with commas or spaces."""
    return [w for w in _SEPARATORS.split(given) if w] if isinstance(given, str) else given


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
ChannelId = Annotated[str, StringConstraints(pattern=r"^[CG][A-Z0-9]{2,}$")]

# A shell takes them away; docker's env files, CI forms and some shells' `set` do not.
_MARKS_FAULT = "holds quotation marks, which are not part of the value. Leave them out"


class Settings(BaseSettings):
    """What can be set; each field's name in capitals is its variable."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    slack_bot_token: SecretStr | None = None
    """The bot token. It starts with `xoxb-`."""
    slack_bot_token_file: HomePath | None = None
    """A file that holds the bot token, instead of the token itself."""
    slack_app_token: SecretStr | None = None
    """The app-level token with the scope `connections:write`. It starts with `xapp-`."""
    slack_app_token_file: HomePath | None = None
    """A file that holds the app-level token, instead of the token itself."""
    slack_signing_secret: SecretStr | None = None
    """The secret that Slack signs requests over HTTP with, for `stancebook serve`. Socket Mode,
    which `stancebook run` uses, does not need it.
    """
    slack_signing_secret_file: HomePath | None = None
    """A file that holds the signing secret, instead of the secret itself."""
    slack_api_url: str = SLACK_API
    """Another Slack, on this machine only, such as `http://127.0.0.1:3000/api/`."""
    stancebook_commands: dict[str, CommandName] = Field(default_factory=dict)
    """Other names for the registered commands, as JSON: `{"stance": "position"}`."""
    stancebook_register: Words = ()
    """Commands to register with Slack beside the usual ones, and with a minus those to leave out:
    `source -issues`. What is not registered is a word after `/stance`.
    """
    stancebook_corpus: HomePath | None = None
    """Your own corpus: a folder of entries, or a checkout with `entries/` in it. The built-in
    corpus by default.
    """
    stancebook_articles: HomePath | None = None
    """The folder of the articles' whole texts, against which quotes are proved and in which
    `/check` looks. By default `articles/` beside the `entries/` of your corpus, else `articles/`
    in the working folder.
    """
    stancebook_curators: ChannelId | None = None
    """The id of a channel that hears why the corpus as it is now is not served, and when it is
    served again. Invite the bot to it.
    """
    stancebook_watch: Annotated[float, Field(ge=0, le=3600)] = 2
    """Seconds between two looks at the corpus, 0 to 3600. 0 turns watching off."""
    stancebook_state: SecretStr | None = None
    """The database of what is under way or done, so that nothing is done twice:
    `sqlite:////var/lib/stancebook/state.sqlite`, `postgresql://user:password@host/database` for
    several processes, or `sqlite://` for memory alone. A file among the user's data by default.
    """
    stancebook_state_days: Annotated[float, Field(gt=0, le=3650)] = RETENTION_DAYS
    """Days after which what is done is forgotten."""
    stancebook_log: Literal["plain", "json"] = "plain"
    """The form of the log: `plain` or `json`."""
    stancebook_threads: Annotated[int, Field(ge=1, le=100)] = 10
    """The number of threads that answer commands, 1 to 100. As many answer mentions and direct
    messages, and as many answer clicks.
    """
    stancebook_sockets: Annotated[int, Field(ge=1, le=10)] = 2
    """The number of connections to Slack, 1 to 10. Slack lets an app have 10, of all processes
    together.
    """

    stancebook_pictures: bool = False
    """Whether timelines have a button *Picture*, which draws them and uploads the picture. It needs
    the scope `files:write` and the extra `pictures`.
    """

    stancebook_form: bool = True
    """Whether the app has the shortcut *Ask Stancebook*, a form that completes names."""

    @model_validator(mode="before")
    @classmethod
    def _bare_values(cls, given: dict[str, object]) -> dict[str, object]:
        """Take away spaces and line ends around values; name those between quotation marks."""
        bare = {name: v.strip() if isinstance(v, str) else v for name, v in given.items()}
        marked = [n for n, v in bare.items() if isinstance(v, str) and is_in_marks(v)]
        # A token has words of its own, where it is needed.
        if wrong := [name.upper() for name in marked if name not in TOKENS]:
            raise ValueError("\n".join(f"{name} {_MARKS_FAULT}" for name in wrong))
        return bare

    @model_validator(mode="after")
    def _library_of_pictures(self) -> Self:
        if self.stancebook_pictures and not can_draw():
            msg = f"STANCEBOOK_PICTURES: {MISSING}"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _loopback_only(self) -> Self:
        """Another Slack is one on this machine: a token is never sent anywhere else."""
        if self.slack_api_url == SLACK_API or is_loopback(self.slack_api_url):
            return self
        msg = f"SLACK_API_URL {_fault_of(self.slack_api_url)}, such as http://127.0.0.1:3000/api/"
        raise ValueError(msg)

    @model_validator(mode="after")
    def _registered_commands(self) -> Self:
        added, dropped = self._changes()
        if both := added & dropped:
            msg = f"STANCEBOOK_REGISTER: {min(both)} is both added and left out"
            raise ValueError(msg)
        if OPENING in dropped:
            msg = f"STANCEBOOK_REGISTER: {OPENING} stays: each other command is a word after it"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _names_that_work(self) -> Self:
        if not self.stancebook_commands:
            return self
        known = {c.name: c.registered for c in registry().values() if c.in_slack}
        names = {**known, **self.stancebook_commands}
        unregistered = set(self.stancebook_commands) - self.registered
        if found := unregistered & set(known):
            msg = (
                f"STANCEBOOK_COMMANDS: {min(found)} is not registered with Slack, where it would"
                f" have another name: add it to STANCEBOOK_REGISTER"
            )
            raise ValueError(msg)
        if unregistered:
            ours = ", ".join(name for name in known if name in self.registered)
            wrong = min(unregistered)
            msg = f"STANCEBOOK_COMMANDS: there is no command {wrong!r}: name one of {ours}"
            raise ValueError(msg)
        if twice := [name for name, count in Counter(names.values()).items() if count > 1]:
            msg = f"STANCEBOOK_COMMANDS: two commands cannot both be /{twice[0]}"
            raise ValueError(msg)
        if taken := BUILT_IN_COMMANDS & set(self.stancebook_commands.values()):
            msg = f"STANCEBOOK_COMMANDS: /{min(taken)} is built into Slack: choose another name"
            raise ValueError(msg)
        return self

    def _changes(self) -> tuple[set[str], set[str]]:
        """Return the commands that are added to the registered ones, and those left out."""
        added = {_command(w.removeprefix("+")) for w in self.stancebook_register if w[0] != "-"}
        dropped = {_command(w[1:]) for w in self.stancebook_register if w[0] == "-"}
        return added, dropped

    @property
    def registered(self) -> set[str]:
        """Return the commands that Slack knows, by their own names."""
        added, dropped = self._changes()
        usual = {c.name for c in registry().values() if c.in_slack and c.daily}
        return (usual | added) - dropped

    @property
    def commands(self) -> dict[str, Command]:
        """Return every command as this workspace knows it."""
        return commands_as(self.stancebook_commands, self.registered)

    @property
    def articles(self) -> Path:
        """Return the folder of whole texts."""
        return texts_of(self.stancebook_corpus, self.stancebook_articles)

    @property
    def state_url(self) -> str | None:
        """Return the URL of the state's database, for open_state(); None is the default file."""
        return self.stancebook_state.get_secret_value() if self.stancebook_state else None

    def token(self, name: str) -> str:
        """Return a token; raise SettingsError that says which is missing or swapped, and why."""
        direct: SecretStr | None = getattr(self, name)
        given = direct.get_secret_value().strip() if direct else ""
        return read_token(name, given, getattr(self, f"{name}_file"))

    def signing_secret(self) -> str:
        """Return the secret that requests over HTTP are signed with; raise SettingsError."""
        direct = self.slack_signing_secret
        given = direct.get_secret_value().strip() if direct else ""
        return read_signing_secret(given, self.slack_signing_secret_file)

    def tokens(self) -> dict[str, str]:
        """Return both tokens by name; raise SettingsError that says what is wrong with each."""
        return _read_all({name: partial(self.token, name) for name in TOKENS})

    def http_secrets(self) -> dict[str, str]:
        """Return what serving over HTTP needs: the bot token and the signing secret.

        Raises SettingsError that says what is wrong with each.
        """
        bot = "slack_bot_token"
        return _read_all({bot: lambda: self.token(bot), SIGNING_SECRET: self.signing_secret})


def _read_all(readers: dict[str, Callable[[], str]]) -> dict[str, str]:
    """Return what each reads, by name; raise one SettingsError with a line for each that cannot."""
    found, wrong = {}, []
    for name, read in readers.items():
        try:
            found[name] = read()
        except SettingsError as error:
            wrong.append(str(error))
    if wrong:
        raise SettingsError("\n".join(wrong))
    return found


# What a value must be, where the library's own words are not for a reader.
_WANTED = {
    "stancebook_commands": (
        'give JSON such as {"stance": "position"}; a name has up to 31 lower-case letters, digits,'
        " - and _"
    ),
    "stancebook_curators": (
        "give the id of a channel, such as C0123456789: Slack shows it at the end of the"
        " channel's details"
    ),
    "stancebook_form": "write true or false",
    "stancebook_log": "write plain or json",
    "stancebook_pictures": "write true or false",
    "stancebook_state_days": "give a number of days, above 0 and up to 3650",
    "stancebook_sockets": "give a whole number, 1 to 10",
    "stancebook_threads": "give a whole number, 1 to 100",
    "stancebook_watch": "give a number of seconds, 0 to 3600; 0 is never",
}
_FIELD = re.compile(r'field "(\w+)"')


def _command(name: str) -> str:
    """Return a command's own name; raise ValueError in words where there is none of that name."""
    found = called(name)
    if found and found.in_slack:
        return found.name
    ours = ", ".join(c.name for c in registry().values() if c.in_slack)
    msg = f"STANCEBOOK_REGISTER: there is no command {name!r}: name some of {ours}"
    raise ValueError(msg)


def is_loopback(url: str) -> bool:
    """Return whether an address is on this machine, and one that can be called."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "http" or parts.port == 0 or not SENDABLE.fullmatch(url):
            return False
        if "@" in parts.netloc:  # a password would stand in each line that names the address
            return False
        return is_this_machine(host)
    except ValueError:
        return False


def _fault_of(url: str) -> str:
    """Return what is wrong with the address of another Slack; it may hold a password."""
    if not SENDABLE.fullmatch(url):
        return "holds a character that no address has: give an address"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "is not an address: give one"
    if "@" in parts.netloc:
        return "may hold no user and no password: give the address alone"
    try:
        is_port = parts.port != 0
    except ValueError:
        is_port = False
    return "may only name a loopback address" if is_port else "has a port that is not 1 to 65535"


def _require_file(dotenv: Path) -> None:
    """Raise OSError where what is to be read can be no file; opening a pipe would wait."""
    if os.path.lexists(dotenv) and not dotenv.is_file():
        raise OSError(errno.EINVAL, "it is not a regular file")


def load(**given: str) -> Settings:
    """Read the settings that are not given; raise SettingsError in words where one is wrong."""
    try:
        _require_file(Path(".env"))
        return Settings(**given)  # type: ignore[arg-type]  # each is read as its variable is
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        msg = f".env cannot be read ({why}). Move it away, or let it be a file of settings."
        raise SettingsError(msg) from None
    except WrongSource as error:
        variable = _FIELD.search(str(error))
        name = variable[1].upper() if variable else "A setting"
        msg = (
            f'{name} cannot be read: it is JSON, such as {{"stance": "position"}}, with no'
            " quotation marks around all of it"
        )
        raise SettingsError(msg) from None
    except ValidationError as error:
        wrong = [
            f"{str(e['loc'][0]).upper()}: {_WANTED.get(str(e['loc'][0]), e['msg'])}"
            if e["loc"]
            else e["msg"]
            for e in error.errors(include_url=False, include_input=False)
        ]
        raise SettingsError("\n".join(w.removeprefix("Value error, ") for w in wrong)) from None
