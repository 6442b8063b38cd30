"""The schema of a briefing, made from the shapes of the models. Draft-07, without `anyOf`: each mistake is one error.

Of a key only title, words and type stand beside it, and what is asserted of the value under `allOf`: so an editor that
completes a key writes `key: ` and leaves it to the author which form follows.
"""

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.described import field_docs
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.shape import Choice, Field, Record, Shape, Table, Value, fields_of
from briefing_tui.model.vocabulary import vocabulary
from briefing_tui.schema.file import DRAFT, SCHEMA_ID
from briefing_tui.schema.scalars import id_schema, recipient_schema, scalar
from briefing_tui.schema.words import Schema, enumerated, offered, plain, under
from briefing_tui.source.wanted import is_loose

_OWN = {"^x-": {"title": "x-", "description": "A key of your own: nobody else reads it."}}
_NOUNS: dict[type[Any], str] = {Ref: "reference", Cite: "citation"}


class Part(NamedTuple):
    """What may stand at a place: types (text first; none where words are listed exactly), and what is asserted."""

    types: tuple[str, ...]
    schema: Schema
    #: Said where the type is wrong.
    wanted: str = ""
    #: What a hover says beyond the words of the place.
    more: str = ""

    @property
    def placed(self) -> Schema:
        """The type and what is asserted."""
        # As a list, also of one: an editor would call a single type by the title of the place.
        types: Schema = {"type": list(self.types)} if self.types else {}
        return types | ({"errorMessage": self.wanted} if self.wanted and types else {}) | self.schema


def briefing_schema() -> Schema:
    """The whole schema, as plain data."""
    shapes = _Shapes()
    root = shapes.mapping(Briefing)
    made = "Made from the model by `make schema`."
    head = {"$schema": DRAFT, "$id": SCHEMA_ID, "$comment": made, "title": "briefing"}
    words = {"description": "A situational briefing, format version 1.", "type": ["object"]}
    return head | words | root | {"definitions": dict(sorted(shapes.definitions.items()))}


