"""A theme to start from: a copy of one, every colour and role written out, with what each role means beside it."""

from briefing_tui.blocks.roles import ROLES
from briefing_tui.themes.furniture import FURNITURE, MEANINGS
from briefing_tui.themes.theme import READABLE, STYLES, Theme

_HEAD = """\
# A theme of your own. While it is worn, each save is on the screen at once; `briefing themes {name}` shows it at length
# and says what is wrong with it. What you take out is then as in `{base}`: a theme of a few lines is a theme too.
"""
_COLORS = """
# Names are yours to choose, but for these seven, which the screen itself is painted with: background, surface, cursor
# (the cursor's row), rule, text, dim, accent. Keep the quotes: without them, YAML takes # for a comment.
"""
_ROLES = f"""
# How each meaning looks: words of style ({", ".join(STYLES)}), one colour by its name,
# and after `on` that of the ground.
"""


def starting_text(name: str, base: Theme) -> str:
    """The text of a new theme's file that looks like another one, which it extends."""
    parts = [_HEAD.format(name=name, base=base.name), f"title: {_title(name)}\nextends: {base.name}\n"]
    if base.contrast != READABLE:
        parts.append(f"# What all text keeps to at least, or a warning says so.\ncontrast: {base.contrast:g}\n")
    parts += [_COLORS, "colors:\n", *(f'  {color}: "{value}"\n' for color, value in base.colors.items())]
    parts += [_ROLES, "roles:\n", *_rows(base, ROLES), "  # The screen's own.\n", *_rows(base, FURNITURE)]
    return "".join(parts)


def _rows(base: Theme, meanings: dict[str, str]) -> list[str]:
    looks = {role: f"  {role}: {base.roles[role]}" if base.roles.get(role) else f"  # {role}:" for role in meanings}
    width = max(len(f"  {role}: {base.roles.get(role, '')}") for role in MEANINGS)
    return [f"{look:<{width}}  # {meanings[role]}\n" for role, look in looks.items()]


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()
