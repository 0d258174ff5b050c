// The original's chain from plain Web Audio nodes: what `rack_browser.py` compares with. Gives seconds of sound, seconds it took.
async ([values, seconds]) => {
  const rate = 44100;
  const { rack } = window.__klangwerk;
  const catalog = rack.sounds.catalog.get();
  const { patch } = rack.store.state.get();
  const load = async (list, name) => {
    const bytes = await (await fetch(list.find((sound) => sound.name === name).url)).arrayBuffer();
    return new OfflineAudioContext(2, 1, rate).decodeAudioData(bytes);
  };
  const kick = await load(catalog.kicks, patch.kick.name);
  const noise = await load(catalog.noises, patch.noise);
  const impulse = await load(catalog.reverbs, patch.reverb);
  const from = performance.now();
  const context = new OfflineAudioContext(2, Math.round(seconds * rate), rate);
  const gain = (value) => new GainNode(context, { gain: value });
  const filter = (type, frequency) => new BiquadFilterNode(context, { type, frequency, Q: -3.01 });
  const chain = (...nodes) => { nodes.reduce((a, b) => (a.connect(b), b)); return nodes; };
  const curve = Float32Array.from({ length: 4097 }, (_, i) => { const x = i / 2048 - 1; return Math.tanh(6 * x) + 0.1 * x * x; });
  const distort = (amount) => {
    const input = gain(1), output = gain(1);
    chain(input, gain(1 - amount), output);
    chain(input, new WaveShaperNode(context, { curve }), gain(amount), output);
    return [input, output];
  };
  const threeBands = (amount) => {
    const input = gain(1), output = gain(1);
    const compressor = (attack, release) => new DynamicsCompressorNode(context, { threshold: -20, knee: 0, ratio: 1 + amount * 10, attack, release });
    chain(input, filter('lowpass', 100), filter('lowpass', 100), compressor(0.01, 0.1), output);
    chain(input, filter('highpass', 100), filter('highpass', 100), filter('lowpass', 2500), filter('lowpass', 2500), compressor(0.005, 0.075), output);
    chain(input, filter('highpass', 2500), filter('highpass', 2500), compressor(0.001, 0.05), output);
    return [input, output];
  };
  const db = (value) => 10 ** (value / 20);
  const [kickDistortion, kickDistorted] = distort(values.kickDistAmt);
  const [kickOtt, kickOut] = threeBands(values.kickOttAmt);
  kickDistorted.connect(kickOtt);
  const noiseLow = filter('lowpass', values.noiseLowPassFreq);
  const noiseOut = gain(db(values.noiseVolume));
  chain(noiseLow, filter('highpass', values.noiseHighPassFreq), noiseOut);
  const room = new ConvolverNode(context, { disableNormalization: true, buffer: impulse });
  const reverbOut = gain(db(values.reverbVolume));
  chain(room, filter('lowpass', values.reverbLowPassFreq), filter('highpass', values.reverbHighPassFreq), reverbOut);
  kickOut.connect(room); noiseOut.connect(room);
  const [masterOtt, masterOut] = threeBands(values.masterOttAmt);
  for (const node of [kickOut, noiseOut, reverbOut]) node.connect(masterOtt);
  const [distortion, distorted] = distort(values.masterDistAmt);
  masterOut.connect(distortion);
  const limiter = new DynamicsCompressorNode(context, { threshold: 0, knee: 0, ratio: 20, attack: 0.001, release: 0.05 });
  chain(distorted, gain(values.masterLimiterAmt), limiter, context.destination);
  for (let beat = 0; beat * 60 / values.bpm < seconds; beat++) {
    const voice = new AudioBufferSourceNode(context, { buffer: kick });
    voice.connect(kickDistortion);
    voice.start(beat * 60 / values.bpm);
  }
  const loop = new AudioBufferSourceNode(context, { buffer: noise, loop: true });
  loop.connect(noiseLow);
  loop.start();
  await context.startRendering();
  return [seconds, (performance.now() - from) / 1000];
}
