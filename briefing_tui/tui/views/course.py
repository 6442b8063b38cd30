"""The rows of messages drawn one under another: what stands in each, and where each begins. Draws nothing."""

from collections.abc import Iterable

from briefing_tui.tui.views.parties import Told

#: Rows that no message stands in.
AIR, NOW, UNDATED, DAY = -1, -2, -3, -4


class Course:
    """Messages by time, two rows each; between them the time cursor, days, the heading of those without one, and air.

    `rows` has for each row twice the number of its message and its line, 0 or 1, or what it is instead.
    """

    def __init__(self, told: Told, now: int | None, days: Iterable[int] = (), air: bool = False) -> None:
        number, dated = len(told.messages), told.dated
        between: dict[int, list[int]] = {}
        for n in days:
            between.setdefault(n, []).append(DAY)
        if now is not None and dated:
            between.setdefault(first_later(told, now), []).insert(0, NOW)
        if number > dated:
            between.setdefault(dated, []).extend([AIR, UNDATED] if dated else [UNDATED])
        for n in range(1, number if air else 1):
            if n != dated:
                between.setdefault(n, []).insert(0, AIR)
        self.rows: list[int] = []
        self._tops: list[int] = []
        done = 0
        for n in (*sorted(between), number):
            top = len(self.rows)
            self._tops += range(top, top + 2 * (n - done), 2)
            self.rows += range(2 * done, 2 * n)
            self.rows += between.get(n, ())
            done = n

    def row_of(self, n: int) -> int:
        """The first row of message n."""
        return self._tops[n]


def first_later(told: Told, now: int) -> int:
    """The number of the first message that was not known at a moment; of those of known time, how many, if none."""
    for n, message in enumerate(told.messages[: told.dated]):
        if message.when.earliest is not None and message.when.earliest > now:
            return n
    return told.dated
