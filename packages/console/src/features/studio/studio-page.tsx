import { useEffect, useMemo } from 'preact/hooks';
import type { ConsoleApi } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Lazy } from '../../ui/lazy.js';
import { Tabs } from '../../ui/tabs.js';
import { LoadedView } from '../settings/loaded-view.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { ChangesPanel } from './changes-panel.js';
import { GoldenPanel } from './golden-panel.js';
import { PastPanel } from './past-panel.js';
import { StudioBar } from './studio-bar.js';
import { createStudioModel, STUDIO_TABS, type StudioModel } from './studio-model.js';
import { TryPanel } from './try-panel.js';
import { VersionsPanel } from './versions-panel.js';
import './studio.css';

// The editor is half a megabyte of source: whoever never changes a playbook never fetches it.
const loadEditor = () => import('./yaml-editor.js');

/** Where a playbook is written, tried, proven, published and taken back. */
export function StudioPage({ desk, api }: { desk: DeskModel; api: ConsoleApi }) {
  const words = texts();
  const model = useMemo(() => createStudioModel(api, desk.platform.environment, words.language), [api, desk]);
  useEffect(() => {
    void model.draft.draft.load();
    void model.people.load();
    void model.vocabulary.load();
    return () => model.dispose();
  }, [model]);
  return (
    <>
      <header class="settings-head">
        <h1>{words.settings.playbook}</h1>
        <p class="muted">{words.studio.intro}</p>
      </header>
      <LoadedView resource={model.shelf}>
        {(shelf) => (
          <LoadedView resource={model.draft.draft}>
            {() => (
              <>
                <StudioBar model={model} version={shelf.current.version} />
                <div class="studio-panes">
                  <Text model={model} />
                  <section class="card studio-side" aria-label={words.studio.side}>
                    <Side desk={desk} model={model} />
                  </section>
                </div>
              </>
            )}
          </LoadedView>
        )}
      </LoadedView>
    </>
  );
}

/** The editor, and under it what is wrong: a click goes there. */
function Text({ model }: { model: StudioModel }) {
  const words = texts().studio;
  const problems = model.draft.problems.value;
  const vocabulary = model.vocabulary.state.value;
  return (
    <section class="card studio-text" aria-label={words.editor}>
      <div class="studio-editor">
        <Lazy load={loadEditor}>
          {({ YamlEditor }) => (
            <YamlEditor
              label={words.editor}
              yaml={model.draft.yaml.value}
              loads={model.draft.loads.value}
              problems={problems}
              vocabulary={vocabulary.kind === 'ready' ? vocabulary.value : null}
              goTo={model.goTo.value}
              phrases={words.phrases}
              onEdit={model.draft.edit}
            />
          )}
        </Lazy>
      </div>
      {problems.length === 0 ? (
        <p class="muted studio-hint">{words.editorHint}</p>
      ) : (
        <div class="studio-problems scroll" role="status">
          <p>{words.problems(problems.length)}</p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.path} ${problem.message}`}>
                <button type="button" onClick={() => (model.goTo.value = { ...problem })}>
                  {words.place(problem.line)}
                </button>{' '}
                {problem.path !== '' && <code>{problem.path}</code>} {problem.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Side({ desk, model }: { desk: DeskModel; model: StudioModel }) {
  const words = texts().studio;
  const golden = model.goldenRun.state.value;
  const failing = golden.kind === 'done' ? golden.value.filter(({ passed }) => !passed).length : 0;
  return (
    <Tabs
      label={words.side}
      tabs={STUDIO_TABS.map((key) => ({
        key,
        label: words.tabs[key],
        mark: key === 'golden' && failing > 0 && <span class="badge danger">{failing}</span>,
      }))}
      chosen={model.tab.value}
      onChoose={(key) => (model.tab.value = key)}
    >
      <Panel desk={desk} model={model} />
    </Tabs>
  );
}

function Panel({ desk, model }: { desk: DeskModel; model: StudioModel }) {
  switch (model.tab.value) {
    case 'try':
      return <TryPanel model={model} />;
    case 'golden':
      return <GoldenPanel model={model} />;
    case 'past':
      return <PastPanel desk={desk} model={model} />;
    case 'changes':
      return <ChangesPanel model={model} />;
    case 'versions':
      return <VersionsPanel model={model} />;
  }
}
