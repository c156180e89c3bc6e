import type { MessageView, SourcedSentence } from '@baton/shared-types';

/** Words with which a buyer hesitates, in English and German: price, trust, effort, timing, a rival, somebody else's say. */
const OBJECTION =
  /\b(?:too (?:expensive|pricey|costly|complicated|complex|slow|risky|small|big|late)|(?:can't|cannot|can not|couldn't) (?:afford|justify)|out of (?:our|my) budget|over (?:our|my) budget|cheaper|not (?:sure|convinced|secure enough)|worried|concerned|concern is|afraid that|hesitant|already (?:have|use|pay for)|happy with (?:our|what)|locked in|under contract|no time|not a priority|need (?:approval|to ask|to check with)|have to (?:ask|convince|check with)|deal-?breaker|lacks?|missing|doesn't (?:support|have|work with)|does not (?:support|have|work with))\b|\b(?:zu (?:teuer|kompliziert|aufwendig|aufwändig|langsam|riskant|spät)|übersteigt (?:unser|mein) budget|nicht (?:sicher|überzeugt)|sorgen? (?:mich|uns|um)|bedenken|günstiger|billiger|keine zeit|schon (?:einen vertrag|zufrieden)|sind zufrieden mit|muss (?:erst|noch) (?:fragen|klären|abstimmen)|fehlt (?:mir|uns)|unterstützt (?:das )?(?:kein|nicht)|k\.?o\.?-kriterium)/iu;

/** What the visitor holds against buying, sentence by sentence, oldest first; each once. */
export function findObjections(messages: readonly MessageView[]): readonly SourcedSentence[] {
  const found = messages
    .filter(({ actor }) => actor.kind === 'visitor')
    .flatMap(({ text, messageId }) =>
      (text.match(/[^.!?\n]+[.!?]*/g) ?? [])
        .map((sentence) => sentence.trim())
        .filter((sentence) => OBJECTION.test(sentence))
        .map((sentence) => ({ text: sentence, messageId })),
    );
  return [...new Set(found.map(({ text }) => text))].map((text) => ({
    text,
    messageIds: found.filter((each) => each.text === text).map(({ messageId }) => messageId),
  }));
}
