import type { AlreadySaid, Bundle, SlotKind } from '@baton/shared-types';

/**
 * How people ask for each kind of fact, in English and German. A question without a mark counts too: agents type in a hurry.
 */
const ASKS: Readonly<Record<SlotKind, RegExp>> = {
  name: /\b(?:your (?:full |first |last )?name|what(?:'s| is) your name|who am i (?:speaking|talking) (?:to|with)|whom? (?:do i have|am i)|ihr(?:en)? name|wie hei(?:ß|ss)en sie|mit wem spreche ich)\b/i,
  email:
    /\b(?:your (?:work |business |e-?mail|mail) ?(?:address)?|(?:e-?mail|mail)(?: address)?(?: do you| can i| should i|,? please)|ihre (?:e-?mail|mail)|(?:e-?mail|mail)-?adresse)\b/i,
  phone:
    /\b(?:your (?:phone|telephone|mobile|cell|number)|(?:phone|mobile) number|(?:what|which) number|call you (?:on|at)|ihre (?:telefon|handy|mobil)?-?nummer|telefonnummer|erreiche ich sie telefonisch)\b/i,
  company:
    /\b(?:(?:what|which) (?:company|organi[sz]ation|firm)|your (?:company|organi[sz]ation)(?:'s)? name|(?:who|where) do you work|name of your company|(?:welche|aus welcher|bei welcher) (?:firma|unternehmen)|f(?:ü|ue)r welches unternehmen|ihre firma|wo arbeiten sie)\b/i,
  role: /\b(?:your (?:role|job title|title|position)|what do you do (?:there|at)|ihre (?:rolle|position|funktion)|was machen sie (?:dort|beruflich))\b/i,
  country:
    /\b(?:(?:which|what) country|where are you (?:based|located|from)|welche[ms]? land|wo sitzen sie|wo sind sie ansässig)\b/i,
  team_size:
    /\b(?:how (?:many|big|large)\b[^?.]{0,40}?\b(?:people|users?|seats?|agents?|employees|team|staff|colleagues|licen[cs]es)|(?:size of your|your team) ?(?:team|size)|wie viele\b[^?.]{0,40}?\b(?:personen|leute|mitarbeiter\w*|nutzer\w*|plätze|lizenzen|kolleg\w*)|wie groß ist (?:ihr|das) team)\b/i,
  budget:
    /\b(?:your budget|(?:what|which|how much) (?:budget|can you spend|do you want to spend|are you (?:looking|willing) to spend)|price range|ihr budget|(?:welches|wie viel|was für ein) budget|preisrahmen)\b/i,
  timeline:
    /\b(?:(?:your|what|which) (?:time ?line|time ?frame|deadline|schedule)|when (?:do|would|will|are) you (?:want|like|need|plan|looking|planning|start|going)|how soon|bis wann|wann (?:möchten|wollen|brauchen|planen|soll)|zeitrahmen|zeitplan)\b/i,
  use_case:
    /\b(?:what (?:do|would|will) you (?:want to |like to |need (?:to )?)?use (?:it|this|us|our)|what are you (?:looking for|trying to|hoping to)|(?:your|what(?:'s| is) (?:your|the)) use ?case|what do you need it for|wof(?:ü|ue)r (?:möchten|wollen|brauchen|würden)|anwendungsfall|was (?:möchten|wollen) sie (?:damit|erreichen|lösen))\b/i,
  current_tool:
    /\b(?:(?:what|which) (?:tools?|systems?|software|solution)\b[^?.]{0,30}?\b(?:use|using|have|today|currently|now)|(?:what|which) do you use (?:today|now|currently|at the moment)|current (?:tool|system|solution|setup)|(?:was|welche[sn]?|womit) (?:tools?|systeme?|software|lösung)?\s?(?:nutzen|verwenden|arbeiten|setzen) sie (?:heute|derzeit|aktuell|momentan|bisher)?)\b/i,
};

/** What a draft asks for that the visitor has already said: shown to the agent before they send it. Pure. */
export function findAlreadySaid(draft: string, bundle: Pick<Bundle, 'slots'>): readonly AlreadySaid[] {
  return bundle.slots.flatMap(({ key, kind, label, state, current }) => {
    const asks = ASKS[kind].exec(draft)?.[0];
    // A contradiction is worth asking about; so is what was only half understood.
    if (!asks || state !== 'filled' || !current) return [];
    const said = current.evidence.map(({ messageId, quote }) => ({ messageId, quote }));
    return [{ key, label, display: current.display, asks, said }];
  });
}
