"""From plain data to a briefing, entry by entry: each stands or falls alone; what falls is explained once."""

from typing import Any

from briefing_tui.model.briefing import Briefing, Header
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.reference import id_problem, slug
from briefing_tui.model.shape import Field, Many, Record, fields_of
from briefing_tui.model.situation import Situation
from briefing_tui.model.time import When
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related, shown
from briefing_tui.source.refusals import MAX_PROBLEMS
from briefing_tui.source.structure import built, is_ours, plan_of, put
from briefing_tui.source.tree import HIDDEN, REFUSED, Path, Tree
from briefing_tui.source.wanted import is_keyed, is_loose, is_nothing, is_reference

#: Parts of a briefing whose keys are judged one by one, so that one mistake does not cost the rest.
_PARTS: dict[str, type[Any]] = {"situation": Situation, "outlook": Outlook}

#: What stands in for a header that is missing, where the rest is wanted all the same: by its key.
_STAND_INS = {"title": "", "as_of": "unknown", "bottom_line": ""}

_FAILED: Any = object()


class Builder:
    """Builds one briefing.

    Read `problems`, `paths` (identity of an entry or reference -> path) and `omitted` after `briefing()`; `recovered`
    is what there is even where a required header is missing or not sound.
    """

    def __init__(self, tree: Tree, problems: list[Diagnostic]) -> None:
        self.tree = tree
        self.problems = problems
        self.paths: dict[int, Path] = {}
        self.omitted: dict[str, str] = {}
        self.recovered: Briefing | None = None
        #: Every id an author gave, and where; also of entries that were left out.
        self.ids: dict[str, Path] = {}
        self._entries: dict[str, Any] = {}
        self._built: dict[Path, tuple[Any, ...]] = {}
        self._saved: dict[type[Any], Any] = {}

    def briefing(self, stem: str) -> Briefing | None:
        """The briefing, or None where the text holds none: a required header is missing or not sound."""
        root = self.tree.root
        if not isinstance(root, dict):
            if not self.problems:
                self._no_mapping(root)
            return None
        made: Briefing | None = self._part(Briefing, root, ())
        self.recovered = made or self._saved[Briefing]
        put(self.recovered, "id", stem)
        put(self.recovered, "entries", self._entries)
        put(self.recovered, "omitted", self.omitted)
        return made

    def _no_mapping(self, root: Any) -> None:
        help = "Begin with `title:`, `as_of:` and `situation:` at the left margin"
        if root is None:
            self._report("F106", (), "The file holds no briefing", help)
        else:
            self._report("Y210", (), "This is not a briefing: it is not a mapping of keys to values", help)

    # The header, the situation and the outlook: judged key by key.

    def _part(self, model: type[Any], data: Any, path: Path) -> Any:
        """A part, or None where it lacks what it must have. What is not sound in it is reported and left out."""
        if not isinstance(data, dict):
            if data is not REFUSED:
                from briefing_tui.source.objections import wrong_shape

                self.problems.append(wrong_shape(self.tree, path, Record(model), data))
            return None
        plan = plan_of(model)
        made = object.__new__(model)
        found: set[str] = set()
        doubtful: dict[str, Any] = {}
        for key, value in data.items():
            if value is None and (key in plan.plain or key in plan.nested):
                continue
            if key in _PARTS and model is Briefing:
                part = self._part(_PARTS[key], value, (key,))
                if part is not None:
                    put(made, key, part)
                    found.add(key)
            elif key in plan.plain:
                name, convert = plan.plain[key]
                try:
                    put(made, name, convert(value))
                    found.add(key)
                except ValueError:
                    doubtful[key] = value
            elif key in plan.nested:
                name, shape = plan.nested[key]
                put(made, name, self.entries(shape, value, (*path, key)))
            elif not is_ours(key, value):
                doubtful[key] = value
        lacking = [field for field in fields_of(model).values() if field.required and field.key not in found]
        self._explain_part(model, data, doubtful, lacking, path)
        if lacking:
            self._save(model, made, lacking)
            return None
        return made

    def _save(self, model: type[Any], made: Any, lacking: list[Field]) -> None:
        """Keeps a part that lacks something, with what stands in for it."""
        for field in lacking:
            if field.key == "situation":
                put(made, field.name, self._saved.get(Situation) or Situation(bottom_line=""))
            else:
                word = _STAND_INS[field.key]
                put(made, field.name, When.parse(word) if field.key == "as_of" else word)
        self._saved[model] = made

    def _explain_part(
        self, model: type[Any], data: dict[str, Any], doubtful: dict[str, Any], lacking: list[Field], path: Path
    ) -> None:
        # What stands under a hidden key may be just what is lacking.
        spoilt = id(data) in self.tree.incomplete or any(
            key.startswith(HIDDEN) and data[key] is REFUSED for key in data
        )
        missing = [] if spoilt else [field for field in lacking if is_nothing(data.get(field.key))]
        doubtful = {key: value for key, value in doubtful.items() if value is not REFUSED}
        if doubtful or missing:
            from briefing_tui.source.explain import part_problems

            judge = Header if model is Briefing else model
            self.problems.extend(part_problems(self.tree, model, judge, doubtful, path, missing))

    # Entries: each stands or falls alone.

    def entries(self, shape: Many, data: Any, path: Path) -> tuple[Any, ...]:
        """The sound entries at a field, in order. The others are reported and counted; nothing is raised."""
        done = self._built.get(path)
        if done is None:
            done = self._built[path] = tuple(self._each_entry(shape, data, path))
        return done

    def _each_entry(self, shape: Many, data: Any, path: Path) -> list[Any]:
        record = shape.item
        assert isinstance(record, Record)
        if data is REFUSED:
            return []
        if is_keyed(record, data):
            made = [
                self._keyed(record, key, value, (*path, key))
                for key, value in data.items()
                if not key.startswith(HIDDEN)
            ]
        elif is_loose(record):
            items = data if isinstance(data, list) else [data]
            # An id that is none is judged all the same, but what it calls its statements might be another's name.
            last = path if len(path) > 2 and id_problem(str(path[-2])) else path[-2:]
            owner = ".".join(map(str, last))
            made = [
                self._entry(record, f"{owner}.{n + 1}", item, (*path, n))
                for n, item in enumerate(items)
                if not is_nothing(item)
            ]
        else:
            from briefing_tui.source.objections import not_keyed

            self.problems.append(not_keyed(self.tree, path, data))
            return []
        return [entry for entry in made if entry is not _FAILED]

    def _keyed(self, record: Record, key: str, data: Any, path: Path) -> Any:
        kind = record.model.KIND
        if (why := id_problem(key)) is not None:
            self._report_id(kind, key, why, path)
        elif (first := self.ids.setdefault(key, path)) is not path:
            self._report_again(key, path, first)
            # A dot, as in made-up ids: no author can write it, and the entry is counted beside its namesake.
            self.omitted[f"{key}.{len(self.omitted) + 2}"] = kind
            return _FAILED
        made = self._entry(record, key, {} if data is None else data, path)
        if why is not None and made is not _FAILED:
            self._leave_out(key, kind)
            return _FAILED
        return made

    def _report_again(self, key: str, path: Path, first: Path) -> None:
        if not self._told_enough:
            related = (Related(self.tree.extent(first, key=True), f"the first “{key}”"),)
            help = "Ids are one namespace for the whole file: give this one another"
            self._report("M308", path, f"“{key}” is already the id of another entry", help, related=related)

    @property
    def _told_enough(self) -> bool:
        return len(self.problems) >= MAX_PROBLEMS

    def _report_id(self, kind: str, key: str, why: str, path: Path) -> None:
        if self._told_enough:
            return
        better = slug(key)
        if better and id_problem(better) is None:
            edits = (Edit(self.tree.extent(path, key=True), better, f"Call it {better}"),)
            self._report("M307", path, f"“{shown(key)}” cannot be an id: {why}", f"Call it `{better}`", edits=edits)
        else:
            example = f"{better or kind}-1"
            self._report(
                "M307", path, f"“{shown(key)}” cannot be an id: {why}", f"Give the {kind} an id such as `{example}`"
            )

    def _entry(self, record: Record, id: str, data: Any, path: Path) -> Any:
        """One entry, or one reference where that may stand; _FAILED when it is left out."""
        model, kind = record.model, record.model.KIND
        if record.either is not None and is_reference(data):
            model, kind = record.either, "reference"
        else:
            # Its place in the order of the index is its own, before that of the statements inside it.
            self._entries[id] = None
        try:
            made = built(model, data, path, self.entries)
        except ValueError:
            made = self._judged(model, id, data, path)
            if made is None:
                self._leave_out(id, kind)
                return _FAILED
        if kind != "reference":
            put(made, "id", id)
            self._entries[id] = made
        self.paths[id_of(made)] = path
        return made

    def _judged(self, model: type[Any], id: str, data: Any, path: Path) -> Any:
        """An entry that was not plainly sound and is so after all, or None; then its problems are reported."""
        if self._told_enough:
            return None
        from briefing_tui.source.explain import entry_problems

        problems, found = entry_problems(self.tree, model, id, data, path, self.entries)
        self.problems.extend(problems)
        return found

    def _leave_out(self, id: str, kind: str) -> None:
        """Takes an entry out of the index, with the statements inside it: they came after it."""
        self.omitted[id] = kind
        while id in self._entries:
            name, entry = self._entries.popitem()
            if entry is not None:
                self.paths.pop(id_of(entry), None)
                self.omitted[name] = entry.KIND

    def _report(
        self,
        code: str,
        path: Path,
        message: str,
        help: str,
        *,
        edits: tuple[Edit, ...] = (),
        related: tuple[Related, ...] = (),
    ) -> None:
        extent = self.tree.extent(path, key=True)
        self.problems.append(finding(code, extent, message, help, related=related, edits=edits))


def id_of(thing: object) -> int:
    """The identity under which a built thing's place is kept."""
    return id(thing)
