"""The decorators that turn a function into a command of ours.

A command is written as `def show(run: Run, event: ...)`. `@command` puts the options of every command into the
signature that typer reads, merges what was said before and after the command's name, and calls it with a `Run`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Final

import typer

from timeline.cli.typed.options import CONTEXT, HIDDEN_PARAMETERS, PARAMETERS, Shared

EXAMPLES: Final = "timeline_examples"
_CONTEXT: Final = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)


def command(*examples: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declares a command; `examples` are whole command lines, shown at the end of its help."""

    def declare(function: Callable[..., None]) -> Callable[..., None]:
        def invoke(ctx: typer.Context, **values: Any) -> None:
            from timeline.cli.run import Run

            asked = _words(ctx, values)
            with Run.begin(_merged(ctx, values), asked) as run:
                function(run, **values)

        own = list(inspect.signature(function, eval_str=True).parameters.values())
        _sign(invoke, function, [_CONTEXT, *own[1:], *PARAMETERS])
        setattr(invoke, EXAMPLES, epilog(examples))
        return invoke

    return declare


def group(function: Callable[..., None]) -> Callable[..., None]:
    """Declares the callback of a group of commands: it keeps what was said before the command's name."""

    def invoke(ctx: typer.Context, **values: Any) -> None:
        ctx.obj = _merged(ctx, values)
        function(**values)

    own = inspect.signature(function, eval_str=True).parameters.values()
    _sign(invoke, function, [_CONTEXT, *own, *HIDDEN_PARAMETERS])
    return invoke


def family() -> typer.Typer:
    """A command that has commands of its own, as `actor list` and `actor show`."""
    return typer.Typer(
        add_completion=False,
        context_settings=CONTEXT,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
    )


def with_options(declared: Callable[..., Any], name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Replaces the parameter `name` of a command by the parameters of `declared`, which makes the value from them.

    Commands that share a set of options (the filters of `list` and `export`) declare it once.
    """
    own = inspect.signature(declared, eval_str=True).parameters

    def declare(function: Callable[..., None]) -> Callable[..., None]:
        def invoke(*positional: Any, **values: Any) -> None:
            asked = {key: values.pop(key) for key in own}
            function(*positional, **values, **{name: declared(**asked)})

        parameters = inspect.signature(function, eval_str=True).parameters
        kept = [parameter for key, parameter in parameters.items() if key != name]
        _sign(invoke, function, [*kept, *own.values()])
        return invoke

    return declare


def epilog(examples: Iterable[str]) -> str:
    return "\n\n".join(["Examples:", *(f"  {example}" for example in examples)])


def _words(ctx: typer.Context, values: dict[str, Any]) -> str:
    """The command line, as far as it says what was asked for and not where: arguments, and options that were given."""
    import shlex

    shared = {parameter.name for parameter in PARAMETERS}
    said: list[str] = []
    for parameter in ctx.command.params:
        value = values.get(parameter.name or "")
        if parameter.name in shared or value is None or value is False or value == parameter.default:
            continue
        named = [] if parameter.param_type_name == "argument" else [parameter.opts[0]]
        each = value if isinstance(value, list | tuple) else [value]
        for one in each:
            said += [*named, *([] if one is True else [str(one)])]
    return " ".join([ctx.command_path, shlex.join(said)]).strip()


def _merged(ctx: typer.Context, values: dict[str, Any]) -> Shared:
    """Takes the shared options out of `values`; what a group above has kept comes first."""
    said = Shared(**{parameter.name: values.pop(parameter.name) for parameter in PARAMETERS})
    return ctx.obj.then(said) if isinstance(ctx.obj, Shared) else said


def _sign(invoke: Any, function: Callable[..., Any], parameters: Iterable[inspect.Parameter]) -> None:
    """Gives a wrapper the name, the words and the parameters that typer is to see."""
    invoke.__name__, invoke.__doc__ = function.__name__, function.__doc__
    invoke.__module__, invoke.__qualname__ = function.__module__, function.__qualname__
    by_keyword = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
    invoke.__signature__ = inspect.Signature(by_keyword)
    invoke.__annotations__ = {parameter.name: parameter.annotation for parameter in by_keyword}
