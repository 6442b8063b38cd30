"""What is wrong with the keys of an entry, in an author's words: missing, unknown, misspelt, or made by a comma."""

from typing import Any

from briefing_tui.model.briefing import Briefing, Header
from briefing_tui.model.shape import Field, fields_of
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, shown
from briefing_tui.source.nearest import nearest
from briefing_tui.source.slips import IN_QUOTES, LINK
from briefing_tui.source.tree import Path, Tree
from briefing_tui.source.written import in_quotes

#: What people write for a key of ours; tried before the nearest spelling.
_MEANT = {
    "date": ("when", "as_of"),
    "time": ("when",),
    "description": ("text", "summary"),
    "summary": ("text",),
    "body": ("text",),
    "name": ("title",),
    "title": ("name",),
    "location": ("where",),
    "place": ("where",),
    "source": ("sources",),
    "cites": ("sources",),
    "evidence": ("sources",),
    "actors": ("participants",),
    "sender": ("from",),
    "recipient": ("to",),
    "link": ("url",),
    "author": ("by", "publisher"),
    "says": ("by",),
    "speaker_notes": ("notes",),
    "aka": ("aliases",),
    "probability": ("likelihood",),
    "classification": ("tlp", "banner"),
    "handling": ("tlp",),
    "label": ("short",),
}


def missing_key(tree: Tree, path: Path, field: Field, name: str) -> Diagnostic:
    """A key that must be there and is not, or has nothing after it."""
    holder = tree.value(path)
    left_out = ": an entry without it is left out" if path and path[-1] not in ("situation", "outlook") else ""
    answer = " (`unknown` is an answer)" if field.key == "when" else ""
    if isinstance(holder, dict) and field.key in holder:
        extent = tree.extent((*path, field.key), key=True)
        return finding("M301", extent, f"“{field.key}” of {name} is empty", f"Write its {field.key}{answer}{left_out}")
    extent = tree.extent(path, key=True)
    return finding(
        "M301",
        extent,
        f"{name[:1].upper()}{name[1:]} has no `{field.key}`",
        f"Add `{field.key}: ...`{answer}{left_out}",
    )


def key_meant(key: str, model: type[Any]) -> str | None:
    """The key of a model that was meant by one that it does not have."""
    if key.startswith("^") and model.SHORT_FORM:
        return str(model.SHORT_FORM)
    known = list(fields_of(Briefing if model is Header else model))
    return next((word for word in _MEANT.get(key, ()) if word in known), None) or next(iter(nearest(key, known)), None)


def unknown_key(tree: Tree, path: Path, model: type[Any]) -> Diagnostic | None:
    """A key that the model does not have. None where another finding says it already."""
    key, extent = str(path[-1]), tree.extent(path, key=True)
    holder = tree.extent(path[:-1])
    if tree.value(path) is None and tree.text[holder.start : holder.start + 1] == "{":
        return _after_comma(tree, path)
    if key.startswith("^") and (link := link_at(tree.text, extent)) is not None:
        return bracketed_id(tree.text, link)
    if key == "id":
        return finding("M302", extent, "An entry's id is the key it stands under, not a field of it", "Remove it")
    meant = key_meant(key, model)
    if meant is not None:
        edit = Edit(extent, meant, f"Write {meant}", safe=key not in _MEANT)
        return finding(
            "M302", extent, f"The format has no key “{shown(key)}” here", f"Did you mean `{meant}`?", edits=(edit,)
        )
    known = ", ".join(fields_of(Briefing if model is Header else model))
    return finding(
        "M302",
        extent,
        f"The format has no key “{shown(key)}” here",
        f"Known here: {known}. Keys that begin with x- are your own",
    )


def _after_comma(tree: Tree, path: Path) -> Diagnostic | None:
    """A key without a value in {...}: what stands after a comma that was meant as text.

    Several in a row are one slip.
    """
    holder = tree.value(path[:-1])
    keys = list(holder)
    first = keys.index(path[-1])
    if first and holder[keys[first - 1]] is None and keys[first - 1] not in fields_of(Briefing):
        return None
    last = first
    while last + 1 < len(keys) and holder[keys[last + 1]] is None:
        last += 1
    extent = tree.extent(path, key=True)
    edits: tuple[Edit, ...] = ()
    if first:
        whole = Extent(
            tree.extent((*path[:-1], keys[first - 1])).start, tree.extent((*path[:-1], keys[last]), key=True).end
        )
        if tree.text[whole.start] not in "'\"":
            edits = (Edit(whole, in_quotes(tree.text[whole.start : whole.end]), IN_QUOTES),)
    return finding(
        "Y218",
        extent,
        f"The comma before “{shown(path[-1])}” ends the value: inside {{...}} it does",
        f"{IN_QUOTES}, or write the keys on lines of their own",
        edits=edits,
    )


def link_at(text: str, extent: Extent) -> Extent | None:
    """The [[id]] or [^source] that YAML read as the list, or the item of one, at an extent."""
    for start in (extent.start, extent.start - 1):
        link = LINK.match(text, max(start, 0))
        if link is not None and link.end() >= extent.end:
            return Extent(*link.span())
    return None


def bracketed_id(text: str, link: Extent) -> Diagnostic:
    """A reference that is written as a link in prose is."""
    id = text[link.start : link.end].strip("[^]").partition("|")[0].partition(":")[0].strip()
    return finding(
        "M306",
        link,
        "A reference is an id without brackets",
        f"Write {shown(id)}; [[id]] and [^source] are for prose",
        edits=(Edit(link, id, f"Write {shown(id)}"),),
    )
