import type { Place } from './place.ts';
import type { ImportLine, SourceFile } from './source-file.ts';

/** A line that breaks a rule. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  /** What was found, in a few words. */
  readonly what: string;
}

export interface Subject {
  readonly file: SourceFile;
  readonly place: Place;
}

/** A wall of the house: its name, and the sentence that says why it stands there. */
export interface Rule {
  readonly name: string;
  readonly sentence: string;
  check(subjects: readonly Subject[]): readonly Finding[];
}

/** A rule that looks at one file at a time. */
export function perFile(
  name: string,
  sentence: string,
  look: (subject: Subject) => readonly { readonly line: number; readonly what: string }[],
): Rule {
  return {
    name,
    sentence,
    check: (subjects) =>
      subjects.flatMap((subject) => look(subject).map((found) => ({ path: subject.file.path, ...found }))),
  };
}

/** A rule about single imports of files that are no tests. */
export function perImport(
  name: string,
  sentence: string,
  isForbidden: (line: ImportLine, subject: Subject) => boolean,
): Rule {
  return perFile(name, sentence, (subject) =>
    subject.place.isTest
      ? []
      : subject.file.imports
          .filter((line) => isForbidden(line, subject))
          .map((line) => ({ line: line.line, what: `imports ${line.specifier}` })),
  );
}
