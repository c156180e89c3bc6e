import { SLOT_KINDS, type SlotCandidate } from '@baton/shared-types';
import type { ReadingContext, Understanding, VisitorMessage } from '../reading.js';
import { evidenceAt } from '../spans.js';
import { isRefusal } from './refusals.js';

export type Declined = Understanding['declined'][number];

/** Admits that what was given is not real. */
const FAKE =
  /\b(?:(?:not|isn'?t|aint|ain't|wasn'?t) (?:a |my |the )?(?:real|actual|valid)|(?:is|was|were|'?s|it'?s|its|that'?s|thats|totally|obviously|completely) (?:a )?(?:fake|made[- ]up|invented|bogus|fictional|fictitious|a joke|placeholder)|(?:i )?made (?:that|it|this) up|i invented|fake (?:number|one|address|mail|e-?mail)|erfunden|ausgedacht|nicht echt|keine echte|falsa?|inventad[oa]|me (?:lo|la) (?:he )?invent|bidon|fausse?|invent[ée]e?|inventei|inventad[oa]|finto|finta|inventat[oa]|verzonnen|nep|doesn'?t exist|does not exist)\b/iu;

/** Slots that the visitor refused in this turn, in the light of what was asked, and what they admitted to be fake. */
export function readDeclined(
  context: ReadingContext,
  candidates: readonly SlotCandidate[],
): readonly Declined[] {
  const fake = readFake(context, candidates);
  const { asked } = context;
  if (asked === null || fake.some((it) => it.kind === asked)) return fake;
  if (candidates.some((it) => it.kind === asked) || context.known[asked] !== undefined) return fake;
  const refusal = context.messages.find((message) => isRefusal(asked, message.text));
  if (refusal === undefined) return fake;
  return [...fake, { kind: asked, evidence: [evidenceAt(refusal, 0, refusal.text.length)] }];
}

/** A value that is taken back as invented; what follows the admission may be the real one. */
function readFake(context: ReadingContext, candidates: readonly SlotCandidate[]): readonly Declined[] {
  const admission = context.messages
    .map((message) => ({ message, match: FAKE.exec(message.text) }))
    .find((it) => it.match !== null);
  if (admission === undefined || admission.match === null) return [];
  const { message, match } = admission;
  const evidence = [evidenceAt(message, match.index, match.index + match[0].length)];
  return SLOT_KINDS.filter((kind) => kind === 'email' || kind === 'phone' || kind === 'name').flatMap(
    (kind) => {
      const given = candidates.filter((it) => it.kind === kind);
      const before = given.some((it) => precedes(context.messages, it, message, match.index));
      const named = NOUN[kind].test(message.text);
      const after = given.some((it) => !precedes(context.messages, it, message, match.index));
      const held =
        given.length === 0 &&
        ((context.known[kind] !== undefined && named && refersBack(message.text, match.index)) ||
          // Something was given, and taken for no address or number by itself.
          (context.asked === kind && (context.known[kind] !== undefined || /\d{3}|@/.test(message.text))));
      return (before || held) && !after ? [{ kind, evidence }] : [];
    },
  );
}

/** "That was a fake number": theirs, and not one that bots leave in a form. */
function refersBack(text: string, at: number): boolean {
  return REFERS_BACK.test(text.slice(Math.max(0, at - 40), at + 8));
}

const REFERS_BACK =
  /(?<![\p{L}])(?:it|it's|its|that|that's|thats|this|mine|my|i|i've|ive|the (?:e-?mail|mail|address|number|phone|name|one)|das|die (?:adresse|mail|nummer)|der name|ich|meine?|es|c'est|c'[ée]tait|j'ai|je|mon|ma|eso|esa|ese|era|mi|lo|la|isso|era|meu|minha|questo|era|mio|mia|dat|het|mijn|ik)(?!\p{L})[^.!?\n]{0,40}$/iu;

const NOUN: Readonly<Record<'email' | 'phone' | 'name', RegExp>> = {
  email: /mail|address|adresse|correo|endere[çc]o|indirizzo|adres/iu,
  phone: /phone|number|nummer|tel[ée]fono|num[ée]ro|telefone|n[úu]mero|numero/iu,
  name: /\bname|nombre|\bnom\b|\bnome\b|\bnaam/iu,
};

function precedes(
  messages: readonly VisitorMessage[],
  candidate: SlotCandidate,
  message: VisitorMessage,
  offset: number,
): boolean {
  const [first] = candidate.evidence;
  if (first === undefined) return false;
  const order = (id: string) => messages.findIndex((it) => it.id === id);
  const [mine, theirs] = [order(first.messageId), order(message.id)];
  return mine < theirs || (mine === theirs && first.start < offset);
}
