const TONES_HZ = [660, 880] as const;
const TONE_SECONDS = 0.14;
const LOUDNESS = 0.06;

/** Two short, quiet tones. Silent until the browser has seen a gesture on the page. */
export function chime(): void {
  const audio = new AudioContext();
  TONES_HZ.forEach((hz, place) => {
    const start = audio.currentTime + place * TONE_SECONDS;
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hz;
    gain.gain.setValueAtTime(LOUDNESS, start);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + TONE_SECONDS);
    tone.connect(gain).connect(audio.destination);
    tone.start(start);
    tone.stop(start + TONE_SECONDS);
    if (place === TONES_HZ.length - 1) tone.onended = () => void audio.close();
  });
}
