import { alternatives, list } from '../../text/phrases.js';
import { dayOf, type Period, partsOf } from './calendar.js';
import type { PeriodMention } from './period-mention.js';

/** A period with the words around it taken into account: "by", "after", "early", "first week of". */
export interface QualifiedPeriod extends Period {
  readonly start: number;
  readonly end: number;
  readonly kind: PeriodMention['kind'];
}

const ARTICLE =
  "(?:\\s(?:the|of|of the|the end of|der|die|das|den|dem|des|le|la|les|l'|du|de|del|d'|el|los|il|lo|i|dell'|do|da|o|a|het|de|van|van de|van het|next|proximo|prochain|around|about|ca\\.|circa|like|say|maybe|probably|month|month of|mes de|mese di|mois de|monat|maand|calendar)){0,3}";
const BEFORE = tail(
  list(
    'before, just before, right before, ahead of, prior to, vor, vorm, noch vor, noch vorm, avant, avant le, antes de, antes del, antes do, antes da, prima di, prima del, prima della, prima dell, voor, nog voor, no vor',
  ),
);
const BY = tail(
  list(
    'by, until, till, til, untill, no later than, not later than, latest by, at the latest by, latest, at the latest, at latest, within, deadline, deadline is, deadline of, bis, bis zum, bis spatestens, spatestens, spatestens bis, spatestens im, spatestens am, innerhalb, innerhalb von, binnen, jusqu.a, jusqu.en, d.ici, d.ici a, d.ici la, au plus tard, au plus tard en, au plus tard le, d.ici le, hasta, a mas tardar, a mas tardar en, como tarde, como muy tarde, no mas tarde de, entro, entro il, entro la, al piu tardi, al piu tardi a, non oltre, ate, ate o, ate ao, ate a, o mais tardar, no maximo ate, uiterlijk, ten laatste, tegen, tot, binnen, voor eind',
  ),
);
const AFTER = tail(
  list(
    'after, right after, just after, straight after, once, nach, erst nach, gleich nach, apres, juste apres, despues de, despues del, tras, luego de, dopo, dopo il, subito dopo, depois de, depois do, depois da, apos, pas na, meteen na, direct na',
  ),
);
const FROM = tail(
  list(
    'from, starting from, beginning, as of, as from, not before, no earlier than, earliest, earliest in, at the earliest, not until, onwards from, ab, ab dem, ab anfang, fruhestens, fruhestens ab, fruhestens im, nicht vor, erst ab, erst im, a partir de, a partir du, a compter de, des, des le, pas avant, au plus tot, desde, no antes de, a partir del, da, dal, dalla, a partire da, a partire dal, non prima di, a partir do, a partir da, nao antes de, vanaf, niet voor, pas vanaf, ten vroegste, op zijn vroegst',
  ),
);
const LATEST_AFTER =
  /^\s?,?\s?(?:at the (?:very )?latest|at latest|latest|or (?:earlier|sooner|before)|spatestens|au plus tard|a mas tardar|como (?:muy )?tarde|al piu tardi|o mais tardar|no maximo|uiterlijk|ten laatste|max|tops|deadline)(?![a-z])/;
const OPEN_AFTER =
  /^\s?,?\s?(?:onwards?|on(?=\s*(?:$|[.,;!)]))|and later|or later|or after|at the earliest|earliest|fruhestens|oder spater|au plus tot|ou plus tard|o mas tarde|en adelante|in poi|o piu tardi|em diante|ou depois|op zijn vroegst|of later)(?![a-z])/;
const EARLY = tail(
  list(
    'early, early in, beginning of, the beginning of, start of, begin of, anfang, beginn, zu beginn, debut, au debut de, en debut de, debut de, principios de, a principios de, comienzos de, inicios de, inizio, inizi di, a inizio, all.inizio di, inicio de, comeco de, no inicio de, principio de, begin',
  ),
);
const MID = tail(
  list(
    'mid, middle of, the middle of, mitte, mi, a la mi, mediados de, a mediados de, meta, a meta, meados de, em meados de, half, midden, medio',
  ),
);
const LATE = tail(
  list(
    'late, late in, end of, end, the end of, ende, fin, fin de, fin du, a la fin de, a fines de, finales de, a finales de, fines de, final de, fine, a fine, fine di, alla fine di, fim de, fim do, final do, no fim de, no final de, finais de, eind, einde, het eind van, eind van',
  ),
);
const WEEK_OF =
  /(?<![a-z])(first|1st|second|2nd|third|3rd|fourth|4th|last|erste|ersten|zweite|zweiten|dritte|dritten|letzte|letzten|premiere|1ere|deuxieme|2eme|troisieme|derniere|primera|segunda|tercera|ultima|prima|seconda|terza|primeira|terceira|eerste|tweede|derde|laatste)\s(?:full\s)?(?:week|wk|woche|semaine|semana|settimana)\s(?:of|in|im|von|de|du|del|di|van|em|do)?\s?(?:the\s)?$/;
