"""The presets that come with Klangwerk: shared, and nobody's. Their values are frozen here, as they were when they came."""

from __future__ import annotations

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INIT: dict[str, Any] = {
    "bpm": 140,
    "kick_len": 1.0,
    "kick_dist_amt": 0.0,
    "kick_ott_amt": 0.0,
    "noise_low_pass_freq": 7000.0,
    "noise_high_pass_freq": 30.0,
    "noise_volume": -70.0,
    "reverb_low_pass_freq": 7000.0,
    "reverb_high_pass_freq": 30.0,
    "reverb_volume": -6.0,
    "master_ott_amt": 0.0,
    "master_dist_amt": 0.0,
    "master_limiter_amt": 1.5,
    "kick_sample": "Otto",
    "noise_sample": "Staub",
    "reverb_sample": "Lagerhalle",
}

# What differs from “Init”.
FACTORY: dict[str, dict[str, Any]] = {
    "Init": {},
    "Warehouse": {
        "bpm": 134, "kick_sample": "Kurt", "noise_sample": "Maschinenhalle", "kick_dist_amt": 0.12,
        "kick_ott_amt": 0.15, "noise_low_pass_freq": 4500.0, "noise_high_pass_freq": 300.0,
        "noise_volume": -16.0, "reverb_low_pass_freq": 700.0, "reverb_high_pass_freq": 60.0,
        "reverb_volume": -5.0, "master_ott_amt": 0.15, "master_limiter_amt": 1.6,
    },
    "Deep House": {
        "bpm": 122, "reverb_sample": "Goldfolie", "noise_high_pass_freq": 800.0, "noise_volume": -12.0,
        "reverb_low_pass_freq": 2500.0, "reverb_high_pass_freq": 120.0, "reverb_volume": -4.0,
        "master_limiter_amt": 1.4,
    },
    "Dub Techno": {
        "bpm": 124, "kick_sample": "Bodo", "noise_sample": "Kurzwelle", "reverb_sample": "Feder",
        "noise_low_pass_freq": 2200.0, "noise_high_pass_freq": 250.0, "noise_volume": -14.0,
        "reverb_low_pass_freq": 1800.0, "reverb_high_pass_freq": 70.0, "reverb_volume": -1.0,
        "master_limiter_amt": 1.6,
    },
    "Rumble": {
        "bpm": 142, "kick_sample": "Rolf", "noise_sample": "Unterdeck", "reverb_sample": "Dom",
        "kick_ott_amt": 0.1, "noise_low_pass_freq": 500.0, "noise_volume": -14.0,
        "reverb_low_pass_freq": 170.0, "reverb_high_pass_freq": 35.0, "reverb_volume": -2.0,
        "master_ott_amt": 0.3, "master_dist_amt": 0.08, "master_limiter_amt": 1.8,
    },
    "Peak Time": {
        "bpm": 138, "kick_sample": "Fritz", "noise_sample": "Hochspannung", "reverb_sample": "Stahlblech",
        "kick_dist_amt": 0.2, "kick_ott_amt": 0.25, "noise_high_pass_freq": 1500.0, "noise_volume": -14.0,
        "reverb_low_pass_freq": 2200.0, "reverb_high_pass_freq": 120.0, "reverb_volume": -7.0,
        "master_ott_amt": 0.25, "master_limiter_amt": 1.8,
    },
    "Trance Lift": {
        "bpm": 138, "kick_sample": "Ingo", "noise_sample": "Polarlicht", "reverb_sample": "Aula",
        "kick_ott_amt": 0.1, "noise_high_pass_freq": 400.0, "noise_volume": -15.0,
        "reverb_low_pass_freq": 6000.0, "reverb_high_pass_freq": 180.0, "reverb_volume": -8.0,
        "master_ott_amt": 0.12, "master_limiter_amt": 1.9,
    },
    "Hardcore 180": {
        "bpm": 180, "kick_sample": "Uwe", "noise_sample": "Hochspannung", "reverb_sample": "Torschluss",
        "kick_dist_amt": 0.35, "kick_ott_amt": 0.3, "noise_high_pass_freq": 900.0, "noise_volume": -12.0,
        "reverb_low_pass_freq": 3500.0, "reverb_high_pass_freq": 90.0, "reverb_volume": -10.0,
        "master_ott_amt": 0.2, "master_dist_amt": 0.1, "master_limiter_amt": 1.2,
    },
    "Industrial Tank": {
        "bpm": 150, "kick_sample": "Rolf", "noise_sample": "Maschinenhalle", "reverb_sample": "Tank",
        "kick_len": 0.8, "kick_dist_amt": 0.3, "kick_ott_amt": 0.2, "noise_high_pass_freq": 120.0,
        "noise_volume": -14.0, "reverb_low_pass_freq": 1200.0, "reverb_high_pass_freq": 70.0,
        "reverb_volume": -8.0, "master_ott_amt": 0.35, "master_dist_amt": 0.1, "master_limiter_amt": 1.8,
    },
    "Dusty Attic": {
        "bpm": 88, "kick_sample": "Erna", "reverb_sample": "Kammer", "kick_dist_amt": 0.05,
        "noise_low_pass_freq": 3200.0, "noise_high_pass_freq": 120.0, "noise_volume": -11.0,
        "reverb_low_pass_freq": 2600.0, "reverb_high_pass_freq": 90.0, "reverb_volume": -5.0,
        "master_dist_amt": 0.06, "master_limiter_amt": 2.0,
    },
    "Open Air": {
        "bpm": 118, "kick_sample": "Emil", "noise_sample": "Nordwind", "reverb_sample": "Aula",
        "noise_low_pass_freq": 5000.0, "noise_high_pass_freq": 200.0, "noise_volume": -15.0,
        "reverb_low_pass_freq": 3500.0, "reverb_high_pass_freq": 100.0, "reverb_volume": -5.0,
        "master_limiter_amt": 2.4,
    },
    "Electro Laser": {
        "bpm": 128, "kick_sample": "Berta", "noise_sample": "Kurzwelle", "reverb_sample": "Drahtseil",
        "kick_len": 0.7, "kick_dist_amt": 0.08, "noise_high_pass_freq": 1200.0, "noise_volume": -18.0,
        "reverb_high_pass_freq": 90.0, "reverb_volume": -2.0, "master_ott_amt": 0.1,
    },
    "Night Ritual": {
        "bpm": 104, "kick_sample": "Bodo", "noise_sample": "Ritual", "reverb_sample": "Grotte",
        "noise_low_pass_freq": 1800.0, "noise_high_pass_freq": 60.0, "noise_volume": -12.0,
        "reverb_low_pass_freq": 1100.0, "reverb_high_pass_freq": 60.0, "reverb_volume": -5.0,
        "master_ott_amt": 0.15,
    },
    "Backwards Pump": {
        "bpm": 126, "kick_sample": "Fritz", "noise_sample": "Atem", "reverb_sample": "Sog",
        "noise_high_pass_freq": 300.0, "noise_volume": -14.0, "reverb_low_pass_freq": 1500.0,
        "reverb_high_pass_freq": 80.0, "master_ott_amt": 0.2,
    },
}


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    presets = apps.get_model("presets", "Preset").objects.using(schema_editor.connection.alias)
    for name, different in FACTORY.items():
        if not presets.filter(user=None, preset_name=name).exists():
            presets.create(user=None, preset_name=name, is_shared=True, **{**INIT, **different})


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    presets = apps.get_model("presets", "Preset").objects.using(schema_editor.connection.alias)
    presets.filter(user=None, preset_name__in=FACTORY).delete()


class Migration(migrations.Migration):

    dependencies = [("presets", "0001_initial")]

    operations = [migrations.RunPython(make, remove)]
