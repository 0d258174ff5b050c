/** The six knobs, the seed, and what few people need. */

import { useState } from "react";
import { CFG, STEPS, type Recipe } from "@/core/kicks/recipe";
import {
  ALL_AUTO,
  describeSlider,
  formatSlider,
  fromPosition,
  parseSlider,
  SLIDER_NAMES,
  SLIDERS,
  toPosition,
  type SliderName,
} from "@/core/kicks/sliders";
import { noteOf } from "@/core/kicks/notes";
import { Button } from "@/ui/Button";
import { useMedia } from "@/ui/hooks";
import { Icon } from "@/ui/Icon";
import { Knob } from "@/ui/Knob";
import { Slider } from "@/ui/Slider";
import { SeedField } from "../SeedField";
import styles from "./maker.module.css";

interface ShapeProps {
  recipe: Recipe;
  lastSeed: number | null;
  onChange(change: (recipe: Recipe) => Recipe): void;
}

export function Shape({ recipe, lastSeed, onChange }: ShapeProps) {
  const wide = useMedia("(min-width: 1000px)");
  const [opened, setOpened] = useState(false);
  const set = SLIDER_NAMES.filter((name) => recipe.sliders[name] !== null).length + (recipe.seed === null ? 0 : 1);
  const open = wide || opened;
  return (
    <section className={styles["shape"]} aria-label="Shape">
      <div className={styles["shapeHead"]}>
        <h2 className={styles["shapeTitle"]}>
          {wide ? (
            "Shape"
          ) : (
            <button
              type="button"
              className={styles["disclosure"]}
              aria-expanded={open}
              onClick={() => {
                setOpened(!opened);
              }}
            >
              <Icon name="chevron" size={18} /> Shape
              <span className={styles["aside"]}>{set === 0 ? "all auto" : `${set} set`}</span>
            </button>
          )}
        </h2>
        {open ? (
          <Button
            small
            look="quiet"
            disabled={set === 0}
            onClick={() => {
              onChange((old) => ({ ...old, sliders: ALL_AUTO, seed: null }));
            }}
          >
            All auto
          </Button>
        ) : null}
      </div>
      {open ? (
        <>
          <div className={styles["knobs"]}>
            {SLIDER_NAMES.map((name) => (
              <KickKnob
                key={name}
                name={name}
                value={recipe.sliders[name]}
                onChange={(value) => {
                  onChange((old) => ({ ...old, sliders: { ...old.sliders, [name]: value } }));
                }}
              />
            ))}
          </div>
          <SeedField
            seed={recipe.seed}
            last={lastSeed}
            onChange={(seed) => {
              onChange((old) => ({ ...old, seed }));
            }}
          />
          <More recipe={recipe} onChange={onChange} />
        </>
      ) : null}
    </section>
  );
}

function KickKnob({ name, value, onChange }: { name: SliderName; value: number | null; onChange(value: number | null): void }) {
  const spec = SLIDERS[name];
  const note = name === "pitchHz" && value !== null ? ` ${noteOf(value).name}` : "";
  return (
    <Knob
      label={spec.label}
      hint={`${spec.hint}: ${spec.ends[0]} to ${spec.ends[1]}`}
      position={value === null ? null : toPosition(value, spec)}
      start={toPosition(spec.start, spec)}
      low={spec.low}
      high={spec.high}
      value={value}
      text={formatSlider(name, value) + note}
      spoken={describeSlider(name, value)}
      onTurn={(position) => {
        onChange(position === null ? null : fromPosition(position, spec));
      }}
      onType={(text) => {
        const typed = parseSlider(name, text);
        if (typed.ok) onChange(typed.value);
        return typed;
      }}
    />
  );
}

function More({ recipe, onChange }: Omit<ShapeProps, "lastSeed">) {
  return (
    <details className={styles["more"]}>
      <summary>More</summary>
      <div className={styles["moreBody"]}>
        <Slider
          label="Steps: more is finer, and slower"
          value={recipe.steps ?? STEPS.start}
          text={String(recipe.steps ?? STEPS.start)}
          low={STEPS.low}
          high={STEPS.high}
          step={1}
          reset={STEPS.start}
          onChange={(steps) => {
            onChange((old) => ({ ...old, steps: steps === STEPS.start ? null : steps }));
          }}
        />
        <Slider
          label="How closely it follows the prompt"
          value={recipe.cfgScale ?? CFG.start}
          text={(recipe.cfgScale ?? CFG.start).toFixed(1)}
          low={CFG.low}
          high={CFG.high}
          step={0.1}
          reset={CFG.start}
          onChange={(cfgScale) => {
            onChange((old) => ({ ...old, cfgScale: cfgScale === CFG.start ? null : cfgScale }));
          }}
        />
      </div>
    </details>
  );
}
