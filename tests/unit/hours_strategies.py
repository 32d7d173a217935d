"""Slots that a day can have, for property tests."""

from hypothesis import strategies as st


@st.composite
def days(draw):
    """Slots of a day that do not touch; the last may go over midnight, ending before the first starts again."""
    cuts = sorted(draw(st.sets(st.integers(0, 1439), max_size=8)))
    slots = [*zip(cuts[::2], cuts[1::2], strict=False)]
    if slots and draw(st.booleans()):
        slots[-1] = (slots[-1][0], 1440 + draw(st.integers(0, slots[0][0])))
    return tuple(slots)
