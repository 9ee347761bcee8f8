"""Properties of reading JSON escapes that nobody has decoded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.json_escapes import unescape


@given(st.text(st.sampled_from('ab"{\\u0061\\nrd8f'), max_size=40))
def test_every_character_leads_back_to_what_it_was_decoded_from(text: str) -> None:
    found = unescape(text)
    if found is None:
        return
    decoded, escapes = found
    spans = [escapes.origin(place, place + 1) for place in range(len(decoded))]
    assert "".join(text[start:end] for start, end in spans) == text
    for character, (start, end) in zip(decoded, spans, strict=True):
        assert text[start:end] == character or text[start] == "\\"
    assert escapes.origin(0, len(decoded)) == (0, len(text))
