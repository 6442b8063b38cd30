"""Scalar types of the model: one converter each, used by both judges (structure and pydantic), so that they agree."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from briefing_tui.model import scales
from briefing_tui.model.text import clean, is_blank, one_line, safe_url
from briefing_tui.model.time import When

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class Scalar(NamedTuple):
    """How a written value becomes a model value; `convert` raises ValueError with words an author understands."""

    name: str
    convert: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.convert)


def _when(value: Any) -> When:
    return value if isinstance(value, When) else When.parse(_words(value))


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("wants a word or a number here, not a list or a mapping")
    return value.strip()


def _shown(value: str) -> str:
    """An author's words as a message may repeat them."""
    text = one_line(value[:240])
    return text if len(text) <= 60 else text[:59] + "…"


def _line(value: Any) -> str:
    text = one_line(_words(value))
    # What is ASCII on one line and not empty is visible: controls have been replaced by their pictures.
    if not text or (not text.isascii() and is_blank(text)):
        raise ValueError("is empty")
    return text


def _prose(value: Any) -> str:
    text = clean(_words(value)).strip()
    if not text or (not text.isascii() and is_blank(text)):
        raise ValueError("is empty")
    return text


def _credibility(value: Any) -> int:
    if value in (1, 2, 3, 4, 5, 6):
        return int(value)
    word = _words(value)
    if word not in ("1", "2", "3", "4", "5", "6"):
        raise ValueError(f"“{_shown(word)}” is not a credibility: 1 (confirmed by others) to 6 (cannot be judged)")
    return int(word)


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = _words(value).casefold()
    if word in ("yes", "true"):
        return True
    if word in ("no", "false"):
        return False
    raise ValueError(f"“{_shown(word)}” is neither yes nor no")


def _tlp(value: Any) -> str:
    found = scales.tlp(_words(value))
    if found is None:
        raise ValueError(f"“{_shown(value)}” is not a TLP label: RED, AMBER+STRICT, AMBER, GREEN or CLEAR")
    return found.name


def _likelihood(value: Any) -> str:
    found = scales.likelihood(_words(value))
    if found is None:
        words = ", ".join(entry.word for entry in scales.LIKELIHOODS if entry.row == "A")
        raise ValueError(f"“{_shown(value)}” is not a likelihood of the scale: {words}")
    return found.word


def _country(value: Any) -> str:
    code = _words(value)
    if code not in COUNTRIES:
        raise ValueError(f"“{_shown(code)}” is not a country code: two capital letters as in ISO 3166-1, such as AZ")
    return code


def _minutes(value: Any) -> float:
    try:
        minutes = float(value)
    except (TypeError, ValueError):
        minutes = -1.0
    if not 0 < minutes <= 1440:
        raise ValueError(f"“{_shown(str(value))}” is not a number of minutes, such as 2 or 1.5")
    return minutes


class Band(NamedTuple):
    """A probability in per cent, 0 to 100; `low` equals `high` for a single number."""

    low: float
    high: float


def _percent(value: Any) -> float:
    word = _words(value)
    try:
        number = float(word.rstrip("% ").replace(",", "."))
    except ValueError:
        raise ValueError(f"“{_shown(word)}” is not a per cent: a number from 0 to 100, or [low, high]") from None
    if not 0 <= number <= 100:
        raise ValueError(f"“{_shown(word)}” is outside 0 to 100 per cent")
    return number


def _band(value: Any) -> Band:
    if isinstance(value, Band):
        return value
    if isinstance(value, list | tuple):
        if len(value) != 2:
            raise ValueError("a range of per cent has two numbers: [low, high]")
        low, high = _percent(value[0]), _percent(value[1])
        if low > high:
            raise ValueError(f"the range runs backwards: {_shown(value[0])} is more than {_shown(value[1])}")
        return Band(low, high)
    number = _percent(value)
    return Band(number, number)


#: ISO 3166-1 alpha-2, officially assigned, and XK, which is in wide use for Kosovo.
COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split()  # noqa: SIM905 - two hundred and fifty quoted strings are harder to read
)

#: CAMEO's root event codes (Conflict and Mediation Event Observations, version 1.1b3).
CAMEO = {
    "01": "make public statement", "02": "appeal", "03": "express intent to cooperate", "04": "consult",
    "05": "engage in diplomatic cooperation", "06": "engage in material cooperation", "07": "provide aid",
    "08": "yield", "09": "investigate", "10": "demand", "11": "disapprove", "12": "reject", "13": "threaten",
    "14": "protest", "15": "exhibit force posture", "16": "reduce relations", "17": "coerce", "18": "assault",
    "19": "fight", "20": "use unconventional mass violence",
}  # fmt: skip


def _cameo(value: Any) -> str:
    code = _words(value).zfill(2)
    if code not in CAMEO:
        raise ValueError(f"“{_shown(value)}” is not a CAMEO root code: 01 to 20")
    return code


def _url(value: Any) -> str:
    found = safe_url(_words(value))
    if found is None:
        raise ValueError(f"“{_shown(value)}” is not an address we would open: http, https or mailto, without spaces")
    return found


#: What the marks of `Line` and `Prose` stand for when a written value is read.
LINE = Scalar("line", _line)
PROSE = Scalar("prose", _prose)

WhenField = Annotated[When, Scalar("time", _when)]
Url = Annotated[str, Scalar("address", _url)]
Credibility = Annotated[int, Scalar("credibility", _credibility)]
Truth = Annotated[bool, Scalar("yes or no", _truth)]
Tlp = Annotated[str, Scalar("tlp", _tlp)]
Likelihood = Annotated[str, Scalar("likelihood", _likelihood)]
Country = Annotated[str, Scalar("country", _country)]
Minutes = Annotated[float, Scalar("minutes", _minutes)]
Probability = Annotated[Band, Scalar("probability", _band)]
Cameo = Annotated[str, Scalar("cameo", _cameo)]
