interface ChoicesProps<T> {
  readonly label: string;
  readonly options: readonly T[];
  /** What screen readers say, where what stands there is not enough. */
  readonly nameOf?: (option: T) => string;
  readonly choose: (option: T) => void;
}

/** Real buttons, of which one is an answer. */
export function Choices<T extends string | number>({ label, options, nameOf, choose }: ChoicesProps<T>) {
  return (
    <fieldset class="choices" aria-label={label}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          class="choice"
          dir="auto"
          aria-label={nameOf?.(option)}
          onClick={() => choose(option)}
        >
          {option}
        </button>
      ))}
    </fieldset>
  );
}
