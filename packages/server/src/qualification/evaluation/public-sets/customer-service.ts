import { partOf } from '../part-of.js';
import type { Tally } from '../score-chats.js';
import { addTallies, countSpans, f1Measure } from './count-spans.js';
import type { Measure, PublicSet } from './public-set.js';
import { readOneMessage } from './read-one-message.js';

/** Intents of the set, by what they mean to us. What an existing customer wants done is support, never sales. */
const MEANS: Readonly<Record<string, 'human_request' | 'complaint' | 'support'>> = {
  contact_human_agent: 'human_request',
  contact_customer_service: 'human_request',
  complaint: 'complaint',
  cancel_order: 'support',
  change_order: 'support',
  change_shipping_address: 'support',
  check_invoice: 'support',
  get_invoice: 'support',
  delete_account: 'support',
  edit_account: 'support',
  get_refund: 'support',
  track_refund: 'support',
  track_order: 'support',
  payment_issue: 'support',
  recover_password: 'support',
  registration_problems: 'support',
};

/** Requests to a shop's customer service (Bitext sample): does a customer's errand pass for a lead? */
export const CUSTOMER_SERVICE: PublicSet = {
  name: 'bitext',
  file: 'bitext/Bitext_Sample_Customer_Service_Training_Dataset.csv',
  measure(content) {
    const rows = content
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, quoted, plain, intent] = /^(?:"([^"]*)"|([^",]*)),(\w+),/u.exec(line) ?? [];
        const text = quoted ?? plain;
        return text === undefined || intent === undefined ? [] : [{ text, intent }];
      });
    return (['tuned', 'held-out'] as const).flatMap((part) =>
      measurePart(
        part,
        rows.filter(({ text }) => partOf(text) === part),
      ),
    );
  },
};

function measurePart(
  part: string,
  rows: readonly { readonly text: string; readonly intent: string }[],
): readonly Measure[] {
  const human: Tally[] = [];
  const complaint: Tally[] = [];
  let errands = 0;
  let asLead = 0;
  for (const { text, intent } of rows) {
    const { intents } = readOneMessage(text, null);
    const means = MEANS[intent] ?? null;
    const seen = (wanted: 'human_request' | 'complaint') =>
      countSpans(intents.includes(wanted) ? ['yes'] : [], means === wanted ? ['yes'] : []);
    human.push(seen('human_request'));
    complaint.push(seen('complaint'));
    if (means !== 'support') continue;
    errands += 1;
    if (intents.includes('sales')) asLead += 1;
  }
  return [
    f1Measure(`human request, ${part} part`, [addTallies(human)]),
    f1Measure(`complaint, ${part} part`, [addTallies(complaint)]),
    {
      name: `errands not taken for a lead, ${part} part`,
      value: errands === 0 ? 1 : 1 - asLead / errands,
      plusMinus: null,
      count: errands,
      detail: `${asLead} of ${errands} taken for a lead`,
    },
  ];
}
