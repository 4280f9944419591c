"""What a rendering has used up, and which values of the profile it has read."""

from typing import Any

from generator.budget import Budget
from generator.located import origin_of
from generator.origins import Map, Origin, Seq


class Ledger(Budget):
    """The budget of one rendering; ``reads`` are the origins of all values read, of this rendering and others."""

    def __init__(self, reads: set[Origin]) -> None:
        super().__init__()
        self.reads = reads
        self._noted: set[int] = set()

    def taken(self, value: Any) -> Any:
        """The value itself, paid for, and all in it noted as read."""
        self.weigh(value)  # first: it refuses what is too deep to walk
        self._note(value)
        return value

    def _note(self, value: Any) -> None:
        if isinstance(value, Map | Seq):
            if id(value) not in self._noted:  # the profile keeps it alive: no other has its id
                self._noted.add(id(value))
                items = value.values() if isinstance(value, Map) else value
                places = value.at.values() if isinstance(value, Map) else value.at
                for item, at in zip(items, places, strict=True):
                    if isinstance(item, Map | Seq) and item:
                        self._note(item)
                    else:
                        self.reads.add(at)
        elif isinstance(value, list | tuple | dict):
            for item in value.values() if isinstance(value, dict) else value:
                self._note(item)
        elif origin := origin_of(value):
            self.reads.add(origin)