class _Shapes:
    """Makes schemas of shapes; what is used again and again is kept once, in `definitions`."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def mapping(self, model: type[Any]) -> Schema:
        """The keys of a model."""
        docs = field_docs(model)
        required = _required(model)
        return {
            "properties": {key: self._key(field, docs[key]) for key, field in fields_of(model).items()},
            **({"required": required} if required else {}),
            "patternProperties": _OWN,
            "additionalProperties": False,
        }

    def _key(self, field: Field, doc: str) -> Schema:
        part = self._part(field.shape)
        needed: Schema = {}
        if field.required and isinstance(field.shape, Value) and field.shape.scalar.name in ("line", "prose"):
            needed = {"pattern": r"\S", "patternErrorMessage": "Something must stand here."}
        return _named(field.key, doc, part.more, "Must be there." if field.required else "") | part.placed | needed

    def _part(self, shape: Shape) -> Part:
        if isinstance(shape, Value):
            return self._scalar(shape)
        if isinstance(shape, Choice):
            return Part((), enumerated(vocabulary(shape)))
        if isinstance(shape, Table):
            return self._table(shape)
        if isinstance(shape, Record):
            return self._record(shape)
        item = shape.item
        if isinstance(item, Record) and (item.is_entry or item.either):
            return self._entries(item)
        return self._words(item) if isinstance(item, Choice) else self._several(item)

    def _scalar(self, shape: Value) -> Part:
        types, schema, wanted, more = scalar(shape)
        if shape.to is not None:
            more = f"The id of {_kinds(shape.to.kinds)}."
        if schema:
            schema = self._defined(shape.scalar.name.replace(" ", "-"), lambda: schema)
        return Part(types, schema, wanted, more)

    def _record(self, shape: Record) -> Part:
        model, noun = shape.model, _noun(shape.model)
        if model in (Ref, Cite):
            kinds = _kinds(shape.to.kinds if shape.to is not None else ())
            return self._short(model, f"The id of {kinds}, or `{{ref: id, ...}}` with what qualifies it.")
        if _short_form(model):
            return self._short(model, f"A text alone stands for `{model.SHORT_FORM}`.")
        if _required(model) and not shape.is_entry:
            # It stands in one place, and an editor writes the keys it must have together with its own.
            return Part(("object",), self.mapping(model))
        keys = ", ".join(_required(model) or list(fields_of(model)))
        wanted = f"A mapping belongs here, with keys of its own: {keys}."
        return Part(("object",), self._defined(noun, lambda: self.mapping(model)), wanted)

    def _short(self, model: type[Any], more: str) -> Part:
        """A mapping, or the one scalar that may stand for it."""
        short = fields_of(model)[model.SHORT_FORM].shape
        assert isinstance(short, Value)
        types, schema, wanted, _ = scalar(short)
        held = self._defined(_noun(model), lambda: self.mapping(model))
        if schema:
            held = self._defined(f"{_noun(model)}-in-short", lambda: schema | held)
        return Part((*types, "object"), held, wanted, more)

    def _words(self, item: Choice) -> Part:
        """One word, or a list of them."""
        part = self._part(item)
        schema = {"allOf": [under(("string",), part.schema), {"items": part.schema}]}
        return Part(("string", "array"), offered(vocabulary(item)) | schema, more="One, or a list.")

    def _several(self, item: Shape) -> Part:
        """One, or a list of them."""
        part = self._part(item)
        more = f"{part.more} One, or a list.".lstrip()
        if not isinstance(item, Record):
            return Part((*part.types, "array"), _both(part.schema, {"items": part.placed}), part.wanted, more)
        listed = {"items": self._item(item, part)}
        schema = self._defined(f"{_noun(item.model)}s", lambda: part.schema | listed)
        return Part((*part.types, "array"), schema, part.wanted, more)

    def _item(self, item: Record, part: Part) -> Schema:
        """One of several, under a title of its own."""
        return _named(_noun(item.model), _doc(item.model), part.more) | part.placed

    def _entries(self, item: Record) -> Part:
        """Entries by id; those that may go without one also as a list, or one by itself."""
        part = self._entry(item)
        each = self._item(item, part)
        ids = self._reference("id-of-an-entry", id_schema)
        keyed = {"type": "object", "propertyNames": ids, "additionalProperties": each}
        if not is_loose(item):
            wanted = "Entries stand under ids of their own, as in `some-id: {...}`; the id is what links name."
            return Part((), keyed | {"errorMessage": wanted}, more="Each under an id of its own.")
        # Of what is no mapping `required` asserts nothing: texts and lists take the first branch, and pass it.
        referring = {"if": {"required": ["ref"]}, "then": part.schema, "else": keyed}
        mapping = {"if": {"required": ["text"]}, "then": part.schema, "else": referring}
        name = f"{_noun(item.model)}s" + (f"-or-{_noun(item.either)}s" if item.either is not None else "")
        schema = self._defined(name, lambda: mapping | {"items": each})
        more = "A list; or each under an id of its own, where something is to refer to it."
        return Part((*part.types, "array"), schema, part.wanted, more)

    def _entry(self, item: Record) -> Part:
        part = self._record(Record(item.model))
        if item.either is None:
            return part
        name = f"{_noun(item.model)}-or-{_noun(item.either)}"
        schema = self._defined(name, lambda: self._either(part.schema, item.either))
        more = f"{part.more} `{{ref: id}}`, or an id alone, stands for one that is written elsewhere."
        return part._replace(schema=schema, more=more)

    def _either(self, entry: Schema, reference: type[Any] | None) -> Schema:
        """An entry, or a reference to one where there is a `ref`: that key is offered beside the entry's own."""
        assert reference is not None
        mapping = self.mapping(reference)
        ref, mapping["properties"]["ref"] = mapping["properties"]["ref"], True
        name = f"{_noun(reference)}-elsewhere"
        is_one = {"type": "object", "required": ["ref"]}
        return {"properties": {"ref": ref}, "if": is_one, "then": self._defined(name, lambda: mapping), "else": entry}

    def _table(self, shape: Table) -> Part:
        part = self._part(shape.value)
        if isinstance(shape.key, Choice):
            words = vocabulary(shape.key)
            named = {row.word: _named(row.word, row.meaning, part.more) | part.placed for row in words}
            return Part(("object",), {"properties": named, "additionalProperties": False})
        if not shape.alone:
            wanted = "A mapping belongs here, as in `term: actor`."
            return Part(("object",), {"additionalProperties": part.placed}, wanted, part.more)
        assert isinstance(shape.value, Choice)
        keyed = {"propertyNames": recipient_schema(), "additionalProperties": part.schema}
        schema = offered(vocabulary(shape.value)) | {"allOf": [under(("string",), part.schema), keyed]}
        return Part(("string", "object"), schema, more="One answer, or one for each recipient, as in `town: yes`.")

    def _defined(self, name: str, made: Callable[[], Schema]) -> Schema:
        """What a definition asserts. Beside a bare reference nothing else would count."""
        return {"allOf": [self._reference(name, made)]}

    def _reference(self, name: str, made: Callable[[], Schema]) -> Schema:
        """A reference to a definition, made now where it was not."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = made()
        return {"$ref": f"#/definitions/{name}"}


def _named(title: str, doc: str, *more: str) -> Schema:
    marked = "\n\n".join(filter(None, (doc, *more)))
    return {"title": title, "description": plain(doc), "markdownDescription": marked}


def _both(schema: Schema, more: Schema) -> Schema:
    return {"allOf": [*([schema] if schema else []), more]}


def _doc(model: type[Any]) -> str:
    return " ".join((inspect.getdoc(model) or "").split("\n\n")[0].split())


def _noun(model: type[Any]) -> str:
    return getattr(model, "KIND", "") or _NOUNS.get(model) or model.__name__.lower()


def _required(model: type[Any]) -> list[str]:
    return [field.key for field in fields_of(model).values() if field.required]


def _short_form(model: type[Any]) -> bool:
    """Whether a text alone is enough for a whole one."""
    return bool(model.SHORT_FORM) and _required(model) in ([], [model.SHORT_FORM])


def _kinds(kinds: tuple[str, ...]) -> str:
    named = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in kinds]
    return f"{', '.join(named[:-1])} or {named[-1]}" if len(named) > 1 else "".join(named) or "any entry"
