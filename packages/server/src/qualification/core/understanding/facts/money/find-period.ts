import type { BudgetPeriod } from '@baton/shared-types';

const UNIT =
  'seat|user|head|person|agent|utilisatrice|utilizadora|usuaria|nutzerin|benutzerin|mitarbeiterin|gebruikster|collaborateur|licen[sc]e|login|employee|staff member|technician|tech|rep|nutzer|benutzer|user|platz|arbeitsplatz|lizenz|kopf|nase|mitarbeiter|utilisateur|poste|personne|licence|tete|siege|usuario|puesto|persona|licencia|cabeza|agente|utente|postazione|licenza|testa|utilizador|assento|licenca|pessoa|cabeca|gebruiker|plek|werkplek|licentie|persoon|medewerker|man|mann';
const PER = "(?:per|a|an|each|every|\\/|pro|je|par|por|al|a|ao|all'|by the|im|in the|/|p\\.?\\/?|p)";
const MONTH = '(?:months?|mo|mth|mths|mnth|mon|monat|monet|mois|mes|mese|maand|mnd)';
const YEAR = '(?:years?|yr|yrs|annum|jahr|an|annee|ano|anno|jaar)';

const SEAT = new RegExp(
  `(?<![a-z])${PER}\\s{0,2}(?:${UNIT})(?![a-z])|(?<![a-z])(?:each|de man|pro kopf|a testa|cada uno|chacun|p\\.?\\s?p\\.?)(?![a-z])`,
);
/** "Per month", "/mo", "seat and month". The time is looked for first, being the rarer of the two. */
const each = (time: string) =>
  `${time}(?![a-z])(?<=(?:(?<![a-z])${PER}|\\/|\\b(?:and|und|et|y|e|en))\\s{0,2}${time})`;
const MONTHLY = new RegExp(
  `${each(MONTH)}|(?<![a-z])(?:monthly|mthly|montly|monthy|pcm|pm|p\\.m\\.|p\\/m|monatlich(?:e[sr]?)?|mtl\\.?|mensuels?|mensuelles?|mensual(?:es)?|mensil[ei]|mensal|mensais|mensalmente|maandelijkse?)(?![a-z])`,
);
const YEARLY = new RegExp(
  `${each(YEAR)}|(?<![a-z])(?:yearly|annually|annual|anually|p\\.?a\\.?|for the (?:whole |full |entire )?year|over the year|this year|next year|(?:for|of|left) (?:the|this|next) (?:whole |full |entire )?(?:year|fiscal year)|fur(?: das|s)? (?:ganze |nachste |laufende )?jahr|dieses jahr|im laufenden jahr|p\\.\\s?a\\.?|pour l'annee|cette annee|para (?:el|este|o) an[o]|este ano|per (?:l'|quest')anno|voor (?:het|dit) jaar|dit jaar|jahrlich(?:e[sr]?)?|jaehrlich|jahresbudget|annuels?|annuelles?|l'annee|anual(?:es)?|anualmente|anuais|annu[oie]|all'anno|l'anno|jaarlijkse?|op jaarbasis)(?![a-z])`,
);
const ONCE =
  /(?<![a-z])(?:one[- ]?off|one[- ]?time|onetime|once|single payment|up ?front|lump sum|flat|einmalig(?:e[sr]?)?|einmal|pauschal|une (?:seule )?fois|forfaitaire|en une fois|una tantum|una volta sola|pago unico|de una (?:sola )?vez|un solo pago|pagamento unico|de uma (?:so )?vez|eenmalige?|ineens|in one go|for the (?:introduction|rollout|project|whole thing))(?![a-z])/;

export interface FoundPeriod {
  readonly period: BudgetPeriod;
  /** Where its words end when they follow the amount, else 0. */
  readonly end: number;
}

interface Around {
  readonly start: number;
  readonly amountStart: number;
  readonly amountEnd: number;
  readonly end: number;
}

/** How often an amount is paid: by the words after it, else by those before it in its sentence. */
export function findPeriod(folded: string, around: Around): FoundPeriod | null {
  const after = folded
    .slice(around.amountEnd, Math.min(around.end, around.amountEnd + 60))
    .replace(/[.!\n](?=\s[a-z]{2,}\s[a-z]{2,}\s[a-z]).*$/s, '');
  const found = periodIn(after);
  if (found !== null) return { period: found.period, end: around.amountEnd + found.end };
  const before = periodIn(folded.slice(Math.max(around.start, around.amountStart - 60), around.amountStart));
  return before === null ? null : { period: before.period, end: 0 };
}

function periodIn(words: string): { readonly period: BudgetPeriod; readonly end: number } | null {
  const seat = SEAT.exec(words);
  const month = MONTHLY.exec(words);
  const year = YEARLY.exec(words);
  const once = ONCE.exec(words);
  if (seat !== null && (year === null || month !== null))
    return {
      period: 'seat_month',
      end: Math.max(endOf(seat), month === null || month.index > seat.index + 30 ? 0 : endOf(month)),
    };
  const first = [
    { period: 'month' as const, match: month },
    { period: 'year' as const, match: year },
    { period: 'once' as const, match: once },
  ]
    .flatMap(({ period, match }) =>
      match === null ? [] : [{ period, index: match.index, end: endOf(match) }],
    )
    .sort((one, other) => one.index - other.index)[0];
  return first ?? null;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}
