import { list } from '../../text/phrases.js';

/** Month names that are read in every language: long enough not to be another language's word. */
const EVERYWHERE: readonly (readonly string[])[] = [
  list('january, januar, janvier, enero, gennaio, janeiro, januari, jaenner, janner, januray, janury'),
  list('february, februar, fevrier, febrero, febbraio, fevereiro, februari, febuary, feburary, feber'),
  list('march, marz, maerz, marzo, maart'),
  list('april, avril, abril, aprile, apirl'),
  list('mayo, maggio, maio'),
  list('june, juni, juin, junio, giugno, junho'),
  list('july, juli, juillet, julio, luglio, julho'),
  list('august, aout, agosto, augustus'),
  list('september, septembre, septiembre, settembre, setembro, sept'),
  list('october, oktober, octobre, octubre, ottobre, outubro'),
  list('november, novembre, noviembre, novembro, nov'),
  list('december, dezember, decembre, diciembre, dicembre, dezembro, decemeber'),
];

/** Short names and names that are words elsewhere ("may", "mai", "mars"): only in their own language. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  en: list('jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec'),
  de: list('jan, feb, mrz, apr, mai, jun, jul, aug, sep, okt, nov, dez'),
  es: list('ene, feb, mar, abr, may, jun, jul, ago, sep, oct, nov, dic'),
  fr: list('janv, fev, mars, avr, mai, jui, juil, aou, sep, oct, nov, dec'),
  it: list('gen, feb, mar, apr, mag, giu, lug, ago, set, ott, nov, dic'),
  pt: list('jan, fev, marco, abr, mai, jun, jul, ago, set, out, nov, dez'),
  nl: list('jan, feb, mrt, apr, mei, jun, jul, aug, sep, okt, nov, dec'),
};

/** Month names of a language, folded, with their numbers. */
export function monthNames(language: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  EVERYWHERE.forEach((month, index) => {
    for (const name of month) names.set(name, index + 1);
  });
  (OWN[language] ?? OWN['en'] ?? []).forEach((name, index) => {
    names.set(name, index + 1);
  });
  return names;
}

/** Monday is 1. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    list('monday, mon, montag, lunes, lundi, lunedi, segunda-feira, maandag'),
    list('tuesday, tues, tue, dienstag, martes, mardi, martedi, terca-feira, dinsdag'),
    list('wednesday, wed, mittwoch, miercoles, mercredi, mercoledi, quarta-feira, woensdag'),
    list('thursday, thurs, thu, donnerstag, jueves, jeudi, giovedi, quinta-feira, donderdag'),
    list('friday, fri, freitag, viernes, vendredi, venerdi, sexta-feira, vrijdag'),
    list('saturday, samstag, sonnabend, sabado, samedi, sabato, zaterdag'),
    list('sunday, sonntag, domingo, dimanche, domenica, zondag'),
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

export const ASAP = list(`
  asap, a.s.a.p, as soon as possible, as soon as we can, as soon as you can, soon as possible, immediately, right away, straight away, straightaway, at once, yesterday ideally, ideally yesterday, yesterday, now, right now,
  today, urgently, urgent, the sooner the better, as quickly as possible, as fast as possible, as early as possible, whenever you can set it up, sofort, ab sofort, so schnell wie moglich, so bald wie moglich, schnellstmoglich, baldmoglichst,
  moglichst bald, moglichst schnell, am besten gestern, gestern, umgehend, so bald wie moeglich, so schnell wie moeglich, schnellstmoeglich, baldmoeglichst, sobald wie moglich, sobald es geht, so fruh wie moglich, schnellstens, des que possible, le plus vite possible, au plus vite, le plus tot possible, au plus tot, tout de suite, immediatement, de suite, hier,
  lo antes posible, cuanto antes, lo mas pronto posible, ya mismo, inmediatamente, de inmediato, para ayer, ya, ahora mismo, a la mayor brevedad, il prima possibile, prima possibile, appena possibile, subito, quanto prima, immediatamente, al piu presto,
  per ieri, ieri, o mais rapido possivel, o mais depressa possivel, o quanto antes, quanto antes, imediatamente, para ontem, ontem, logo que possivel, assim que possivel, o mais cedo possivel, de imediato, pra ontem, zo snel mogelijk, z.s.m, zsm, meteen,
  onmiddellijk, zo spoedig mogelijk, per direct, het liefst gisteren, liefst gisteren, gisteren, direct
`);

/** Words that go before a time that is hoped for: "ideally by March". */
export const AT_BEST = list(`
  ideally, preferably, at best, if possible, if at all possible, hopefully, am besten, am liebsten, bestenfalls,
  idealerweise, wenn moglich, wenn es geht, moglichst, idealement, si possible, de preference, au mieux, a ser posible,
  si es posible, de ser posible, idealmente, preferentemente, preferiblemente, possibilmente, se possibile,
  preferibilmente, de preferencia, se possivel, se der, preferencialmente, het liefst, liefst, idealiter, bij voorkeur,
  indien mogelijk, als het kan
`);

