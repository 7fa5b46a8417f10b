"""What belongs together when links are followed all the way."""

from collections.abc import Iterable


def components(items: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each of ``items`` to the smallest item that links lead to from it, itself where none does.

    Links join items of ``items`` only; their order makes no difference.
    """
    above = {item: item for item in items}
    for left, right in links:
        one, other = sorted((_top(above, left), _top(above, right)))
        above[other] = one
    return {item: _top(above, item) for item in above}


def _top(above: dict[str, str], item: str) -> str:
    while above[item] != item:
        above[item] = above[above[item]]
        item = above[item]
    return item
