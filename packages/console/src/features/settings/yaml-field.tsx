import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';

/** A plain text field with line numbers that scroll along; lines with errors are marked. Tab leaves it, as everywhere. */
export function YamlField(props: {
  readonly label: string;
  readonly yaml: string;
  readonly errorLines: ReadonlySet<number>;
  readonly onEdit: (yaml: string) => void;
  readonly ref: Ref<HTMLTextAreaElement>;
}) {
  const gutter = useRef<HTMLDivElement>(null);
  const count = props.yaml.split('\n').length;
  return (
    <div class="yaml">
      <div ref={gutter} class="yaml-gutter" aria-hidden="true">
        {Array.from({ length: count }, (_, place) => place + 1).map((line) => (
          <span key={line} class={props.errorLines.has(line) ? 'wrong' : ''}>
            {line}
          </span>
        ))}
      </div>
      <textarea
        ref={props.ref}
        class="scroll"
        aria-label={props.label}
        aria-invalid={props.errorLines.size > 0 || undefined}
        wrap="off"
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        value={props.yaml}
        onInput={(event) => props.onEdit(event.currentTarget.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
