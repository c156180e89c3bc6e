import { describeEmbeddingModel, type EmbeddingScenario } from './embedding-model.contract.js';
import { type EmbeddingScript, ScriptedEmbeddingModel } from './scripted-embedding-model.adapter.js';

function scriptOf(scenario: EmbeddingScenario): EmbeddingScript {
  switch (scenario.name) {
    case 'embeds':
      return (texts) => texts.map((text) => scenario.vectorOf(text));
    case 'silent':
      return () => ({ stall: true });
    case 'too_few':
      return () => [[1, 0, 0]];
    case 'no_direction':
      return (texts) => texts.map(() => [0, 0, 0]);
    case 'upstream_error':
    case 'rate_limited':
      return () => ({ fail: scenario.name });
  }
}

describeEmbeddingModel('scripted', async () => ({
  play: (scenario) => new ScriptedEmbeddingModel(scriptOf(scenario)),
  stop: async () => undefined,
}));
