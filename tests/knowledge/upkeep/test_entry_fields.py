"""Every field that a curator can fill in is asked for, in the template's own words."""

from __future__ import annotations

import pytest

from knowledge.corpus.model import Attestation, Interval, Membership
from knowledge.upkeep.entry_fields import MODELS, list_fields

WRITTEN_BY_COMMANDS = {"former_ids"}
PARTS = {"memberships": Membership, "descriptions": Attestation, "date": Interval}
SELDOM = {"note", "date"}  # of a membership, and of an attestation


def aliased(model):
    return {field.alias or name for name, field in model.model_fields.items()}


@pytest.mark.parametrize("kind", MODELS)
def test_no_field_of_the_model_is_forgotten(opened, kind):
    fields = {field.name: field for field in list_fields(opened().corpus, kind)}
    assert fields.keys() == aliased(MODELS[kind]) - WRITTEN_BY_COMMANDS
    for name, part in PARTS.items():
        if name in fields:
            assert {f.name for f in fields[name].parts} >= aliased(part) - SELDOM


@pytest.mark.parametrize("kind", MODELS)
def test_each_field_has_the_words_of_its_template(opened, kind):
    unexplained = [f.name for f in list_fields(opened().corpus, kind) if not f.explanation]
    assert unexplained == []


@pytest.mark.parametrize("kind", MODELS)
def test_what_the_model_needs_is_needed(opened, kind):
    needed = {n for n, f in MODELS[kind].model_fields.items() if f.is_required()}
    fields = list_fields(opened().corpus, kind)
    assert {f.name for f in fields if f.needed} >= needed - {"date"}
