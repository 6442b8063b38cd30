"""E546: a long quotation of which nobody knows what language it was said in."""

import re
from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity
from briefing_tui.thrift import expression

#: So many words pass as a phrase.
MOST_WORDS = 12

_WORD = expression(r"\w+(?:['’-]\w+)*")
# Scripts that are written without spaces between words: about two signs a word. Compiled when a quotation is counted.
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Every `quote` of more than MOST_WORDS words without a `lang`."""
    for communication in draft.briefing.communications:
        quote = communication.quote
        if quote is None or quote.lang is not None:
            continue
        words = _words(quote.text)
        if words > MOST_WORDS:
            yield RULE.finding(
                draft.at(communication, "quote", "text"),
                f"{words} words are quoted, and in what language they were said is not",
                "Add the language, such as `lang: en`; what is translated belongs in `text`",
            )


def _words(text: str) -> int:
    spaced, signs = re.subn(_UNSPACED, " ", text)
    return len(_WORD.findall(spaced)) + signs // 2


RULE = Rule(
    code="E546",
    name="quotation-without-language",
    severity=Severity.WARNING,
    summary="A long quotation does not say what language it is in.",
    manual="""\
        A quotation is verbatim, or it is none. Who reads one in English wants to know whether it was said in English:
        between a speaker's words and a translator's there may be the whole of a dispute.

        Add `lang`, a BCP 47 tag such as `en`, `fr` or `az`, to the `quote`. Words that you have translated yourself
        belong in the communication's `text`. A phrase of up to 12 words is let pass.""",
    bad="""\
communications:
  call:
    from: radio
    to: public
    when: 2026-03-04
    text: Everybody is to stay at home.
    quote: {text: Stay in your homes tonight and keep this station on until the all-clear is given}
    sources: tape
actors: {radio: Harrow Bend Radio}
sources: {tape: {title: Night programme, date: 2026-03-04, url: "https://radio.example/night", reliability: B}}
""",
    good="""\
communications:
  call:
    from: radio
    to: public
    when: 2026-03-04
    text: Everybody is to stay at home.
    quote: {text: Stay in your homes tonight and keep this station on until the all-clear is given, lang: en}
    sources: tape
actors: {radio: Harrow Bend Radio}
sources: {tape: {title: Night programme, date: 2026-03-04, url: "https://radio.example/night", reliability: B}}
""",
    check=check,
)
