/** Two short soft notes. Nothing where sound is not to be had, or not allowed yet. */
export function chime(): void {
  try {
    const audio = new AudioContext();
    const volume = audio.createGain();
    const note = new OscillatorNode(audio, { frequency: 660 });
    const at = audio.currentTime;
    volume.gain.setValueAtTime(0.06, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
    note.frequency.setValueAtTime(880, at + 0.1);
    note.connect(volume).connect(audio.destination);
    note.onended = () => void audio.close();
    note.start();
    note.stop(at + 0.3);
  } catch {
    // Without sound the badge and the announcement remain.
  }
}
