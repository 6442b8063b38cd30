"""The schema's file: as the model makes it today, by the rules that editors need, told from other schemas."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.described import field_docs
from briefing_tui.model.shape import fields_of
from briefing_tui.schema.file import FILE_NAME, SCHEMA_ID, is_ours, modeline, shipped_schema, written
from briefing_tui.schema.shapes import briefing_schema

TEXT = shipped_schema().read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads(TEXT)


def schemas(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in the schema, with its place. What `properties` and the like hold are schemas, not they."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for key, value in schema.items():
        if key in ("properties", "patternProperties", "definitions"):
            for name, inner in value.items():
                yield from schemas(inner, f"{path}/{key}/{name}")
        elif key in ("allOf",):
            for n, inner in enumerate(value):
                yield from schemas(inner, f"{path}/{key}/{n}")
        elif key in ("if", "then", "else", "items", "additionalProperties", "propertyNames"):
            yield from schemas(value, f"{path}/{key}")


EVERYWHERE = dict(schemas(SCHEMA))


def test_it_is_what_the_model_makes_today() -> None:
    assert written(briefing_schema()) == TEXT, "`make schema` writes it anew"


def test_it_is_a_sound_schema_of_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_it_has_a_name_that_no_host_can_ever_have() -> None:
    assert SCHEMA["$id"] == SCHEMA_ID
    assert SCHEMA_ID.split("/")[2].endswith(".invalid")


def test_it_refers_to_nothing_outside_itself() -> None:
    named = {schema["$ref"] for schema in EVERYWHERE.values() if "$ref" in schema}
    assert named == {f"#/definitions/{name}" for name in SCHEMA["definitions"]}


def test_nothing_stands_beside_a_reference_where_it_would_not_count() -> None:
    assert [path for path, schema in EVERYWHERE.items() if "$ref" in schema and len(schema) > 1] == []


def test_no_mistake_can_be_told_as_several_ways_to_be_right() -> None:
    assert [path for path, schema in EVERYWHERE.items() if {"anyOf", "oneOf", "not", "default"} & schema.keys()] == []


def test_every_key_says_what_it_is_under_its_own_name() -> None:
    keys = {
        path: schema
        for path, schema in EVERYWHERE.items()
        if "/properties/" in path and path.split("/")[-2] == "properties"
    }
    assert len(keys) > 200
    for path, schema in keys.items():
        assert schema["title"] == path.rpartition("/")[2]
        assert schema["description"], path
        assert schema["markdownDescription"].replace("`", "").startswith(schema["description"]), path


def test_the_words_are_those_of_the_models_docstrings() -> None:
    assert SCHEMA["properties"].keys() == fields_of(Briefing).keys()
    for key, doc in field_docs(Briefing).items():
        if key in SCHEMA["properties"]:
            assert SCHEMA["properties"][key]["markdownDescription"].split("\n\n")[0] == doc


def test_every_word_of_a_list_says_what_it_means() -> None:
    lists = {path: schema for path, schema in EVERYWHERE.items() if "enum" in schema}
    assert len(lists) > 20
    for path, schema in lists.items():
        assert len(schema["enumDescriptions"]) == len(schema["enum"]), path
        assert all(schema["enumDescriptions"]), path


def test_every_mapping_of_keys_is_closed_but_for_ones_own() -> None:
    closed = [path for path, schema in EVERYWHERE.items() if schema.get("additionalProperties") is False]
    own = [path for path, schema in EVERYWHERE.items() if "^x-" in schema.get("patternProperties", {})]
    words = [path for path in closed if path.rpartition("/")[2] in ("participants", "relations")]
    assert sorted(closed) == sorted([*own, *words])
    assert len(own) > 20


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"[]",
        b"{}",
        b'{"$id": 7}',
        b'{"$id": "https://example.org/briefing-1.schema.json"}',
        b'{"$id": "https://briefing-tui.invalid.example.org/x.json"}',
        b"\xff\xfe",
        b"[" * 200_000,
    ],
    ids=lambda content: content[:12].decode(errors="replace") or "nothing",
)
def test_what_is_no_schema_of_ours_is_told(content: bytes) -> None:
    assert not is_ours(content)


def test_one_of_another_version_is_ours() -> None:
    assert is_ours(TEXT.encode())
    assert is_ours(b'{"$id": "https://briefing-tui.invalid/briefing-2.schema.json"}')


def test_a_briefing_names_it_by_a_path_from_its_own_folder() -> None:
    assert modeline() == f"# yaml-language-server: $schema={FILE_NAME}"
