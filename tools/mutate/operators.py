"""Which small changes are tried? Each node of the program text, and what it is changed to.

The list follows mutmut's, and adds what a rule can lose: a condition, an operand, a step of
severity, a whole rule. What Python itself would refuse at once is left out: it proves nothing.
"""

import ast
from collections.abc import Iterator, Mapping

COMPARED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
JOINED: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
SWAPPED = {"any": "all", "all": "any", "min": "max", "max": "min"}


def changes(node: ast.AST, members: Mapping[str, str]) -> Iterator[ast.AST]:
    """What this node is changed to, one thing at a time; `members` are the steps of enums."""
    match node:
        case ast.expr():
            yield from _logic(node)
            yield from _values(node, members)
        case ast.comprehension():
            for place in range(len(node.ifs)):
                rest = node.ifs[:place] + node.ifs[place + 1 :]
                yield ast.comprehension(node.target, node.iter, rest, node.is_async)
        case ast.stmt():
            yield from _statements(node)


def _logic(node: ast.expr) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BoolOp():
            yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
            for place in range(len(node.values)):
                rest = node.values[:place] + node.values[place + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.BinOp() if type(node.op) in JOINED:
            yield ast.BinOp(node.left, JOINED[type(node.op)](), node.right)
        case ast.IfExp():
            yield node.body
            yield node.orelse


def _values(node: ast.expr, members: Mapping[str, str]) -> Iterator[ast.AST]:
    match node:
        case ast.Constant():
            yield from _constants(node)
        case ast.Name(id="any" | "all" | "min" | "max"):
            yield ast.Name(SWAPPED[node.id], node.ctx)
        case ast.Attribute() if ast.unparse(node) in members:
            yield ast.Attribute(node.value, members[ast.unparse(node)], node.ctx)
        case ast.Call():
            # What is handed over by name falls back to its default.
            for place in range(len(node.keywords)):
                rest = node.keywords[:place] + node.keywords[place + 1 :]
                yield ast.Call(node.func, node.args, rest)
        case ast.Lambda():
            yield ast.Lambda(node.args, ast.Constant(None))


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for place, operator in enumerate(node.ops):
        other = [*node.ops]
        other[place] = COMPARED[type(operator)]()
        yield ast.Compare(node.left, other, node.comparators)


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(f"XX{value}XX")


def _statements(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.AugAssign() if type(node.op) in JOINED:
            yield ast.AugAssign(node.target, JOINED[type(node.op)](), node.value)
            yield ast.Assign([node.target], node.value)
        case ast.If() | ast.While():
            for truth in (True, False) if isinstance(node, ast.If) else (False,):
                yield type(node)(ast.Constant(truth), node.body, node.orelse)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.Break():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
