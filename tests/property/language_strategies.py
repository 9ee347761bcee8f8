"""Hypothesis strategies for syntax trees: everything the language can say, and nothing it cannot."""

from __future__ import annotations

from hypothesis import strategies as st

from guardrail.language import tree

WORDS = ("a", "names", "request", "user", "block", "rule", "true_value", "x1", "toxicity", "not_a_keyword")

names = st.sampled_from(WORDS) | st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: name not in ("not", "true", "false", "matches")
)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
plain_texts = st.text("abc XYZ#{}", max_size=8)
fractions = st.integers(0, 10**9).map(lambda number: number / 10_000)
numbers = st.integers(-(10**9), 10**9) | fractions | fractions.map(lambda number: -number)
positive = st.integers(0, 10**9) | fractions
percents = fractions
durations = st.integers(1, 10**9).map(float) | fractions
literals = st.builds(tree.Lit, texts | numbers | st.booleans())
strings = st.builds(tree.Lit, texts)


def tuples(elements: st.SearchStrategy, least: int = 0, most: int = 3) -> st.SearchStrategy:
    return st.lists(elements, min_size=least, max_size=most).map(tuple)


paths = st.builds(lambda head, rest: tree.Path((head, *rest)), names, tuples(names | texts, 0, 2))
plain_paths = st.builds(lambda head, rest: tree.Path((head, *rest)), names, tuples(names, 0, 2))
keys = texts | names | st.builds("{}.{}".format, names, names)


def objects(values: st.SearchStrategy) -> st.SearchStrategy:
    pairs = st.dictionaries(keys, values, max_size=3)
    return pairs.map(lambda found: tree.Object(tuple(tree.Pair(key, value) for key, value in found.items())))


values = st.recursive(literals, lambda inner: st.builds(tree.Array, tuples(inner)) | objects(inner), max_leaves=5)
arrays = st.builds(tree.Array, tuples(values))
raw_literals = st.builds(tree.Lit, st.sampled_from((r"\bx\s+", r"(?i)a\.b", "plain", r"[^\\]+", 'quote"d')))


def _calls() -> st.SearchStrategy:
    positional = st.builds(tree.Argument, st.none(), paths | literals | arrays)
    named = st.dictionaries(names, paths | literals | arrays, max_size=2).map(
        lambda found: tuple(tree.Argument(name, value) for name, value in found.items())
    )
    plain = st.builds(
        lambda name, first, rest: tree.Call(name.parts, (*first, *rest)), paths, tuples(positional), named
    )
    raw = st.builds(
        lambda value: tree.Call(("matches",), (tree.Argument(None, value),)),
        raw_literals | st.builds(tree.Array, tuples(raw_literals)),
    )
    return plain | raw


calls = _calls().filter(lambda call: call.name != ("matches",) or call.arguments)


def _compound(inner: st.SearchStrategy) -> st.SearchStrategy:
    operands = tuples(inner, 2, 3)
    return (
        st.builds(tree.And, operands)
        | st.builds(tree.Or, operands)
        | st.builds(tree.Not, inner)
        | st.builds(tree.Compare, inner, st.sampled_from((">=", "<=", "==", "!=", ">", "<")), inner)
        | st.builds(tree.Member, inner, arrays | paths, st.booleans())
    )


expressions = st.recursive(paths | literals | calls, _compound, max_leaves=6)
phrases = strings | paths
verbs = st.builds(tree.Verb, st.sampled_from(("flag", "block")))
simple_actions = (
    verbs
    | st.builds(tree.Redact, st.none() | texts)
    | st.builds(tree.Edit, st.sampled_from(("append", "prepend", "replace")), phrases)
)
actions = simple_actions | st.builds(tree.Reask, st.none() | numbers, st.none() | phrases, st.none() | simple_actions)
arms = (
    st.builds(tree.Arm, actions | st.builds(tree.Verb, st.just("permit")), expressions)
    | st.builds(tree.Arm, actions, st.none())
    | st.builds(tree.Arm, actions, expressions, st.just(True))
)
failures = st.none() | st.sampled_from(("allow", "flag", "block"))
timeouts = failures | st.just("defer")
holds = st.none() | st.sampled_from(("nothing", "word", "sentence", "all"))
rules = st.builds(
    tree.Rule,
    names,
    arms=tuples(arms),
    when=st.none() | expressions,
    overridable=st.booleans(),
    override=st.booleans(),
    say=st.none() | phrases,
    because=st.none() | texts,
    owner=st.none() | texts,
    tags=tuples(texts),
    sample=st.none() | st.builds(tree.Sample, percents, st.none() | numbers.map(float)),
    later=st.booleans(),
    shadow=st.booleans(),
    enforce=st.none() | percents,
    hold=holds,
    on_error=failures,
    on_timeout=timeouts,
)
stage_names = st.sampled_from(("input", "output", "retrieval", "tool_call", "tool_result"))


def stages(kind: str) -> st.SearchStrategy:
    return st.builds(
        tree.Stage,
        st.just(kind),
        tuples(rules, 0, 2),
        within=st.none() | durations,
        limit=st.none() | positive,
        default_block=st.booleans(),
        hold=holds,
    )


policies = st.builds(
    tree.Policy,
    names,
    base=st.none() | paths,
    because=st.none() | texts,
    on_error=failures,
    on_timeout=timeouts,
    keep=st.none() | st.sampled_from(("full", "redacted", "nothing")),
    drops=tuples(st.builds(tree.Drop, paths, texts), 0, 2),
    stages=st.lists(stage_names, unique=True, max_size=2).flatmap(
        lambda kinds: st.tuples(*(stages(kind) for kind in kinds))
    ),
)
lists = st.builds(
    tree.ListDecl,
    names,
    st.builds(tree.InlineList, arrays) | st.builds(tree.FileList, texts, st.none() | texts),
    tuples(st.builds(tree.Option, names, st.none() | numbers)),
    st.none() | arrays,
)
text_declarations = st.builds(lambda name, value: tree.TextDecl(name, value=value), names, texts) | st.builds(
    lambda name, path: tree.TextDecl(name, path=path), names, texts
)
fields = st.builds(tree.Field, paths, names, st.booleans(), st.none() | arrays)
given_kinds = (
    *("input", "output", "retrieval", "tool_call", "tool_result"),
    *("context", "question", "system", "history"),
)
clauses = (
    st.builds(tree.Given, st.sampled_from(given_kinds), strings | paths | arrays, st.none() | strings | objects(values))
    | objects(values).map(lambda found: tree.GivenRequest(found.pairs))
    | st.builds(tree.GivenAttempt, numbers)
    | st.builds(tree.Assume, calls | paths, literals | paths)
    | st.builds(tree.Assume, calls | paths, failure=st.sampled_from(("fails", "timeout")))
    | st.builds(
        tree.Expect,
        st.sampled_from(("allow", "flag", "block", "redact", "append", "prepend", "replace", "fix", "reask", "permit")),
        tuples(paths, 0, 2),
    )
    | st.builds(tree.ExpectText, st.sampled_from(("text", "say", "hint")), texts)
)
tests = st.builds(tree.Test, texts, st.none() | paths, tuples(clauses))
items = (
    st.builds(tree.Import, texts, names)
    | lists
    | text_declarations
    | st.builds(tree.ToolsDecl, texts)
    | st.builds(tree.RequestDecl, tuples(fields))
    | policies
    | tests
)
files = st.builds(tree.File, st.just(1), tuples(items, 0, 4))
"""Any file that can be written: `parse(format_file(file))` gives it back."""
