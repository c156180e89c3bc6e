import { isCorrection, isDenied } from '../../cues/corrections.js';
import type { ReadingContext } from '../../reading.js';
import type { PeopleCount } from './count-people.js';

interface Said {
  readonly text: string;
  readonly folded: string;
}

/** A number said after another question that can only mean the team size held: taken back, put right, or said anew. */
export function replacesHeldSize(said: Said, count: PeopleCount, context: ReadingContext): boolean {
  return takesBackHeldSize(said, count, context) || putsRight(said.folded, count, context);
}

/** "Sorry, I got that wrong: 4", "perdón, me he equivocado: 12". */
const ADMITS_MISTAKE =
  /^\W{0,3}(?:(?:oh|ah|ach|um|sorry|wait|no|nein|ups|oops|perdon|pardon|desolee?|entschuldigung|verzeihung|scusi|scusate|desculpe?|ops)[\s,.!:]{1,3}){0,3}(?:i (?:got|had) (?:that|it|this) wrong|(?:that|it) was wrong|that'?s wrong|my (?:bad|mistake)|a typo|typo|i was wrong|i (?:mistyped|misspoke|miscounted)|das war falsch|da lag ich falsch|mein fehler|vertippt|ich habe mich (?:vertan|verzahlt|vertippt|geirrt)|je me suis trompee?|c'etait (?:faux|une erreur)|erreur|me he equivocado|me equivoque|(?:eso )?estaba mal|ho sbagliato|mi sono sbagliat[oa]|errore|enganei-me|me enganei|errei|dat klopte niet|ik had het mis|foutje|vergissing)[\s,.:;!-]{1,4}(?:(?:it'?s|its|we'?re|we are|there are|it is|es sind|wir sind|sind|somos|son|nous sommes|on est|siamo|sono|sao|zijn|about|only|just|nur|mit|met|avec|con|com|with|unos|etwa)\s){0,3}$/;

const TAKEN_BACK_AT_ONCE =
  /^\W{0,3}(?:(?:oh|ah|um|hm+|ach|eh|ups|oops|uh|ay|ops)[\s,.!]{1,3})?(?:wait(?: no)?|no wait|hang on|hold on|sorry(?:,? (?:make (?:that|it)|i mean(?:t)?|it'?s|actually))?|correction|actually|i mean(?:t)?|make (?:that|it)|scratch that|better say|moment|nein|korrektur|stopp|halt|verzeihung|entschuldigung|quatsch|perdon|pardon|non pardon|desculpe?|scusi|anzi|sorry nee|nee|correctie)[\s,.:!-]{1,3}(?:(?:it'?s|its|we'?re|we are|there are|it is|that'?s|es sind|wir sind|sind|somos|son|sommes|siamo|sono|sao|zijn|doch|eher|rather|more like)\s){0,3}$/;

/** "Sorry, make that 11": nothing but the correction stands before the number. */
export function opensByTakingBack(folded: string, at: number): boolean {
  return TAKEN_BACK_AT_ONCE.test(folded.slice(0, at));
}

/** "Two are away until autumn, count on 21." */
const COUNT_ON =
  /(?<![a-z])(?:rechnen sie (?:lieber |besser |dann )?mit|better (?:count on|put down|plan for)|make it|put(?: us down for| down)?|say|tragen sie (?:lieber |besser )?|tablez (?:plutot )?sur|comptez (?:plutot )?|cuenten (?:mejor )?con|calculen|conti(?:amo)? su|conte com|reken (?:maar )?op)\s(?:about |etwa )?$/;

/** "25 is wrong, it is 15", said after another question was asked. */
export function takesBackHeldSize(
  { text, folded }: Said,
  count: PeopleCount,
  context: ReadingContext,
): boolean {
  const held = context.known.team_size;
  if (typeof held !== 'object' || !('min' in held)) return false;
  const written = held.min ?? held.max;
  if (written === null) return false;
  const at = new RegExp(`(?<!\\d)${written}(?!\\d)`).exec(folded)?.index;
  const takesBackHeld =
    at !== undefined && at !== count.start && isDenied(text, at, at + String(written).length);
  if (takesBackHeld) return true;
  if (COUNT_ON.test(folded.slice(0, count.start))) return true;
  if (count.noun !== 'none' || !isCorrection(text, count.start, count.end)) return false;
  if (ADMITS_MISTAKE.test(folded.slice(0, count.start)) && !isAnotherNumberAsked(context)) return true;
  // "Oh wait, 18 with the new ones": nothing but the correction stands before the number.
  return opensByTakingBack(folded, count.start) && !isAnotherNumberAsked(context);
}

/** Nothing but another number: "wait, more like 200". */
const ONLY_ANOTHER_NUMBER =
  /^(?:(?:or|oh|ah|ach|oder|sorry|no|nope|wait|actually|nein|nee|moment|doch|quatsch)[\s,.!-]+)*(?:it'?s |more like |make (?:that|it) |rather |about |eher |doch |etwa |lieber )*\d{1,5}(?: in (?:the|der|im) \w+ \w+| im \w+ \w+)?[\s.!]*$/;

/** A number that replaces the one named before, as long as it can mean nothing else that is held or asked for. */
function putsRight(folded: string, count: PeopleCount, { asked, known }: ReadingContext): boolean {
  if (known.team_size === undefined || known.budget !== undefined || count.noun === 'seat') return false;
  if (isAnotherNumberAsked({ asked })) return false;
  return ONLY_ANOTHER_NUMBER.test(folded.trim());
}

/** A bare number answers the question that was asked last, if that was one for a number. */
function isAnotherNumberAsked({ asked }: Pick<ReadingContext, 'asked'>): boolean {
  return asked === 'budget' || asked === 'phone' || asked === 'timeline';
}
