"""Providers of language models and what surrounds them."""

from __future__ import annotations

from guardrail.validators.secret_kinds.kind import REFUSED, SURE, SecretKind, token
from guardrail.validators.secret_kinds.placeholders import entropy, has_letters_and_digits, is_placeholder


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (
        SecretKind(
            name="openai_key",
            title="OpenAI API key",
            format="sk-, sk-proj-, sk-svcacct- or sk-admin-, and a body that since 2023 holds T3BlbkFJ",
            source="OpenAI documentation, API keys; service accounts and admin keys",
            patterns=(
                token("sk-(?:proj|svcacct|admin|None|service)-[0-9A-Za-z_-]{20,220}"),
                token("sk-[0-9A-Za-z_-]{0,100}T3BlbkFJ[0-9A-Za-z_-]{20,100}"),
                token("sk-[0-9A-Za-z]{32,64}"),
            ),
            confirm=_openai,
        ),
        SecretKind(
            name="anthropic_key",
            title="Anthropic API key",
            format="sk-ant-api03-, sk-ant-admin01-, sk-ant-oat01- and some 90 characters",
            source="Anthropic documentation, API and admin API keys",
            patterns=(token("sk-ant-[0-9A-Za-z]{2,12}-[0-9A-Za-z_-]{20,140}"), token("sk-ant-[0-9A-Za-z_-]{32,140}")),
        ),
        SecretKind(
            name="huggingface_token",
            title="Hugging Face token",
            format="hf_ and 34 letters and digits, api_org_ and 34",
            source="Hugging Face Hub documentation, user access tokens",
            patterns=(token("(?:hf|api_org)_[0-9A-Za-z]{30,40}"),),
        ),
        SecretKind(
            name="model_provider_key",
            title="key of another provider of models",
            format="Groq gsk_, Replicate r8_, Perplexity pplx-, xAI xai-, OpenRouter sk-or-v1-, LangSmith lsv2_, "
            "NVIDIA nvapi-, "
            "Fireworks fw_, Tavily tvly-, Voyage pa-, Pinecone pcsk_, Together tgp_v1_, Cerebras csk-",
            source="the providers' documentation, authentication",
            patterns=(
                token("gsk_[0-9A-Za-z]{48,56}"),
                token("r8_[0-9A-Za-z]{37,40}"),
                token("pplx-[0-9A-Za-z]{40,64}"),
                token("xai-[0-9A-Za-z_-]{70,90}"),
                token("sk-or-(?:v1-)?[0-9a-f]{64}"),
                token("lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
                token("nvapi-[0-9A-Za-z_-]{60,70}"),
                token("fw_[0-9A-Za-z]{22,32}"),
                token("tvly-(?:dev-|prod-)?[0-9A-Za-z]{32}"),
                token("pcsk_[0-9A-Za-z]{5,8}_[0-9A-Za-z]{50,70}"),
                token("tgp_v1_[0-9A-Za-z_-]{43}"),
                token("csk-[0-9a-z]{48}"),
            ),
        ),
    )


def _openai(value: str, before: str) -> float:
    if is_placeholder(value) or value.startswith(("sk-ant-", "sk-or-")):
        return REFUSED
    body = value.removeprefix("sk-")
    return SURE if has_letters_and_digits(body) and entropy(body) >= 3 else REFUSED
