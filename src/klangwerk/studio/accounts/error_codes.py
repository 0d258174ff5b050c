"""Error codes of the accounts app."""

from __future__ import annotations

from klangwerk.studio.common.error_codes import register

INVALID_CREDENTIALS = register("invalid_credentials", 401, "user name or password is wrong")
TOKEN_REUSED = register("token_reused", 401, "the refresh token was used before; its whole family is revoked")
TOKEN_REVOKED = register("token_revoked", 401, "the sign-in was ended")
REGISTRATION_CLOSED = register("registration_closed", 403, "this server makes no new accounts")
BEARER_REQUIRED = register("bearer_required", 403, "an API key cannot make or revoke API keys")
KEYS_LIMIT = register("api_keys_limit", 400, "no more API keys can be made; revoke one first")
