import { ERRORS, type PlaybookDraft } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../api/console-api.js';
import type { StudioApi } from '../../api/studio-api.js';
import { createDraftModel } from './draft-model.js';

/** The draft's part of the server, in memory. */
function stage() {
  let stored: PlaybookDraft = { yaml: 'name: live', revision: 0, problems: [] };
  const saves: string[] = [];
  let isDown = false;
  let timer: (() => void) | null = null;
  const api = {
    getDraft: async () => stored,
    async saveDraft(yaml: string, revision: number) {
      if (isDown) throw new ApiError({ code: 'unavailable', message: ERRORS.unavailable.message }, 0);
      if (revision !== stored.revision)
        throw new ApiError({ code: 'draft_changed', message: ERRORS.draft_changed.message }, 409);
      saves.push(yaml);
      const problems = yaml.includes('!') ? [{ line: 1, column: 7, path: 'name', message: 'no' }] : [];
      stored = { yaml, revision: revision + 1, problems };
      return stored;
    },
    async discardDraft() {
      stored = { yaml: 'name: live', revision: 0, problems: [] };
    },
  } as Partial<StudioApi> as StudioApi;
  const setTimer = (run: () => void) => {
    timer = run;
    return () => {
      timer = null;
    };
  };
  return {
    model: createDraftModel(api, { setTimer }),
    saves,
    elapse: async () => {
      const due = timer;
      timer = null;
      due?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    isDue: () => timer !== null,
    down: (value: boolean) => {
      isDown = value;
    },
    byAnother: (yaml: string) => {
      stored = { yaml, revision: stored.revision + 1, problems: [] };
    },
  };
}

describe('createDraftModel', () => {
  it('saves after a pause in typing, once, and marks what is wrong', async () => {
    const { model, saves, elapse } = stage();
    await model.draft.load();
    model.edit('name: a');
    model.edit('name: a!');
    expect(model.saving.value.kind).toBe('typing');
    await elapse();
    expect(saves).toEqual(['name: a!']);
    expect(model.saving.value.kind).toBe('saved');
    expect(model.problems.value).toMatchObject([{ line: 1, column: 7 }]);
  });

  it('says that somebody else has saved, and lets one choose whose text counts', async () => {
    const { model, saves, elapse, byAnother, isDue } = stage();
    await model.draft.load();
    byAnother('name: theirs');
    model.edit('name: mine');
    await elapse();
    expect(model.saving.value.kind).toBe('conflict');
    model.edit('name: still mine');
    expect(isDue()).toBe(false);
    await model.keepMine();
    expect(saves).toEqual(['name: still mine']);
    byAnother('name: theirs again');
    model.edit('name: x');
    await elapse();
    await model.reload();
    expect(model.yaml.value).toBe('name: theirs again');
    expect(model.saving.value.kind).toBe('saved');
  });

  it('tries again by itself when the server was away', async () => {
    const { model, saves, elapse, down } = stage();
    await model.draft.load();
    down(true);
    model.edit('name: a');
    await elapse();
    expect(model.saving.value.kind).toBe('failed');
    down(false);
    await elapse();
    expect(saves).toEqual(['name: a']);
    expect(model.saving.value.kind).toBe('saved');
  });

  it('keeps what was typed last when the page is left', async () => {
    const { model, saves } = stage();
    await model.draft.load();
    model.edit('name: last words');
    model.dispose();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(saves).toEqual(['name: last words']);
  });
});
