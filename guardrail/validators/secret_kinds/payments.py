"""Payment services and shops."""

from __future__ import annotations

from guardrail.validators.secret_kinds.kind import SecretKind, token


def kinds() -> tuple[SecretKind, ...]:
    """The kinds of this family."""
    return (
        SecretKind(
            name="stripe_key",
            title="Stripe key",
            format="sk_live_, sk_test_, rk_live_, rk_test_, pk_live_, sk_org_live_ and 10 characters and more; whsec_",
            source="Stripe documentation, API keys; webhook signatures",
            patterns=(
                token("(?:sk|rk)_(?:org_)?(?:live|test|prod)_[0-9A-Za-z]{10,247}"),
                token("pk_live_[0-9A-Za-z]{10,247}"),
                token("whsec_[0-9A-Za-z+/]{24,64}={0,2}"),
            ),
        ),
        SecretKind(
            name="square_token",
            title="Square token",
            format="EAAA and 60 characters, sq0atp-, sq0csp-, sq0idp-",
            source="Square developer documentation, access tokens and OAuth",
            patterns=(
                token("sq0atp-[0-9A-Za-z_-]{22}"),
                token("sq0csp-[0-9A-Za-z_-]{43}"),
                token("EAAA[Ed][0-9A-Za-z_-]{59}"),
            ),
        ),
        SecretKind(
            name="braintree_token",
            title="PayPal Braintree access token",
            format="access_token$production$, 16 characters, $, 32 hexadecimal digits",
            source="Braintree documentation, gateway credentials",
            patterns=(token("access_token\\$(?:production|sandbox)\\$[0-9a-z]{16}\\$[0-9a-f]{32}"),),
        ),
        SecretKind(
            name="shopify_token",
            title="Shopify token",
            format="shpat_, shpca_, shppa_ or shpss_ and 32 hexadecimal digits",
            source="Shopify developer changelog, length of the access tokens and prefixes",
            patterns=(token("shp(?:at|ca|pa|ss|tka|ua)_[0-9a-fA-F]{32}"),),
        ),
        SecretKind(
            name="payment_service_key",
            title="key of another payment service",
            format="Razorpay rzp_live_, Flutterwave FLWSECK-, Adyen AQE…, GoCardless live_, Paystack sk_live_, Lob, "
            "Shippo, EasyPost",
            source="the services' developer documentation, authentication",
            patterns=(
                token("rzp_(?:live|test)_[0-9A-Za-z]{14}"),
                token("FLWSECK(?:_TEST)?-[0-9A-Za-z]{12,40}(?:-X)?"),
                token("AQE[0-9A-Za-z+/=]{30,80}\\.[0-9A-Za-z!-~]{10,}"),
                token("shippo_(?:live|test)_[0-9a-f]{40}"),
                token("EZ[AT]K[0-9A-Za-z]{54}"),
                token("live_(?:pub_)?[0-9a-f]{31,35}"),
            ),
        ),
    )
