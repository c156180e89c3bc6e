import { alone, type Benchmark } from '../benchmark.ts';
import { startInstantModel } from '../ground/instant-model.ts';
import { quantile } from '../quantile.ts';

const PER_SECOND = 20;

/** What Baton itself adds before the assistant speaks. */
export const firstToken: Benchmark = {
  name: 'first-token',
  about: `From the acknowledgement of a question to the first piece of the assistant's answer, ${PER_SECOND} new conversations a second, with a model that answers at once and no pause before speaking.`,
  run: async (ground, { quick, say }) => {
    const model = await startInstantModel();
    try {
      const baton = await ground.baton({
        OPENAI_API_KEY: 'bench',
        OPENAI_BASE_URL: model.url,
        ASSISTANT_PAUSE_MS: '0',
      });
      const load = ground.load();
      const destination = baton.destination();
      const ask = (seconds: number) =>
        load.order('converse', { destination, perSecond: PER_SECOND, seconds });
      say('warming up');
      await ask(3);
      const { firstTokens, finished } = await ask(quick ? 5 : 20);
      say(`${firstTokens.length} answers began, ${finished.length} were finished`);
      return [
        alone('first token after the acknowledgement, p50', 'ms', quantile(firstTokens, 0.5), { most: 15 }),
        alone('first token after the acknowledgement, p99', 'ms', quantile(firstTokens, 0.99), null),
        alone('finished answer after the acknowledgement, p50', 'ms', quantile(finished, 0.5), null),
      ];
    } finally {
      await model.stop();
    }
  },
};
