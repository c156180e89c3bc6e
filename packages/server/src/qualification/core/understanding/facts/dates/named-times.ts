import { list } from '../../text/phrases.js';
import { type Day, dayOf, partsOf } from './calendar.js';
import { ASAP, HOLIDAYS, SEASONS } from './date-words.js';
import { holiday, monthAfter, season, weekAfter, wholeYear } from './name-periods.js';
import type { NamedPeriod } from './period-mention.js';

/** A time that is called by one of its names, folded and without alternatives, and perhaps by a year behind it. */
export interface NamedTime {
  readonly names: readonly string[];
  readonly read: (today: Day, year: string | undefined) => NamedPeriod;
}

export const NEXT_YEAR = list(`
  next year, nachstes jahr, nachsten jahres, des nachsten jahres, l'annee prochaine, l'an prochain, del ano que viene,
  del proximo ano, el ano que viene, del ano proximo, dell'anno prossimo, l'anno prossimo, prossimo anno,
  do proximo ano, do ano que vem, ano que vem, volgend jaar, van volgend jaar
`);

/** Times whose names say how far from today they are. */
export const TIMES_SEEN_FROM_TODAY: readonly NamedTime[] = [
  {
    names: list(`
      next week, next wk, nxt week, nxt wk, the coming week, nachste woche, nachster woche, kommende woche,
      kommender woche, la semaine prochaine, semaine prochaine, la semana que viene, semana que viene,
      la proxima semana, proxima semana, la settimana prossima, settimana prossima, prossima settimana,
      semana que vem, volgende week, komende week
    `),
    read: (today) => weekAfter(today, 1),
  },
  {
    names: list('the week after next, ubernachste woche, in two weeks time'),
    read: (today) => weekAfter(today, 2),
  },
  {
    names: list(
      'this week, this wk, diese woche, dieser woche, cette semaine, esta semana, questa settimana, deze week',
    ),
    read: (today) => ({ ...weekAfter(today, 0), from: today }),
  },
  {
    names: list(`
      next month, nxt month, the coming month, nachsten monat, nachster monat, kommenden monat, le mois prochain,
      mois prochain, el mes que viene, mes que viene, el proximo mes, proximo mes, il mese prossimo, mese prossimo,
      prossimo mese, mes que vem, volgende maand, komende maand
    `),
    read: (today) => monthAfter(today, 1),
  },
  {
    names: list(`
      this month, the month, diesen monat, diesem monat, des monats, ce mois, este mes, questo mese, deze maand,
      de maand, eom
    `),
    read: (today) => ({ ...monthAfter(today, 0), from: today }),
  },
  { names: NEXT_YEAR, read: (today) => wholeYear(partsOf(today).year + 1) },
  {
    names: list(`
      this year, the year, dieses jahr, diesem jahr, dieses jahres, des jahres, cette annee, l'annee, d'annee,
      este ano, de ano, del ano, quest'anno, dell'anno, anno, do ano, dit jaar, het jaar, van het jaar
    `),
    read: (today) => ({ ...wholeYear(partsOf(today).year), from: today }),
  },
  {
    names: list(`
      end of year, end of the year, end of this year, end of calendar year, end of the calendar year,
      end of this calendar year, year end, year's end, years end, yearend, eoy, jahresende, fin d'annee, fine anno,
      jaareinde
    `),
    read: (today) => {
      const { year } = partsOf(today);
      return { ...wholeYear(year), from: dayOf(year, 12, 21) };
    },
  },
  { names: ASAP, read: (today) => ({ from: today, to: today + 14, kind: 'asap' }) },
  {
    names: list('tomorrow, tmrw, tomorow, morgen, demain, manana, domani, amanha'),
    read: (today) => ({ from: today + 1, to: today + 1, kind: 'day' }),
  },
];

export const FESTIVE_DAYS: readonly NamedTime[] = HOLIDAYS.map(({ names, on }) => ({
  names,
  read: (today, year) => holiday(today, on, year),
}));

export const TIMES_OF_YEAR: readonly NamedTime[] = SEASONS.map(({ names, month }) => ({
  names,
  read: (today, year) => season(today, month, year),
}));