const HALF_OF =
  /(?<![a-z])(first|second|1st|2nd|erste|ersten|zweite|zweiten|premiere|seconde|deuxieme|primera|segunda|prima|seconda|primeira|eerste|tweede)\s(?:half|halfte|moitie|quinzaine|mitad|quincena|meta|quinzena|helft)\s(?:of|in|des|im|de|du|di|del|van)?\s?(?:the\s)?$/;

/** Dutch "na" is "after", Portuguese "na" is "in the": what follows there says "first", "last" or "week". */
const DUTCH_AFTER = tail(['na']);
const PORTUGUESE_PART = /^(?:primeira|segunda|terceira|quarta|ultima|proxima|semana)(?![a-z])/;

function tail(words: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${alternatives(words)})${ARTICLE}[\\s-]?$`);
}

/** "before the new batch, that is 15 January": the date explains what came before it. */
const EXPLAINED =
  /(?<![a-z])(?:before|by|until|till|in time for|avant|vor|bis|antes de|antes del|prima di|prima del|entro|ate|antes do|antes da|voor|tegen)\s[^.!?,\n]{1,32},\s(?:that is |that's |thats |i\.?e\.?,? |so |which is |meaning |das ist |also |also am |c'est-a-dire |donc |es decir |o sea |cioe |quindi |ou seja |dus )?(?:on |the |am |el |le |il |em |op )?$/;

/** "before our financial year ends on 31 March": that day is the last one. */
const BEFORE_EVENT =
  /(?<![a-z])(?:before|bevor|ehe|antes de que|prima che|avant que|voordat)\s[^.!?,\n]{3,40}\s(?:ends?|closes?|starts?|begins?|is over|endet|beginnt|anfangt|termina|empiece|acabe|finisce|inizi|comece|acabe|eindigt|begint)\s(?:on |at |am |el |il |em |op )?(?:the |dem )?$/;

const WEEK_OF_DAY =
  /(?<![a-z])(?:week (?:of|starting|beginning|commencing)|w\/c|woche vom|woche ab|semaine du|semana del|semana de|settimana del|settimana dal|semana do|week van)\s(?:the\s|monday\s|mon\s)?$/;
const EARLY_TO_MID =
  /(?<![a-z])(?:early|beginning|anfang|debut|begin)\s?(?:\/|-|to|or|bis|oder|ou)\s?(?:mid|middle of|mitte|mi|half)[\s-]?$/;
const MID_TO_LATE =
  /(?<![a-z])(?:mid|middle|mitte|mi|half)\s?(?:\/|-|to|or|bis|oder|ou|of)\s?(?:late|end of|end|ende|fin|eind)\s?$/;

/** Applies the words just before and after a mention. */
export function qualifyPeriod(folded: string, mention: PeriodMention): QualifiedPeriod {
  const phased = phase(folded, mention);
  const before = folded.slice(Math.max(0, phased.start - 36), phased.start);
  const after = folded.slice(phased.end, phased.end + 28);
  const latest = LATEST_AFTER.exec(after);
  const base = { start: phased.start, end: phased.end, kind: phased.kind };
  if (latest !== null) return { ...base, end: phased.end + latest[0].length, from: null, to: phased.to };
  const open = OPEN_AFTER.exec(after);
  if (open !== null) return { ...base, end: phased.end + open[0].length, from: phased.from, to: null };
  const isNegatedBefore =
    // Swiss "no vor" is "before that still".
    /(?:not|n't|cannot|no earlier|nicht|pas|no(?! vor)|non|nao|niet)\s(?:[a-z]{2,9}\s){0,2}(?:before|until|vor|avant|antes de|prima di|voor)\s(?:\S{1,6}\s)?$/.test(
      before,
    );
  const from = FROM.exec(before);
  if (from !== null || isNegatedBefore)
    return {
      ...base,
      start: phased.start - (from === null ? 0 : before.length - from.index),
      from: phased.from,
      to: null,
    };
  const by = BY.exec(before);
  if (by !== null)
    return { ...base, start: phased.start - (before.length - by.index), from: null, to: phased.to };
  const until = BEFORE.exec(before);
  if (until !== null) {
    const start = phased.start - (before.length - until.index);
    // "before May" ends with April; "before the end of May" and "before 15 May" with that day.
    const isWhole =
      !phased.isPhase &&
      (phased.kind === 'month' ||
        phased.kind === 'quarter' ||
        phased.kind === 'season' ||
        phased.kind === 'half' ||
        phased.kind === 'week');
    return { ...base, start, from: null, to: isWhole ? phased.from - 1 : phased.to };
  }
  const explained =
    phased.kind === 'day' ? EXPLAINED.exec(folded.slice(Math.max(0, phased.start - 60), phased.start)) : null;
  if (explained !== null)
    return { ...base, start: Math.max(0, phased.start - 60) + explained.index, from: null, to: phased.to };
  const dutch = PORTUGUESE_PART.test(folded.slice(phased.start, phased.start + 12))
    ? null
    : DUTCH_AFTER.exec(before);
  const event =
    phased.kind === 'day'
      ? BEFORE_EVENT.exec(folded.slice(Math.max(0, phased.start - 70), phased.start))
      : null;
  if (event !== null)
    return { ...base, start: Math.max(0, phased.start - 70) + event.index, from: null, to: phased.to };
  const later = AFTER.exec(before) ?? dutch;
  if (later !== null) {
    const isPoint = phased.kind === 'day' || phased.kind === 'holiday';
    return {
      ...base,
      start: phased.start - (before.length - later.index),
      from: isPoint ? phased.from : phased.to + 1,
      to: null,
    };
  }
  if (
    phased.kind === 'distance' &&
    /^(?:within|in the next|within the|over the|in the coming|in den|innerhalb|binnen|dans les|d'ici|sous|en los|en las|entro|nei|nelle|nos|nas|in de|de komende)/.test(
      folded.slice(mention.start, mention.start + 20),
    )
  ) {
    return { ...base, from: null, to: phased.to };
  }
  if (
    phased.kind === 'holiday' &&
    /(?:in the )?$/.test(before) &&
    /(?:in|im)\s(?:the |dem )?$/.test(before) &&
    /year|jahr|ano|an|anno|jaar/.test(folded.slice(mention.start, mention.end))
  ) {
    // "in the new year" is its first weeks.
    return { ...base, from: phased.from, to: phased.from + 30 };
  }
  return { ...base, from: phased.from, to: phased.to };
}

interface Phased extends PeriodMention {
  readonly isPhase: boolean;
}

/** "early March", "mid Q1", "the first week of June": a part of the period. */
function phase(folded: string, mention: PeriodMention): Phased {
  const before = folded.slice(Math.max(0, mention.start - 40), mention.start);
  const whole = { ...mention, isPhase: false };
  if (mention.kind === 'day' && WEEK_OF_DAY.test(before)) return { ...whole, to: mention.from + 6 };
  if (
    mention.kind === 'asap' ||
    mention.kind === 'distance' ||
    mention.kind === 'day' ||
    mention.kind === 'holiday'
  )
    return whole;
  const week = WEEK_OF.exec(before);
  if (week?.[1] !== undefined)
    return partOf(mention, before.length - week.index, weekRange(mention, week[1]));
  const half = HALF_OF.exec(before);
  if (half?.[1] !== undefined) {
    const isFirst = /^(?:first|1st|erste|premiere|primera|prima|primeira|eerste)/.test(half[1]);
    const middle = mention.from + Math.floor((mention.to - mention.from) / 2);
    return partOf(
      mention,
      before.length - half.index,
      isFirst ? { from: mention.from, to: middle } : { from: middle + 1, to: mention.to },
    );
  }
  const spread = EARLY_TO_MID.exec(before) ?? MID_TO_LATE.exec(before);
  if (spread !== null && mention.kind === 'month') {
    const range = EARLY_TO_MID.test(before)
      ? { from: mention.from, to: mention.from + 19 }
      : { from: mention.from + 10, to: mention.to };
    return partOf(mention, before.length - spread.index, range);
  }
  const early = EARLY.exec(before);
  if (early !== null) return partOf(mention, before.length - early.index, earlyPart(mention));
  const mid = MID.exec(before);
  if (mid !== null) return partOf(mention, before.length - mid.index, midPart(mention));
  const late = LATE.exec(before);
  if (late !== null) return partOf(mention, before.length - late.index, latePart(mention));
  return whole;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function partOf(mention: PeriodMention, reach: number, range: Range): Phased {
  return { ...mention, ...range, start: mention.start - reach, isPhase: true };
}

function weekRange(mention: PeriodMention, ordinal: string): Range {
  if (/^(?:last|letzte|derniere|ultima|laatste)/.test(ordinal))
    return { from: mention.to - 6, to: mention.to };
  const number = /^(?:first|1|erste|premiere|primera|prima|primeira|eerste)/.test(ordinal)
    ? 0
    : /^(?:second|2|zweite|deuxieme|segunda|tweede)/.test(ordinal)
      ? 1
      : /^(?:fourth|4)/.test(ordinal)
        ? 3
        : 2;
  return { from: mention.from + number * 7, to: mention.from + number * 7 + 6 };
}

function earlyPart({ from, kind }: PeriodMention): Range {
  if (kind === 'year') return { from, to: dayOf(partsOf(from).year, 4, 1) - 1 };
  if (kind === 'week') return { from, to: from + 2 };
  return { from, to: from + (kind === 'month' ? 9 : 29) };
}

function midPart({ from, to, kind }: PeriodMention): Range {
  if (kind === 'month') return { from: from + 10, to: from + 19 };
  if (kind === 'year') return { from: dayOf(partsOf(from).year, 6, 1), to: dayOf(partsOf(from).year, 7, 31) };
  const third = Math.floor((to - from) / 3);
  return { from: from + third, to: to - third };
}

function latePart({ from, to, kind }: PeriodMention): Range {
  if (kind === 'week') return { from: to - 3, to };
  const last = partsOf(to);
  return { from: Math.max(from, dayOf(last.year, last.month, 21)), to };
}
