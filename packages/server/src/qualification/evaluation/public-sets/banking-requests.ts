import { z } from 'zod';
import { findMoney } from '../../core/understanding/facts/money/find-money.js';
import { foldText } from '../../core/understanding/text/fold-text.js';
import type { Tally } from '../score-chats.js';
import { addTallies, countSpans, f1Measure } from './count-spans.js';
import { FOLDS, foldOf } from './fold-of.js';
import type { PublicSet } from './public-set.js';
import { readOneMessage } from './read-one-message.js';

const SCHEMA = z.array(
  z.object({
    text: z.string(),
    intents: z.array(z.string()).optional(),
    slots: z
      .object({ amount_of_money: z.object({ value: z.object({ amount: z.number() }) }).optional() })
      .optional(),
  }),
);

/** Amounts of money and the wish for a person in messages to a bank (NLU++). The rules are not trained on any fold. */
export const BANKING_REQUESTS: PublicSet = {
  name: 'nlupp-banking',
  file: 'nlupp-banking/utterances.json',
  measure(content) {
    const money: Tally[][] = FOLDS.map(() => []);
    const human: Tally[][] = FOLDS.map(() => []);
    for (const { text, intents = [], slots } of SCHEMA.parse(JSON.parse(content))) {
      const amount = slots?.amount_of_money?.value.amount;
      money[foldOf(text)]?.push(countSpans(amountsIn(text), amount === undefined ? [] : [String(amount)]));
      const asks = readOneMessage(text, null).intents.includes('human_request');
      human[foldOf(text)]?.push(countSpans(asks ? ['yes'] : [], intents.includes('handoff') ? ['yes'] : []));
    }
    return [
      f1Measure('money, 5 folds', money.map(addTallies)),
      f1Measure('human request, 5 folds', human.map(addTallies)),
    ];
  },
};

/** Numbers that the words make an amount of money: a currency or "3 grand". */
function amountsIn(text: string): readonly string[] {
  return findMoney(text, foldText(text), 'en')
    .filter(({ currency, hasMultiplier }) => currency !== null || hasMultiplier)
    .map(({ min, max }) => String(min ?? max));
}
