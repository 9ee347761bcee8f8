"""JSON Schemas from pydantic models, for the Python API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_from_model(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `model` accepts, by alias; `TypeError` where it is no pydantic model.

    >>> from pydantic import BaseModel
    >>> class Reply(BaseModel):
    ...     text: str
    >>> schema_from_model(Reply)["required"]
    ['text']
    """
    from pydantic import BaseModel

    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise TypeError("expected a pydantic model, a subclass of `BaseModel`")
    return {"$schema": _DIALECT, **model.model_json_schema(by_alias=True, mode="validation")}
