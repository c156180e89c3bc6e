import { describe, expect, it } from 'vitest';
import { type ChainedLine, chainLine, findBreak, GENESIS } from './chain.js';

const act = (n: number) => ({
  at: '2026-01-05T09:00:00.000Z',
  actor: 'agt_1',
  action: 'site.change',
  object: `sit_${n}`,
  reason: null,
});
const chain: ChainedLine[] = [];
for (let n = 1; n <= 5; n += 1) chain.push(chainLine(chain.at(-1) ?? { seq: 0, hash: GENESIS }, act(n)));
const head = chain.at(-1) ?? null;

describe('I18: the audit chain', () => {
  it('is whole as it was written', () => {
    expect(findBreak(chain, head)).toBeNull();
  });

  it('shows an edited line, a line that is gone, and two that changed places', () => {
    const edited = chain.map((line) =>
      line.seq === 3 ? { ...line, entry: { ...line.entry, actor: 'agt_2' } } : line,
    );
    expect(findBreak(edited, head)).toBe(3);
    expect(
      findBreak(
        chain.filter(({ seq }) => seq !== 2),
        head,
      ),
    ).toBe(3);
    const [first, second, third, ...rest] = chain;
    if (!first || !second || !third) throw new Error('five were made');
    expect(findBreak([first, third, second, ...rest], head)).toBe(3);
  });

  it('shows lines cut off at the end only to whoever knows the head', () => {
    expect(findBreak(chain.slice(0, 3))).toBeNull();
    expect(findBreak(chain.slice(0, 3), head)).toBe(4);
  });
});
