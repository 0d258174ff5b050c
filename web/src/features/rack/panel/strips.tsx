/** Kick, noise, reverb and master: what each strip of the front holds. */

import type { ReactNode } from "react";
import { useStudio } from "@/features/studio";
import { useStore } from "@/ui/hooks";
import { ParamFader, ParamKnob } from "./controls";
import { Loudness } from "./Loudness";
import { PeakMeter } from "./PeakMeter";
import { SoundPicker } from "./SoundPicker";
import { Main, Stack, Strip } from "./Strip";

export function KickStrip({ selector }: { selector: ReactNode }) {
  return (
    <Strip layer="kick" title="Kick" sound={selector}>
      <Main>
        <ParamKnob name="kickLen" />
      </Main>
      <Stack>
        <ParamKnob name="kickDistAmt" />
        <ParamKnob name="kickOttAmt" />
      </Stack>
      <PeakMeter of="kick" />
    </Strip>
  );
}

export function NoiseStrip() {
  const { rackSounds } = useStudio();
  const sounds = useStore(rackSounds.catalog)?.noises ?? [];
  return (
    <Strip layer="noise" title="Noise" sound={<SoundPicker layer="noise" sounds={sounds} />}>
      <Stack>
        <ParamKnob name="noiseLowPassFreq" />
        <ParamKnob name="noiseHighPassFreq" />
      </Stack>
      <ParamFader name="noiseVolume" />
      <PeakMeter of="noise" />
    </Strip>
  );
}

export function ReverbStrip() {
  const { rackSounds } = useStudio();
  const sounds = useStore(rackSounds.catalog)?.reverbs ?? [];
  return (
    <Strip layer="reverb" title="Reverb" sound={<SoundPicker layer="reverb" sounds={sounds} />}>
      <Stack>
        <ParamKnob name="reverbLowPassFreq" />
        <ParamKnob name="reverbHighPassFreq" />
      </Stack>
      <ParamFader name="reverbVolume" />
      <PeakMeter of="reverb" />
    </Strip>
  );
}

export function MasterStrip() {
  return (
    <Strip layer={null} title="Master" sound={<Loudness />}>
      <Stack>
        <ParamKnob name="masterOttAmt" />
        <ParamKnob name="masterDistAmt" />
      </Stack>
      <Main>
        <ParamKnob name="masterLimiterAmt" />
      </Main>
      <PeakMeter of="master" marked />
    </Strip>
  );
}
