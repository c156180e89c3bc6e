/** Something that the person at the terminal can mend; its message is one sentence for them. */
export class Problem extends Error {}

/** Runs a command of the bootstrap; a `Problem` becomes its sentence and exit code 1. */
export async function reportingProblems(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/** For people, on standard error: standard output belongs to the command that is started. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
