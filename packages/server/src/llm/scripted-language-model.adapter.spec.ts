import { expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../kernel/clock.js';
import { adversarialScript } from './adversarial-script.js';
import { BreakingLanguageModel } from './breaking-language-model.adapter.js';
import {
  describeLanguageModel,
  drain,
  QUICK,
  reply,
  type Scenario,
  type Subject,
} from './language-model.contract.js';
import { ModelFailure } from './language-model.port.js';
import { ScriptedLanguageModel, type ScriptStep, spoken } from './scripted-language-model.adapter.js';

const NO_TOKENS = { inputTokens: null, outputTokens: null };

function* stepsOf(scenario: Scenario): Generator<ScriptStep> {
  switch (scenario.name) {
    case 'says':
      return yield* spoken(...scenario.pieces);
    case 'silent':
      return yield { do: 'stall' };
    case 'stalls':
      yield { do: 'say', text: scenario.after };
      return yield { do: 'stall' };
    case 'cut':
      return yield { do: 'say', text: scenario.after };
    case 'drips':
      for (;;) {
        yield { do: 'wait', ms: scenario.everyMs };
        yield { do: 'say', text: 'drip ' };
      }
    case 'blank':
      return yield* spoken('  ', '\n');
    case 'token_limit':
      yield { do: 'say', text: scenario.after };
      return yield { do: 'finish', reason: 'length', usage: NO_TOKENS };
    case 'floods':
      for (;;) yield { do: 'say', text: 'flood '.repeat(500) };
    case 'rate_limited':
      return yield { do: 'fail', kind: 'rate_limited', retryAfterMs: scenario.retryAfterSeconds * 1_000 };
    case 'upstream_error':
      return yield { do: 'fail', kind: 'upstream_error', retryAfterMs: null };
  }
}

const subject: Subject = {
  play: (scenario) => new ScriptedLanguageModel(() => stepsOf(scenario)),
  stop: async () => undefined,
};

describeLanguageModel('scripted', async () => subject);
describeLanguageModel('behind a breaker', async () => ({
  ...subject,
  play: (scenario) => new BreakingLanguageModel(subject.play(scenario), systemClock),
}));

test('the adversarial model answers the same call with the same bytes', async () => {
  const answers = async (): Promise<string[]> =>
    Promise.all(
      Array.from({ length: 20 }, (_, seed) => {
        const model = new ScriptedLanguageModel(adversarialScript(seed));
        return drain(reply(model)).then(
          ({ text }) => text,
          (thrown) => String(thrown),
        );
      }),
    );
  expect(await answers()).toEqual(await answers());
});

test('the adversarial model often fits the schema and never gets anything else through', async () => {
  const schema = z.object({
    slot: z.enum(['name', 'email']),
    value: z.string(),
    sure: z.boolean().nullable(),
  });
  let fitting = 0;
  for (let seed = 0; seed < 60; seed += 1) {
    const model = new ScriptedLanguageModel(adversarialScript(seed));
    const turns = [{ role: 'user', text: 'x' }] as const;
    const signal = new AbortController().signal;
    try {
      const { value } = await model.extract({
        onBehalfOf: 'wsp',
        turns,
        name: 'x',
        schema,
        maxTokens: 1,
        deadlines: QUICK,
        signal,
      });
      expect(schema.safeParse(value).success).toBe(true);
      fitting += 1;
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ModelFailure);
    }
  }
  expect(fitting).toBeGreaterThan(10);
});
