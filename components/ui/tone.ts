import { createStore } from "./store";

/** Whether the person wants to hear anything; the shell knows. */
export const sound = createStore(false);

let context: AudioContext | null = null;

/** A short tone, made on the spot, for who wants to hear it; browsers let it sound once the person has used the page. */
export function soundTone(): void {
  if (!sound.get()) return;
  context ??= new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = 0.08;
  tone.frequency.value = 740;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.18);
}
