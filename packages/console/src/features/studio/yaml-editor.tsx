import type { PlaybookProblemAt, PlaybookVocabulary } from '@baton/shared-types';
import {
  autocompletion,
  type CompletionContext,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml as yamlLanguage } from '@codemirror/lang-yaml';
import { foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { completePlaybook } from './complete-playbook.js';
import { EDITOR_THEME, HIGHLIGHT } from './yaml-editor-theme.js';

interface YamlEditorProps {
  readonly label: string;
  /** Put into the editor when it opens and whenever `loads` rises; in between the editor's text is ahead of it. */
  readonly yaml: string;
  readonly loads: number;
  readonly problems: readonly PlaybookProblemAt[];
  readonly vocabulary: PlaybookVocabulary | null;
  readonly goTo: { readonly line: number; readonly column: number } | null;
  /** Words of the editor itself, by its English ones. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly onEdit: (yaml: string) => void;
}

/**
 * The text with completion and problems in place. It lives in a shadow root: there its styles are adopted sheets,
 * which a policy without inline styles lets through. Tab leaves it, as everywhere.
 */
export function YamlEditor(props: YamlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open', delegatesFocus: true });
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: latest.current.yaml,
        extensions: [
          extensions(latest.current.label, latest.current.phrases),
          autocompletion({ override: [(context) => complete(context, latest.current.vocabulary)] }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onEdit(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    const insert = latest.current.yaml;
    if (!editor || editor.state.doc.toString() === insert) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert } });
  }, [props.loads]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    editor.dispatch(
      setDiagnostics(
        editor.state,
        props.problems.map((problem) => toDiagnostic(editor.state, problem)),
      ),
    );
  }, [props.problems]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || !props.goTo) return;
    const anchor = positionOf(editor.state, props.goTo);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    editor.focus();
  }, [props.goTo]);

  return <div ref={host} class="yaml-editor" />;
}

function extensions(label: string, phrases: Readonly<Record<string, string>>): Extension {
  return [
    EditorState.phrases.of(phrases),
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'false',
      autocapitalize: 'off',
      tabindex: '0',
    }),
    lineNumbers(),
    foldGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    highlightActiveLine(),
    yamlLanguage(),
    syntaxHighlighting(HIGHLIGHT),
    lintGutter(),
    EDITOR_THEME,
    keymap.of([
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
      // On some desktops Ctrl+Space belongs to the input method.
      { key: 'Alt-/', run: startCompletion },
    ]),
  ];
}

function complete(context: CompletionContext, vocabulary: PlaybookVocabulary | null) {
  if (!vocabulary) return null;
  const found = completePlaybook(context.state.doc.toString(), context.pos, vocabulary);
  // Nothing typed yet: the list comes when it is asked for, so that Enter breaks the line.
  if (!found || (!context.explicit && found.from === context.pos)) return null;
  return {
    from: found.from,
    options: found.options.map(({ label, apply, detail, kind }) => ({
      label,
      apply: apply ?? label,
      detail,
      type: kind,
    })),
    validFor: /^[\w-]*$/,
  };
}

function toDiagnostic(state: EditorState, problem: PlaybookProblemAt): Diagnostic {
  const from = positionOf(state, problem);
  const line = state.doc.lineAt(from);
  const message = problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`;
  return { from, to: Math.max(from, line.to), severity: 'error', message };
}

function positionOf(state: EditorState, place: { readonly line: number; readonly column: number }): number {
  const line = state.doc.line(Math.min(Math.max(place.line, 1), state.doc.lines));
  return Math.min(line.from + Math.max(place.column - 1, 0), line.to);
}
