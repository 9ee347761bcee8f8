"""Reading on after mistakes: every independent one is reported, at most one for each rule, none because of another.

A token that does not fit is first looked at as one of the known slips (`SLIPS`): then what was meant is read instead
and nothing is lost. Otherwise the innermost block shows where the next clause, rule or declaration begins; what lies
before it is skipped, and the rule or test it belongs to is marked as damaged.
"""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language.automaton import Automaton, Node
from guardrail.language.blocks import begins, close_blocks, reopen_blocks
from guardrail.language.edition import check_edition
from guardrail.language.nested import skip_nested
from guardrail.language.screening import stray_characters, too_deep, unwrap
from guardrail.language.shapes import shape_help
from guardrail.language.skipping import skip
from guardrail.language.slips_arms import (
    condition_first,
    filler,
    message_behind_verb,
    needless_always,
    permit_always,
    redact_what,
    then_for_else,
    unfinished_arm,
)
from guardrail.language.slips_calls import (
    array_of_names,
    bare_argument,
    comparison_in_words,
    missing_comparison,
    no_for_not,
    string_prefix,
    subscript,
)
from guardrail.language.slips_fields import field_values, optional_place, optional_type
from guardrail.language.slips_needless import (
    needless_parentheses,
    needless_value,
    split_option,
    turned_field,
    words_before_text,
)
from guardrail.language.slips_places import lone_else, misplaced, second_edition, unfinished_import
from guardrail.language.slips_signs import (
    bare_values,
    compared_array,
    needless_brackets,
    open_bracket,
    operator,
    remark,
    surplus,
    trailing_comma,
)
from guardrail.language.slips_text import open_string, unquoted, unquoted_entry, wrong_quotes
from guardrail.language.slips_words import (
    amount,
    bad_name,
    grouped_number,
    joined_words,
    missing_word,
    misspelt,
    needless_kind,
)
from guardrail.language.tables import Tables
from guardrail.language.tokens import Scan, Token
from guardrail.language.trouble import Place, Repair, Slip, Trouble, find_place
from guardrail.language.words import describe_found

SLIPS: tuple[Slip, ...] = (
    open_string,
    wrong_quotes,
    remark,
    second_edition,
    optional_place,
    optional_type,
    field_values,
    turned_field,
    split_option,
    needless_value,
    string_prefix,
    subscript,
    permit_always,
    then_for_else,
    unfinished_arm,
    unfinished_import,
    message_behind_verb,
    comparison_in_words,
    missing_comparison,
    joined_words,
    compared_array,
    bare_values,
    no_for_not,
    needless_kind,
    operator,
    grouped_number,
    amount,
    trailing_comma,
    misspelt,
    redact_what,
    needless_brackets,
    array_of_names,
    needless_parentheses,
    words_before_text,
    unquoted,
    bad_name,
    unquoted_entry,
    lone_else,
    needless_always,
    condition_first,
    misplaced,
    open_bracket,
    bare_argument,
    missing_word,
    surplus,
    filler,
)
"""What is tried, in this order; the first that knows what was meant decides."""

