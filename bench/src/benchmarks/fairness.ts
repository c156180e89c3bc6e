import { alone, type Benchmark } from '../benchmark.ts';
import { startInstantModel } from '../ground/instant-model.ts';
import { takeOver } from '../ground/take-over.ts';
import { quantile } from '../quantile.ts';

const MODEL_MS = 50;
/** The limits that ship, in place of those that the other benchmarks widen: they are part of what protects a neighbour. */
const SHIPPED = {
  VISITOR_MESSAGE_BURST: '20',
  VISITOR_MESSAGES_PER_MINUTE: '60',
  ADDRESS_MESSAGES_PER_MINUTE: '600',
  SITE_MESSAGES_PER_MINUTE: '6000',
};
/** All that a site is allowed, from visitors who each stay below their own limit. */
const FLOOD = { size: 128, perSecond: 100 };

/** What one company notices of the flood at another. */
export const fairness: Benchmark = {
  name: 'fairness',
  about:
    'Acknowledgement at 20 messages/s in one workspace, alone and while another one gets all that a site is allowed, 100 messages/s, and the assistant answers them there.',
  run: async (ground, { quick, say }) => {
    const seconds = quick ? 4 : 12;
    const model = await startInstantModel(MODEL_MS);
    try {
      const baton = await ground.baton({ ...SHIPPED, OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: model.url });
      const [quietLoad, floodLoad] = [ground.load(), ground.load()];
      const quiet = { crowd: 'quiet', destination: baton.destination('alpenrad'), size: 20, second: null };
      const { size, perSecond } = FLOOD;
      const flood = { crowd: 'flood', destination: baton.destination('tidewater'), size, second: null };
      const { conversationIds } = await quietLoad.order('gather', quiet);
      await takeOver(baton, 'alpenrad', conversationIds);
      const listen = () => quietLoad.order('keepPace', { crowd: 'quiet', perSecond: 20, seconds });
      const before = (await listen()).acknowledged;
      await floodLoad.order('gather', flood);
      const pressing = floodLoad.order('keepPace', { crowd: 'flood', perSecond, seconds: seconds + 1 });
      await baton.server.ask('forget');
      const during = (await listen()).acknowledged;
      const delay = await baton.server.ask('delay');
      const { acknowledged } = await pressing;
      say(`the flood: ${acknowledged.length} messages, ${model.calls} model calls`);
      return [
        alone('quiet workspace alone, p50', 'ms', quantile(before, 0.5), null),
        alone('quiet workspace alone, p99', 'ms', quantile(before, 0.99), null),
        alone('quiet workspace beside a flood, p50', 'ms', quantile(during, 0.5), null),
        alone('quiet workspace beside a flood, p99', 'ms', quantile(during, 0.99), null),
        alone('the flood itself, p50', 'ms', quantile(acknowledged, 0.5), null),
        alone('the flood itself, p99', 'ms', quantile(acknowledged, 0.99), null),
        alone('event-loop delay meanwhile, p99', 'ms', delay.p99, null),
      ];
    } finally {
      await model.stop();
    }
  },
};
