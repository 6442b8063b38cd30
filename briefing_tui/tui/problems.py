"""What is wrong with a file as documents: the findings, worst first, and the manual of one. Knows no Textual.

Loaded when somebody asks. The editor's rules are loaded only for a file that holds a briefing.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefing_tui.blocks.block import Block, Blocks, Heading, Note, Prose, Span
from briefing_tui.model.text import clean, one_line
from briefing_tui.source.codes import CODES
from briefing_tui.source.diagnostic import Diagnostic, Extent, Lines, Severity
from briefing_tui.source.load import Loaded
from briefing_tui.tui.session import finding_target

#: Findings that are listed; a file with more is read elsewhere.
MOST = 200
#: Characters of a source line around a place that are shown.
_AROUND = 66

TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Remarks"}
_SIGNS = {
    Severity.ERROR: Span("✗", "error"),
    Severity.WARNING: Span("!", "warning"),
    Severity.INFO: Span("·", "dim"),
}


class Judged(NamedTuple):
    """The findings of a file in order of place, and how many more its author ignores with a reason.

    `fault` says what in the program kept the rules from being applied.
    """

    findings: tuple[Diagnostic, ...]
    fault: str = ""
    ignored: int = 0

    @property
    def counts(self) -> Counter[Severity]:
        """How many there are of each level."""
        return Counter(found.severity for found in self.findings)


def judged_file(loaded: Loaded, today: date | None = None) -> Judged:
    """Everything that is wrong with a file. A fault in a rule costs the rules, not the reader."""
    if loaded.briefing is None:
        return Judged(tuple(loaded.diagnostics))
    try:
        from briefing_tui.checks.engine import verdict

        findings, suppressed = verdict(loaded, today or date.today())
        return Judged(findings, ignored=len(suppressed))
    except Exception as error:
        from briefing_tui.crash import crash_place, recorded_crash
        from briefing_tui.links.problems import findings_of

        recorded_crash(error)
        return Judged(tuple(findings_of(loaded)), crash_place(error))


def problem_blocks(loaded: Loaded, judged: Judged) -> Blocks:
    """What is wrong with a file, worst first, each finding with its source line, its place in it, and the next step."""
    name = one_line(loaded.path.name if loaded.path else loaded.name)
    findings = judged.findings
    fault = f"The editor's rules could not be applied, for a fault in the program: {judged.fault}."
    faults = (Note((Span(fault),)),) if judged.fault else ()
    ignored = _ignored(judged.ignored)
    if not findings:
        return (Heading((Span(name),), 1), *faults, Note((Span("Nothing is wrong with this file."),)), *ignored)
    word = "finding" if len(findings) == 1 else "findings"
    blocks: list[Block] = [Heading((Span(name),), 1, (Span(f"{len(findings)} {word}"),)), *faults]
    numbered = [(n, found) for level in Severity for n, found in enumerate(findings) if found.severity is level]
    level = None
    for n, found in numbered[:MOST]:
        if found.severity is not level:
            level = found.severity
            blocks.append(Heading((Span(TITLES[level]),), 2, (Span(str(judged.counts[level])),)))
        blocks.extend(_problem(loaded.lines, found, n))
    if len(findings) > MOST:
        blocks.append(Note((Span(f"and {len(findings) - MOST} more: `briefing check` lists them all"),)))
    fixable = sum(any(edit.safe for edit in found.edits) for found in findings)
    if fixable and loaded.path is not None:
        blocks.append(Note((Span(f"`briefing check --fix` mends {fixable} of them; `--diff` shows how."),)))
    return (*blocks, *ignored)


def _ignored(number: int) -> Blocks:
    if not number:
        return ()
    return (Note((Span(f"{number} more {'is' if number == 1 else 'are'} ignored in the file, with a reason."),)),)


def manual_blocks(code: str) -> Blocks:
    """What is to be known of a finding."""
    if code in CODES:
        from briefing_tui.source.manual import told

        name, severity, summary = CODES[code]
        text, bad, good, _ = told(code)
        examples: tuple[tuple[str, str], ...] = (("Found in", bad.rstrip()), ("Not found in", good.rstrip()))
    else:
        from briefing_tui.checks.manuals import manual

        found = manual(code)
        (_, name, severity, summary), text, examples = found.known, found.text, found.examples
    title = name.replace("-", " ").capitalize()
    blocks: list[Block] = [
        Heading((Span(title),), 1, (Span(f"{code}, {TITLES[severity].lower()[:-1]}"),)),
        Prose((Span(summary, "strong"),), key="manual.summary"),
    ]
    for n, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Prose(_prose(" ".join(paragraph.split())), key=f"manual.{n}"))
    for word, example in examples:
        if example:
            blocks.append(Heading((Span(word),), 3))
            blocks.append(Prose((Span(example, "code"),), "code", key=f"manual.{word}"))
    return tuple(blocks)


def _problem(lines: Lines, found: Diagnostic, n: int) -> Iterator[Block]:
    place = lines.position(found.extent.start)
    target = finding_target(place.line, found.code)
    spans = (
        _SIGNS[found.severity],
        Span(f" line {place.line}  ", "count"),
        *_prose(one_line(found.message), "strong"),
        Span(f"  {found.code} {found.name}", "dim"),
    )
    yield Prose(spans, key=f"problem.{n}", target=target)
    excerpt = _excerpt(lines, found.extent, _SIGNS[found.severity].role)
    if excerpt:
        yield Prose(excerpt, "code", key=f"problem.{n}.source", depth=1, target=target)
    for m, other in enumerate(found.related):
        line = lines.position(other.extent.start).line
        words = (Span("↳ ", "bullet"), Span(f"line {line}  ", "count"), Span(one_line(other.message)))
        yield Prose(words, key=f"problem.{n}.related.{m}", depth=1, target=finding_target(line, found.code))
    if found.help:
        help = (Span("→ ", "bullet"), *_prose(one_line(found.help)))
        yield Prose(help, key=f"problem.{n}.help", depth=1, target=target)


def _excerpt(lines: Lines, extent: Extent, role: str) -> tuple[Span, ...]:
    """The source line of a place, and the place between two marks: lines wrap here, so nothing can stand under it."""
    line = lines.extent(lines.position(extent.start).line)
    text = lines.text
    if not text[line.start : line.end].strip():
        return ()
    end = max(extent.start, min(extent.end, line.end))
    spare = max(0, _AROUND - (end - extent.start))
    first = line.start + len(text[line.start : extent.start]) - len(text[line.start : extent.start].lstrip())
    start = max(first, extent.start - max(spare // 2, spare - (line.end - end)))
    stop = min(line.end, end + spare - (extent.start - start))
    before = ("…" if start > first else "") + text[start : extent.start]
    after = text[end:stop] + ("…" if stop < line.end else "")
    marked = text[extent.start : end]
    if len(marked) > 2 * _AROUND:
        marked, after = marked[: 2 * _AROUND] + "…", ""
    return tuple(
        Span(_shown(part), style)
        for part, style in ((before, "code"), (f"▸{marked}◂", role), (after.rstrip(), "code"))
        if part
    )


def _shown(part: str) -> str:
    return clean(part.replace("\t", "    ")).replace("\n", " ")


def _prose(text: str, role: str = "") -> tuple[Span, ...]:
    """Text in which what stands between backticks is typed as it is."""
    return tuple(Span(part, "code" if n % 2 else role) for n, part in enumerate(text.split("`")) if part)
