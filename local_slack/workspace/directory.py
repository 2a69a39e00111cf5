"""Who and where: the people, apps, groups and channels of a workspace."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from local_slack.refusal import refuse
from local_slack.workspace.channels import Channel, User, UserGroup, channel_as_json
from local_slack.workspace.emoji import is_emoji
from local_slack.workspace.ids import BOT_USER, PARTNER, PARTNER_ORG, TEAM

if TYPE_CHECKING:
    from local_slack.refusal import Payload
    from local_slack.workspace.journal import Journal


class Directory:
    """The people and the channels of one workspace with one app in it."""

    def __init__(self, journal: Journal, app_name: str) -> None:
        self._journal = journal
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.usergroups: dict[str, UserGroup] = {}
        self.custom_emoji: set[str] = set()
        self.app_name = app_name
        slug = "".join(c for c in app_name.lower() if c.isalnum()) or "app"
        self.users[BOT_USER] = User(BOT_USER, slug, app_name, is_bot=True)

    def announce(self, what: str, body: Payload, *topics: str | None) -> None:
        """Note a change in the journal, so that the page and whoever waits for a topic see it."""
        self._journal.note("change", what, body, topics=topics)

    # people

    def add_user(self, name: str) -> User:
        """Add a person, who joins all public channels."""
        user = self._new_user(name)
        for channel in self.channels.values():
            if channel.type == "channel":
                channel.members.add(user.id)
                self.announce_channel(channel)
        return user

    def add_outsider(self, name: str, channel: Channel, *, org: bool = False) -> User:
        """Add a person of another organization, with whom the channel is shared from then on.

        With `org`, that organization is an Enterprise Grid.
        """
        user = self._new_user(
            name, team=PARTNER_ORG if org else PARTNER, prefix="W" if org else "U"
        )
        channel.shared = True
        channel.members.add(user.id)
        self.announce_channel(channel)
        return user

    def add_app(self, name: str) -> User:
        """Return the bot user of another app, which is added if it is new."""
        known = (u for u in self.users.values() if u.is_bot and u.real_name == name)
        return next(known, None) or self._new_user(name, is_bot=True)

    def _new_user(
        self, name: str, *, team: str = TEAM, prefix: str = "U", is_bot: bool = False
    ) -> User:
        slug = name.lower().replace(" ", ".")
        user_id = f"{prefix}{len(self.users):03d}{_letters(slug)}"
        user = User(user_id, slug, name, is_bot=is_bot, team=team)
        self.users[user.id] = user
        self.announce("user_added", {"user": vars(user)})
        return user

    def add_usergroup(self, handle: str) -> UserGroup:
        """Add a group that people mention by its handle."""
        group = UserGroup(f"S{len(self.usergroups):03d}{_letters(handle)}", handle)
        self.usergroups[group.id] = group
        return group

    def emoji_name(self, given: str) -> str:
        """Return the name of an emoji without colons; raise Refusal if there is none."""
        name = given.strip(":")
        return name if is_emoji(name, self.custom_emoji) else refuse("invalid_name")

    def user(self, reference: str | User) -> User:
        """Return a person by id or name; raise Refusal if there is none."""
        if isinstance(reference, User):
            return reference
        found = self.users.get(reference) or next(
            (u for u in self.users.values() if reference in (u.name, u.real_name)), None
        )
        if found is None:
            refuse("user_not_found")
        return found

    # channels

    def add_channel(self, name: str, *, bot: bool = True) -> Channel:
        """Add a public channel with everybody in it, and the app's bot only if asked for."""
        people = {u.id for u in self.users.values() if not (u.is_bot or u.is_outsider)}
        return self.new_channel(name, people | ({BOT_USER} if bot else set()))

    def new_channel(
        self, name: str, members: set[str], *, private: bool = False, creator: str = ""
    ) -> Channel:
        """Add a channel with these members."""
        channel_id = f"C{len(self.channels):03d}{_letters(name)}"
        return self._add(Channel(channel_id, name, members, is_private=private, creator=creator))

    def mpim(self, people: list[str]) -> Channel:
        """Return the direct messages of several people and the app; open them if need be."""
        members = {*people, BOT_USER}
        for channel in self.channels.values():
            if channel.is_mpim and channel.members == members:
                return channel
        names = "--".join(sorted(self.users[m].name for m in members))
        channel_id = f"C{len(self.channels):03d}{_letters('mpdm')}"
        return self._add(Channel(channel_id, f"mpdm-{names}-1", members, is_mpim=True))

    def im(self, person: str) -> Channel:
        """Return the direct messages between the app and a person; open them if need be."""
        channel_id = f"D{person[1:]}"
        if channel_id not in self.channels:
            members = {person, BOT_USER}
            self.channels[channel_id] = Channel(channel_id, person, members, person=person)
            self.announce("im_opened", {"channel": channel_id, "user": person})
        return self.channels[channel_id]

    def _add(self, channel: Channel) -> Channel:
        channel.created = int(time.time())
        self.channels[channel.id] = channel
        self.announce_channel(channel)
        return channel

    def announce_channel(self, channel: Channel) -> None:
        """Note that a channel is new, or has changed in all but its messages."""
        shown = {k: v for k, v in channel_as_json(channel).items() if k != "messages"}
        self.announce("channel", shown, channel.id)

    def channel(self, reference: str | Channel) -> Channel:
        """Return a channel by id, by #name or by a person; raise Refusal if there is none."""
        if isinstance(reference, Channel):
            return reference
        name = reference.removeprefix("#")
        found = self.channels.get(reference) or next(
            (c for c in self.channels.values() if c.name == name and not c.is_im), None
        )
        if found is not None:
            return found
        if reference in self.users and not self.users[reference].is_bot:
            return self.im(reference)
        return refuse("channel_not_found")


def _letters(name: str) -> str:
    """Return five letters or digits for an id that reads like a name."""
    return f"{''.join(c for c in name.upper() if c.isascii() and c.isalnum())[:5]:0<5}"
