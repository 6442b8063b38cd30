"""What stands behind an entry, told anew by going every way; and that no way is gone twice."""

from collections import UserDict

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.links.backing import Backing

_IDS = [f"{kind}{n}" for kind in "js" for n in range(6)]
_SOME = st.lists(st.sampled_from([*_IDS, "elsewhere"]), max_size=4)


@given(st.dictionaries(st.sampled_from(_IDS), _SOME), st.permutations([*_IDS, "unknown"]))
def test_it_is_what_any_way_leads_to(resting: dict[str, list[str]], order: list[str]) -> None:
    sources = {id for id in _IDS if id[0] == "s"}
    backing = Backing(resting, sources)
    for id in order:
        reached = [id]
        for each in reached:
            reached += [ground for ground in resting.get(each, ()) if ground not in reached]
        found = list(backing.sources(id))
        assert sorted(found) == sorted((set(reached) & sources) - {id})
        assert backing.count(id) == len(found)


class Asked(UserDict[str, list[str]]):
    """Counts what it is asked."""

    times = 0

    def __getitem__(self, key: str) -> list[str]:
        self.times += 1
        return super().__getitem__(key)


def test_whoever_asks_of_all_goes_each_way_once() -> None:
    resting = Asked({f"j{n}": [f"j{n + 1}", f"j{n // 2}", f"s{n}"] for n in range(3_000)})
    backing = Backing(resting, {f"s{n}" for n in range(3_000)})
    counts = [backing.count(f"j{n}") for n in reversed(range(3_000))]
    assert counts[-1] == 3_000
    # In a circle with all others: asked for on the way down, and where they are added up.
    assert resting.times <= 5 * 3_000
