/** A broken promise: the row of the reliability list, and a sentence that names what broke. */
export interface Violation {
  readonly row: InvariantRow;
  readonly what: string;
}

/** What the rows promise, in few words; the same numbers as in the list of invariants in docs/chaos.md. */
export const INVARIANTS = {
  I1: 'no acknowledged message is lost',
  I2: 'nothing stands twice',
  I3: 'one order, 1 to n without a gap',
  I4: 'each sender’s messages stand in the order of sending',
  I5: 'a reader gets everything after its place, once',
  I6: 'nothing is seen that was refused or never happened',
  I7: 'what one has seen, all see',
  I8: 'events applied to an old state equal a fresh read',
  I9: 'a retry gets the first answer, whatever it says',
  I10: 'acknowledged means committed',
  I11: 'nobody sees or becomes anybody else',
  I12: 'every handoff ends in an owner or a word to the visitor',
  I13: 'work that a commit causes is done, and not twice',
  I14: 'one voice: no assistant message after a takeover',
  I20: 'when the faults stop, everything comes to rest',
  I21: 'no clock decides about the order',
  I22: 'what a visitor typed is kept in order or refused visibly',
  I23: 'a place in the log never moves back',
  I24: 'a node that is asked to stop does so, losing nothing',
} as const;

export type InvariantRow = keyof typeof INVARIANTS;
