"""Django's settings, all of them: whatever differs between machines comes from `options`."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from klangwerk.studio.common.logging import logging_config
from klangwerk.studio.config import database, env, home, storage

CONFIG = env.load()
for _name, _meant in env.misspelt(os.environ).items():
    logging.getLogger(__name__).warning("%s is not a setting; is %s meant?", _name, _meant)

KLANGWERK_HOME: Path = home.home_ensure(CONFIG.path("KLANGWERK_HOME"))
KLANGWERK_MULTI_USER: bool = CONFIG.flag("KLANGWERK_MULTI_USER")
KLANGWERK_PROXIES: int = CONFIG.integer("KLANGWERK_PROXIES")
KLANGWERK_STORAGE: storage.Store = storage.store_of(CONFIG, KLANGWERK_HOME)
KLANGWERK_SIGNED_URL_LIFETIME_S: int = CONFIG.integer("KLANGWERK_SIGNED_URL_LIFETIME_S")
KLANGWERK_KICKS_PER_DAY: int = CONFIG.integer("KLANGWERK_KICKS_PER_DAY")
KLANGWERK_KICKS_KEPT: int = CONFIG.integer("KLANGWERK_KICKS_KEPT")
KLANGWERK_KICKS_PER_DAY_ALL: int = CONFIG.integer("KLANGWERK_KICKS_PER_DAY_ALL")
KLANGWERK_PRESETS_KEPT: int = CONFIG.integer("KLANGWERK_PRESETS_KEPT")
KLANGWERK_BOUNCES_KEPT: int = CONFIG.integer("KLANGWERK_BOUNCES_KEPT")
KLANGWERK_TRACKS_KEPT: int = CONFIG.integer("KLANGWERK_TRACKS_KEPT")
KLANGWERK_PROJECTS_KEPT: int = CONFIG.integer("KLANGWERK_PROJECTS_KEPT")
KLANGWERK_IMPORT_MB: int = CONFIG.integer("KLANGWERK_IMPORT_MB")
KLANGWERK_DAY_ZONE: str = CONFIG.text("KLANGWERK_DAY_ZONE")
KLANGWERK_KICK_MODEL: str | None = CONFIG.optional("KLANGWERK_KICK_MODEL")
CELERY_BROKER_URL: str | None = CONFIG.optional("CELERY_BROKER_URL")
JOBS_KEPT_DAYS: int = CONFIG.integer("KLANGWERK_JOBS_KEPT_DAYS")
JOBS_EVENTS_KEPT_HOURS: int = CONFIG.integer("KLANGWERK_EVENTS_KEPT_HOURS")
KLANGWERK_METRICS_TOKEN: str | None = CONFIG.optional("KLANGWERK_METRICS_TOKEN")

_given_key = CONFIG.optional("SECRET_KEY")
SECRET_KEY: str = (
    home.secret_key_checked(_given_key, where="SECRET_KEY")
    if _given_key
    else home.secret_key_ensure(KLANGWERK_HOME)
)
DEBUG: bool = CONFIG.flag("DEBUG")
# This machine may always ask itself: `klangwerk studio` and health checks do, whatever the public name is.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS: list[str] = list(dict.fromkeys([*CONFIG.names("ALLOWED_HOSTS"), *LOOPBACK]))

# --- apps ------------------------------------------------------------------------------------------------------

STUDIO_APPS = ("common", "accounts", "jobs", "library", "kicks", "presets", "music", "timeline")
INSTALLED_APPS = [
    *(f"klangwerk.studio.{app}" for app in STUDIO_APPS),
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "channels",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "klangwerk.studio.common.middleware.RequestContextMiddleware",
    "klangwerk.studio.common.middleware.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "klangwerk.studio.common.middleware.CleanAddressMiddleware",
    "klangwerk.studio.common.static_files.StaticFilesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
APPEND_SLASH = False  # every address works with and without it
LOGIN_REDIRECT_URL = "/admin/"  # of the admin's own form; the web app signs in by the API
ROOT_URLCONF = "klangwerk.studio.config.urls"
ASGI_APPLICATION = "klangwerk.studio.config.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- data ------------------------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {"default": database.database_of(CONFIG, KLANGWERK_HOME)}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # of a JSON body; files have limits of their own

# --- web -------------------------------------------------------------------------------------------------------

WEBAPP_DIR = Path(__file__).resolve().parent.parent / "webapp"
STATIC_URL = "/static/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = (
    True  # admin and API docs are served out of their packages; nobody runs collectstatic
)
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ROOT = WEBAPP_DIR if WEBAPP_DIR.is_dir() else None
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/"  # Vite writes a hash into these names
WHITENOISE_MAX_AGE = 60

_tls = CONFIG.flag("KLANGWERK_TLS_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _tls else None
SECURE_SSL_REDIRECT = _tls
SECURE_REDIRECT_EXEMPT = [
    r"^healthz/?$",
    r"^readyz/?$",
    r"^metrics/?$",
]  # probes come from inside, by plain http
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _tls else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _tls
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS: list[str] = []
CSRF_FAILURE_VIEW = "klangwerk.studio.common.error_pages.csrf_failure"

CORS_ALLOWED_ORIGINS: list[str] = CONFIG.names("CORS_ALLOWED_ORIGINS") + (
    ["http://localhost:5173", "http://127.0.0.1:5173"] if DEBUG else []  # Vite's server
)
CORS_URLS_REGEX = r"^/(api|media|sounds)/"
CORS_ALLOW_HEADERS = [
    "authorization",
    "content-type",
    "idempotency-key",
    "prefer",
    "range",
    "x-api-key",
    "x-request-id",
]
CORS_EXPOSE_HEADERS = [
    "content-disposition",
    "etag",
    "idempotency-replayed",
    "location",
    "preference-applied",
    "retry-after",
    "x-request-id",
]

# --- accounts --------------------------------------------------------------------------------------------------

PASSWORD_CHARACTERS_MIN = 8
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_CHARACTERS_MIN},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=10),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=30),
    "UPDATE_LAST_LOGIN": False,
    "CHECK_REVOKE_TOKEN": True,  # a changed password ends all access tokens
    "AUTH_HEADER_TYPES": ("Bearer",),
}

# --- API -------------------------------------------------------------------------------------------------------

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "klangwerk.studio.accounts.authentication.BearerAuthentication",
        "klangwerk.studio.accounts.authentication.ApiKeyAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["klangwerk.studio.common.casing.CamelCaseJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["klangwerk.studio.common.casing.CamelCaseJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "klangwerk.studio.common.pagination.Pagination",
    "DEFAULT_SCHEMA_CLASS": "klangwerk.studio.common.openapi.Schema",
    "EXCEPTION_HANDLER": "klangwerk.studio.common.exception_handler.handle",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "URL_FORMAT_OVERRIDE": None,  # `?format=` is ours to name
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Klangwerk",
    "DESCRIPTION": "A self-hosted studio for AI audio. Every error is `{code, message, extra}`.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "ENUM_NAME_OVERRIDES": {
        "FormatEnum": "klangwerk.studio.presets.order.FORMATS",
        "LayerEnum": "klangwerk.engines.rack.params.LAYERS",
        "SoundTypeEnum": "klangwerk.studio.timeline.limits.TRACK_TYPES",
        "StatusEnum": "klangwerk.studio.jobs.status.JobStatus",
        "TrackFormatEnum": "klangwerk.studio.music.order.FORMATS",
        "TrackTypeEnum": "klangwerk.studio.music.models.TrackType",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "klangwerk.studio.common.openapi.camelized_schema",
    ],
}

LOGGING = logging_config(line_format=CONFIG.text("LOG_FORMAT"), level=CONFIG.text("LOG_LEVEL"))
