"""Values kept as JSON come back as the very same values."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.store.stored import date_cell, date_of, value_cells, value_of
from bot.values import Duration, Figure, FigureKind, Hedge, Money, Name, PartialDate, Quote, Term, Value

texts = st.text(max_size=20)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
maybe = st.none() | numbers
figures = st.builds(
    Figure,
    words=texts,
    number=maybe,
    hedge=st.sampled_from(Hedge),
    low=numbers,
    high=maybe,
    to=maybe,
    kind=st.sampled_from(FigureKind),
    unit=texts,
    of=texts,
    place=numbers,
)
dates = st.builds(
    PartialDate,
    words=texts,
    edtf=texts,
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    inferred=st.booleans(),
    weekday=st.none() | st.integers(0, 6),
    time=st.none() | texts,
)
values: st.SearchStrategy[Value] = st.one_of(
    figures,
    st.builds(Money, amount=figures, currency=texts),
    st.builds(Duration, length=figures, low_days=numbers, high_days=maybe, iso=texts),
    dates,
    st.builds(Term, texts),
    st.builds(Name, texts),
    st.builds(Quote, texts, st.booleans()),
)


@given(values)
def test_every_value_comes_back_as_it_was(value: Value) -> None:
    assert value_of(*value_cells(value)) == value


def test_digits_are_kept_as_written() -> None:
    value = Figure("1.50", Decimal("1.50"), Hedge.EXACT, Decimal("1.495"), Decimal("1.505"), place=Decimal("0.01"))
    back = value_of(*value_cells(value))
    assert isinstance(back, Figure)
    assert str(back.number) == "1.50"  # 1.5 is equal, yet not what was written


def test_dates_come_back_and_none_stays_none() -> None:
    date = PartialDate("last September", "2025-09", dt.date(2025, 9, 1), dt.date(2025, 9, 30), inferred=True)
    assert date_of(date_cell(date)) == date
    assert date_of(date_cell(None)) is None
