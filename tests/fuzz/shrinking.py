"""An input that fails, made smaller while it fails."""

from collections.abc import Callable


def smallest(data: bytes, fails: Callable[[bytes], bool], tries: int = 2_000) -> bytes:
    """The smallest input found that still fails: stretches are taken out, by halves, from all of it to single bytes.

    Where the input does not fail (any more), it comes back as it was.
    """
    size = len(data) // 2
    while size and tries > 0:
        at, shrunk = 0, False
        while at < len(data) and tries > 0:
            tries -= 1
            fewer = data[:at] + data[at + size :]
            if fails(fewer):
                data, shrunk = fewer, True
            else:
                at += size
        if not shrunk or size > 1:
            size //= 2
    return data
