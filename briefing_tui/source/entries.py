"""From a tree of plain data to a briefing, entry by entry: each stands or falls alone, and what falls is counted and explained once."""

from typing import Any

from briefing_tui.model.briefing import Briefing, Header
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.reference import ID_PATTERN, id_problem, slug
from briefing_tui.model.shape import Field, Many, Record, Shape, Table, fields_of
from briefing_tui.model.situation import Situation
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related
from briefing_tui.source.structure import Unsure, attributes, build, holds_entries
from briefing_tui.source.yaml_tree import REFUSED, Path, Tree

#: Parts of a briefing whose keys are judged one by one, so that one mistake does not cost the rest.
_PARTS: dict[str, type[Any]] = {"situation": Situation, "outlook": Outlook}

_FAILED = object()


class Builder:
    """Builds one briefing. Read `problems`, `paths` (identity of an entry or reference -> path) and `omitted` after `briefing()`."""

    def __init__(self, tree: Tree, problems: list[Diagnostic]) -> None:
        self.tree = tree
        self.problems = problems
        self.paths: dict[int, Path] = {}
        self.omitted: dict[str, str] = {}
        self._ids: dict[str, Path] = {}
        self._entries: dict[str, Entry] = {}
        self._built: dict[Path, Any] = {}

    def briefing(self, stem: str) -> Briefing | None:
        """The briefing, or None where the text holds none: a required header is missing or not sound."""
        root = self.tree.root
        if not isinstance(root, dict):
            if not self.problems:
                self._not_a_mapping(root)
            return None
        found = self._part(Briefing, root, ())
        if any(field.required and field.name not in found for field in fields_of(Briefing).values()):
            return None
        found.update(id=stem, entries=self._entries, omitted=self.omitted)
        made: Briefing = build(Briefing, found)
        for name in ("id", "entries", "omitted"):
            object.__setattr__(made, name, found[name])
        return made

    def _not_a_mapping(self, root: Any) -> None:
        if root is None:
            self._report("F106", (), "The file holds no briefing", "Begin with `title:`, `as_of:` and `situation:`")
        else:
            self._report("Y210", (), "This is not a briefing: it is not a mapping of keys to values",
                         "Begin with `title:`, `as_of:` and `situation:` at the left margin")  # fmt: skip

    # parts: the header, the situation and the outlook ------------------------------------------------------------------

    def _part(self, model: type[Any], data: Any, path: Path) -> dict[str, Any]:
        """The attributes of a part; what is not sound in it is reported and left out."""
        if model is not Briefing:
            try:
                return attributes(model, data, path, self.entries)
            except Unsure:
                pass
        if not isinstance(data, dict):
            if data is not REFUSED:
                from briefing_tui.source.explain import wrong_shape

                self.problems.append(wrong_shape(self.tree, path, Record(model), data))
            return {}
        found: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for key, value in data.items():
            field = fields_of(model).get(key)
            if field is not None and key in _PARTS and not path:
                part = self._part(_PARTS[key], value, (key,)) if value is not None else {}
                if value is not None and all(f.name in part for f in fields_of(_PARTS[key]).values() if f.required):
                    found[key] = build(_PARTS[key], part)
                elif value is None:
                    rest[key] = None
            elif field is not None and holds_entries(field.shape):
                if value is not None:
                    found[field.name] = self.entries(field.shape, value, (*path, key))
            else:
                rest[key] = value
        found.update(self._judged_part(model, rest, path, data))
        return found

    def _judged_part(self, model: type[Any], rest: dict[str, Any], path: Path, data: dict[str, Any]) -> dict[str, Any]:
        """The plain fields of a part; those that pydantic does not take are reported and dropped."""
        judged = Header if model is Briefing else model
        missing = [f for f in fields_of(model).values() if f.required and data.get(f.key) is None]
        sound: dict[str, Any] = {}
        doubtful = bool(missing)
        for key, value in rest.items():
            if value is REFUSED or value is None:
                continue
            try:
                sound.update(attributes_of_one(model, key, value, path, self.entries))
            except Unsure:
                doubtful = True
        if doubtful:
            from briefing_tui.source.explain import part_problems

            self.problems.extend(part_problems(self.tree, judged, rest, path, missing))
        return sound

    # entries -------------------------------------------------------------------------------------------------------------

    def entries(self, shape: Shape, data: Any, path: Path) -> tuple[Any, ...]:
        """The sound entries at a field, in order. The others are reported and counted; nothing is raised."""
        done = self._built.get(path)
        if done is None:
            done = self._built[path] = tuple(self._each_entry(shape, data, path))
        return done  # type: ignore[no-any-return]

    def _each_entry(self, shape: Shape, data: Any, path: Path) -> list[Any]:
        assert isinstance(shape, Many) and isinstance(shape.item, Record)
        record = shape.item
        loose = record.either is not None or issubclass(record.model, Statement)
        if data is REFUSED:
            return []
        if isinstance(data, dict) and not (loose and ("text" in data or "ref" in data)):
            made = [self._keyed(record, key, value, (*path, key)) for key, value in data.items() if key[:1] != "\0"]
        elif loose:
            items = data if isinstance(data, list) else [data]
            owner = ".".join(str(step) for step in (path if len(path) == 2 else path[-2:]))
            made = [
                self._entry(record, f"{owner}.{n + 1}", item, (*path, n)) for n, item in enumerate(items) if item is not None
            ]
        else:
            from briefing_tui.source.explain import not_keyed

            self.problems.append(not_keyed(self.tree, path, data))
            return []
        return [entry for entry in made if entry is not _FAILED]

    def _keyed(self, record: Record, key: str, data: Any, path: Path) -> Any:
        kind = record.model.KIND
        if (why := id_problem(key)) is not None:
            better = slug(key)
            edits = (Edit(self.tree.extent(path, key=True), better, f"Call it {better}"),) if ID_PATTERN.fullmatch(better) else ()
            help = f"Call it `{better}`" if edits and id_problem(better) is None else f"Give the {kind} an id such as `{better or kind}-1`"
            self._report("M307", path, f"“{key}” cannot be an id: {why}", help, key=True, edits=edits if id_problem(better) is None else ())
            self.omitted[better or key] = kind
            return _FAILED
        if (first := self._ids.get(key)) is not None:
            self._report("M308", path, f"“{key}” is already the id of another entry", "Ids are one namespace for the whole file: give this one another",
                         key=True, related=(Related(self.tree.extent(first, key=True), f"the first “{key}”"),))  # fmt: skip
            return _FAILED
        self._ids[key] = path
        if data is None:
            data = {}
        return self._entry(record, key, data, path)

    def _entry(self, record: Record, id: str, data: Any, path: Path) -> Any:
        """One entry, or one reference where that may stand; _FAILED when it is left out."""
        model = record.model
        if record.either is not None and _is_reference(data):
            model = record.either
        made = self._made(model, id, data, path)
        if made is _FAILED:
            self.omitted[id] = getattr(model, "KIND", "") or "reference"
            return made
        self.paths[id_of(made)] = path
        if isinstance(made, Entry):
            self._entries[id] = made
        return made

    def _made(self, model: type[Any], id: str, data: Any, path: Path) -> Any:
        # An entry's place in the order of the index is its own, not that of the statements inside it.
        if issubclass(model, Entry):
            self._entries.setdefault(id, None)  # type: ignore[arg-type]
        try:
            found = attributes(model, data, path, self.entries)
        except Unsure:
            from briefing_tui.source.explain import entry_problems

            problems, found_again = entry_problems(self.tree, model, id, data, path, self.entries)
            self.problems.extend(problems)
            if found_again is None:
                self._entries.pop(id, None)
                return _FAILED
            found = found_again
        made = build(model, found)
        if issubclass(model, Entry):
            object.__setattr__(made, "id", id)
        return made

    def _report(
        self,
        code: str,
        path: Path,
        message: str,
        help: str,
        *,
        key: bool = False,
        edits: tuple[Edit, ...] = (),
        related: tuple[Related, ...] = (),
    ) -> None:
        self.problems.append(finding(code, self.tree.extent(path, key=key), message, help, related=related, edits=edits))


def id_of(thing: object) -> int:
    """The identity under which a built thing's place is kept."""
    return id(thing)


def attributes_of_one(model: type[Any], key: str, value: Any, path: Path, entries: Any) -> dict[str, Any]:
    """The attribute a single key of a part stands for. Raises Unsure."""
    field: Field | None = fields_of(model).get(key)
    if field is None:
        if key.startswith("x-") or key[:1] == "\0":
            return {}
        raise Unsure
    from briefing_tui.source.structure import value_of

    return {field.name: value_of(field.shape, value, (*path, key), entries)}


def _is_reference(data: Any) -> bool:
    if isinstance(data, dict):
        return "ref" in data
    return isinstance(data, str) and bool(ID_PATTERN.fullmatch(data.rpartition("#")[2]))


__all__ = ["Builder", "Table"]