MAX_ERRORS = 50
"""After so many the rest of a file is not read: it is hardly a policy."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The parse tree of a file, None if nothing could be read; `damaged` are offsets in what was lost."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]
    damaged: tuple[int, ...]


def read_broken(source: Source, tables: Tables, scanned: Scan) -> Reading:
    """Read a text that has something wrong with it, whatever that is."""
    refusal = too_deep(source, scanned)
    if refusal is not None:
        return Reading(None, (refusal,), ())
    tokens, diagnostics = unwrap(source, list(scanned.tokens))
    diagnostics += stray_characters(source, scanned)
    tokens, wrong_edition = check_edition(source, tables, tokens)
    reader = Reader(source, tables, tokens)
    reader.read()
    values = reader.automaton.values
    root = values[0] if values and isinstance(values[0], Node) and values[0].name == "start" else None
    found = reader.diagnostics
    if wrong_edition and wrong_edition[0].code == "G003":
        # Whatever else is odd about the first line is the same mistake.
        line, _ = source.position(wrong_edition[0].span.start)
        found = [other for other in found if source.position(other.span.start)[0] != line]
    return Reading(root, (*diagnostics, *wrong_edition, *found), tuple(reader.damaged))


class Reader:
    """The loop and what it remembers; `blocks` and `skipping` hold the parts that move over more than one token."""

    __slots__ = (
        "_blamed",
        "_errors",
        "assumed",
        "automaton",
        "damaged",
        "diagnostics",
        "index",
        "source",
        "tables",
        "tokens",
    )

    def __init__(self, source: Source, tables: Tables, tokens: list[Token]) -> None:
        self.source = source
        self.tables = tables
        self.tokens = tokens
        self.index = 0
        self.automaton = Automaton(tables)
        self.diagnostics: list[Diagnostic] = []
        self.damaged: list[int] = []
        self._blamed: set[int] = set()
        self._errors = 0
        self.assumed = False
        """Whether a brace or header was made up, after which a count of braces means nothing."""

    def read(self) -> None:
        """Feed every token, recovering where one does not fit."""
        while self.index < len(self.tokens):
            if self.automaton.feed(self.tokens[self.index]):
                self.index += 1
                continue
            self._errors += 1
            if self._errors == MAX_ERRORS + 1:
                self._give_up()
            self._recover()

    def span(self, token: Token) -> Span:
        """Where a token stands."""
        return Span(self.source.name, token.start, token.end)

    def report(self, place: Place, diagnostic: Diagnostic) -> None:
        """Report a mistake, unless the rule, test or declaration it stands in has one already."""
        if place.kind in ("rule", "test", "declaration"):
            if place.start in self._blamed:
                return
            self._blamed.add(place.start)
        self.add(diagnostic)

    def add(self, diagnostic: Diagnostic) -> None:
        """Report a mistake."""
        if self._errors <= MAX_ERRORS:
            self.diagnostics.append(diagnostic)

    def report_end(self, place: Place, diagnostic: Diagnostic) -> None:
        """Report that the file ends too early: its last token makes no sense either, and is not worth a message."""
        last = self.tokens[max(0, len(self.tokens) - 2)].start
        kept = [found for found in self.diagnostics if found.span.start < last]
        forgotten, self.diagnostics = len(kept) < len(self.diagnostics), kept
        if forgotten:
            self._blamed.discard(place.start)
        self.report(place, diagnostic)

    @property
    def braces_blamed(self) -> bool:
        """Whether a brace was reported already, after which the count of braces means nothing."""
        return any(diagnostic.code == "G006" for diagnostic in self.diagnostics)

    def trouble(self) -> Trouble:
        """The present situation."""
        place = find_place(self.automaton)
        return Trouble(self.source, self.tables, self.automaton, self.tokens, self.index, place)

    def _give_up(self) -> None:
        token = self.tokens[self.index]
        self.diagnostics.append(G001.too_many(self.span(token)))
        self.damaged.append(token.start)
        self.index = len(self.tokens) - 1

    def _recover(self) -> None:
        self._step_back()
        self.automaton.settle()
        trouble = self.trouble()
        if skip_nested(self, trouble) or close_blocks(self, trouble) or reopen_blocks(self, trouble):
            return
        for slip in SLIPS:
            repair = slip(trouble)
            if repair is not None:
                self.report(trouble.place, repair.diagnostic)
                if not self._apply(repair):
                    skip(self, trouble)
                return
        found = describe_found(trouble.token)
        self.report(trouble.place, G001.unexpected(trouble.span, found, trouble.expected, shape_help(trouble)))
        skip(self, trouble)

    def _apply(self, repair: Repair) -> bool:
        """Put the repair into effect; False when it only explains and the text must be skipped."""
        if not repair.tokens and not repair.skip and repair.height is None:
            return False
        if repair.height is not None:
            self.automaton.cut(repair.height)
        text = self.source.text
        if any(token.kind == "LBRACE" and text[token.start : token.end] != "{" for token in repair.tokens):
            self.assumed = True
            # If the brace opens a block that nobody wrote, one message about it is enough.
            self._blamed.add(self.tokens[self.index].start)
        self.tokens[self.index : self.index + repair.skip] = repair.tokens
        return True

    def _step_back(self) -> None:
        """Blame a keyword at the start of a line that was read as a name because something was missing before it.

        In `block if a and`, new line, `say "no"`, the mistake is seen at `"no"` and lies before `say`.
        """
        top = self.automaton.values[-1] if self.automaton.values else None
        previous = self.tokens[self.index - 1] if self.index else None
        if not isinstance(top, Token) or previous is None or top.kind != "NAME" or top.start != previous.start:
            return
        if previous.first and begins(self.tokens, self.index - 1, find_place(self.automaton).kind):
            self.automaton.cut(len(self.automaton.values) - 1)
            self.index -= 1