/** Small counts that stand in "in three weeks". */
export const COUNTS: ReadonlyMap<string, number> = new Map(
  [
    list('a, an, one, ein, einem, einer, eine, einen, un, une, una, uno, um, uma, een'),
    list('two, a couple of, couple of, a couple, zwei, deux, dos, due, dois, duas, twee'),
    list('three, a few, few, drei, trois, tres, tre, drie, ein paar, quelques, unas pocas'),
    list('four, vier, quatre, cuatro, quattro, quatro'),
    list('five, funf, cinq, cinco, cinque, vijf'),
    list('six, sechs, seis, sei, zes'),
    list('seven, sieben, sept, siete, sette, sete, zeven'),
    list('eight, acht, huit, ocho, otto, oito'),
    list('nine, neun, neuf, nueve, nove, negen'),
    list('ten, zehn, dix, diez, dieci, dez, tien'),
    [],
    list('twelve, zwolf, douze, doce, dodici, doze, twaalf'),
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** The `nth` weekday (Monday is 1) of a month, counted from its end where negative, and days after it. */
export interface NthWeekday {
  readonly month: number;
  readonly weekday: number;
  readonly nth: number;
  readonly plus?: number;
}

/** Month and day, days from Easter, or a weekday of a month. */
export type HolidayDate = readonly [number, number] | number | NthWeekday;

/** Days of the year with a name; those that are called by their date ("the Fourth of July") are read as dates. */
export const HOLIDAYS: readonly { readonly names: readonly string[]; readonly on: HolidayDate }[] = [
  {
    names: list(
      'christmas, xmas, x-mas, crimbo, weihnachten, wiehnacht, wiehnachte, heiligabend, noel, navidad, navidades, natale, natal, kerst, kerstmis',
    ),
    on: [12, 25],
  },
  {
    names: list(
      "the new year, new year, new years, new year's, new years day, newyear, neujahr, jahreswechsel, dem jahreswechsel, silvester, le nouvel an, nouvel an, ano nuevo, capodanno, ano novo, nieuwjaar, oud en nieuw, jaarwisseling, de jaarwisseling, the holidays, the holiday season, holidays, den feiertagen, die feiertage, feiertagen, les fetes, las fiestas, le feste, as festas, de feestdagen",
    ),
    on: [1, 1],
  },
  { names: list('reyes, epiphany, epifania, befana, dreikonig'), on: [1, 6] },
  { names: list('easter, ostern, oschtere, paques, pascua, semana santa, pasqua, pascoa, pasen'), on: 0 },
  { names: list('carnival, karneval, fasching, carnaval, carnevale'), on: -48 },
  { names: list('pentecost, pfingsten, pfingschte, pentecote, pentecoste, pinksteren, whitsun'), on: 49 },
  { names: list('thanksgiving'), on: { month: 11, weekday: 4, nth: 4 } },
  { names: list('black friday'), on: { month: 11, weekday: 4, nth: 4, plus: 1 } },
  { names: list('cyber monday'), on: { month: 11, weekday: 4, nth: 4, plus: 4 } },
  { names: list('labor day, labour day weekend'), on: { month: 9, weekday: 1, nth: 1 } },
  { names: list('memorial day'), on: { month: 5, weekday: 1, nth: -1 } },
  { names: list('mlk day, martin luther king day'), on: { month: 1, weekday: 1, nth: 3 } },
  { names: list("mother's day, mothers day, muttertag"), on: { month: 5, weekday: 7, nth: 2 } },
  {
    names: list(
      'good friday, karfreitag, vendredi saint, viernes santo, venerdi santo, sexta-feira santa, goede vrijdag',
    ),
    on: -2,
  },
  {
    names: list('easter monday, ostermontag, lundi de paques, lunes de pascua, pasquetta, paasmaandag'),
    on: 1,
  },
  { names: list('ash wednesday, aschermittwoch'), on: -46 },
  { names: list('ascension day, ascension, christi himmelfahrt, hemelvaart, hemelvaartsdag'), on: 39 },
  { names: list('corpus christi, fronleichnam'), on: 60 },
  { names: list('australia day'), on: [1, 26] },
  { names: list("st patrick's day, st patricks day, paddy's day"), on: [3, 17] },
  { names: list('anzac day'), on: [4, 25] },
  { names: list("king's day, kings day, koningsdag"), on: [4, 27] },
  { names: list('may day, tag der arbeit, fete du travail'), on: [5, 1] },
  { names: list('canada day'), on: [7, 1] },
  { names: list('independence day'), on: [7, 4] },
  { names: list('bastille day'), on: [7, 14] },
  { names: list('ferragosto, mariae himmelfahrt, maria himmelfahrt, assomption'), on: [8, 15] },
  { names: list('tag der deutschen einheit'), on: [10, 3] },
  {
    names: list(
      'all saints, all saints day, allerheiligen, toussaint, la toussaint, todos los santos, ognissanti, todos os santos',
    ),
    on: [11, 1],
  },
  { names: list('sinterklaas'), on: [12, 5] },
  { names: list('nikolaus, st nikolaus'), on: [12, 6] },
  { names: list('valentines, valentine, valentinstag'), on: [2, 14] },
  { names: list('halloween'), on: [10, 31] },
];

/** First month of each season in the north; they are read as whole months. */
export const SEASONS: readonly { readonly names: readonly string[]; readonly month: number }[] = [
  { names: list('spring, springtime, fruhling, fruhjahr, printemps, primavera, voorjaar, lente'), month: 3 },
  { names: list('summer, sommer, ete, verano, estate, verao, zomer'), month: 6 },
  { names: list('autumn, fall, herbst, automne, otono, autunno, outono, herfst, najaar'), month: 9 },
  { names: list('winter, hiver, invierno, inverno'), month: 12 },
];

/** First to fourth. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    list(
      `1, first, 1st, erste, ersten, erstes, premier, premiere, 1er, 1ere, primer, primera, primo, prima, primeiro, primeira, eerste, 1e, 1., 1o, 1ª, 1º`,
    ),
    list(
      `2, second, 2nd, zweite, zweiten, zweites, deuxieme, second, seconde, segundo, segunda, secondo, seconda, tweede, 2e, 2eme, 2., 2o`,
    ),
    list(
      `3, third, 3rd, dritte, dritten, drittes, troisieme, tercer, tercera, terzo, terza, terceiro, terceira, derde, 3e, 3eme, 3., 3o`,
    ),
    list(
      `4, fourth, 4th, vierte, vierten, viertes, quatrieme, cuarto, cuarta, quarto, quarta, vierde, 4e, 4eme, 4., 4o`,
    ),
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
