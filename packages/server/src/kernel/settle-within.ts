/** Resolves when `work` has ended, well or not, or after `ms`, whichever comes first. Never rejects. */
export function settleWithin(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, ms);
    const end = () => {
      clearTimeout(patience);
      resolve();
    };
    work.then(end, end);
  });
}
