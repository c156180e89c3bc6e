import { readdirSync, readFileSync } from 'node:fs';
import type { LogEvent, VisitorId } from '@baton/shared-types';
import { expect, it } from 'vitest';
import { compiled, numbered } from '../../../test/play-visitor.js';
import { buildBundle } from './build-bundle.js';
import { deskOf } from './words/desk.js';

const HISTORIES = new URL('../../qualification/core/golden-histories/', import.meta.url);
const BASELINE = new URL('../../../playbooks/baselines/v2/playbook.yaml', import.meta.url);
const { playbook, identity } = compiled(readFileSync(BASELINE, 'utf8'));

/** A word that is changed in any sentence shows here, to be reviewed and then accepted with `vitest -u`. */
it('the committed histories give the bundles that they gave', async () => {
  const lines = readdirSync(HISTORIES)
    .sort()
    .flatMap((file) =>
      (['en', 'de'] as const).map((deskLanguage) => {
        const log = readFileSync(new URL(file, HISTORIES), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line): LogEvent => JSON.parse(line));
        const [first] = log;
        if (!first) throw new Error(`${file} is empty`);
        const { conversationId } = first;
        const visitorId = numbered('vis', 1) as VisitorId;
        const read = { ...playbook, deskLanguage };
        const bundle = buildBundle({
          conversationId,
          log,
          visitorId,
          playbook: read,
          identity,
          desk: deskOf(read),
        });
        return `${bundle.hash} ${deskLanguage} ${file}\n`;
      }),
    );
  await expect(lines.join('')).toMatchFileSnapshot('golden-bundles.txt');
});
