import { foldText } from '../../text/fold-text.js';
import { list } from '../../text/phrases.js';

const LANGUAGES = list('en, de, es, fr, pt, it, nl');

/** Inhabited countries and territories with a name of their own (ISO 3166 alpha-2). */
const CODES = list(`
  AD, AE, AF, AG, AL, AM, AO, AR, AT, AU, AZ, BA, BB, BD, BE, BF, BG, BH, BI, BJ, BN, BO, BR, BS, BT, BW, BY, BZ, CA, CD, CG, CF, CH, CI, CL, CM, CN, CO, CR, CU, CV, CY, CZ, DE, DJ, DK, DM, DO, DZ,
  EC, EE, EG, ER, ES, ET, FI, FJ, FR, GA, GB, GE, GH, GI, GM, GN, GQ, GR, GT, GW, GY, HK, HN, HR, HT, HU, ID, IE, IL, IM, IN, IQ, IR, IS, IT, JE, JM, JO, JP, KE, KG, KH, KM, KR, KP, KW, KZ, LA, LB, LI, LK, LR, LS, LT,
  LU, LV, LY, MA, MC, MD, ME, MG, MK, ML, MM, MN, MO, MR, MT, MU, MV, MW, MX, MY, MZ, NA, NE, NG, NI, NL, NO, NP, NZ, OM, PA, PE, PG, PH, PK, PL, PR, PS, PT, PY, QA, RO, RS, RU, RW, SA, SC, SD, SE, SG,
  SI, SK, SL, SM, SN, SO, SR, SS, SV, SY, SZ, TD, TG, TH, TJ, TM, TN, TO, TR, TT, TW, TZ, UA, UG, US, UY, UZ, VA, VE, VN, VU, WS, XK, YE, ZA, ZM, ZW
`);

/** Names that people use and the tables do not have. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  GB: list(
    'uk, u.k., u.k, united kingdom, great britain, britain, england, scotland, wales, northern ireland, grossbritannien, grosbritannien, schottland, gran bretana, inglaterra, escocia, reino unido, royaume-uni, royaume uni, angleterre, grande-bretagne, ecosse, inghilterra, regno unito, scozia, gra-bretanha, groot-brittannie, engeland, schotland, verenigd koninkrijk',
  ),
  US: list(
    'usa, u.s.a., u.s.a, u.s., u.s, united states, united states of america, the states, etats-unis, etats unis, eeuu, ee.uu., ee. uu., ee uu, estados unidos, vereinigte staaten, stati uniti, verenigde staten, eua, e.u.a.',
  ),
  AE: list(
    'uae, u.a.e., united arab emirates, emirates, the emirates, emiratos, emirats, vae, emirati arabi, emirados',
  ),
  NL: list(
    'holland, the netherlands, netherlands, nederland, hollande, holanda, olanda, paises bajos, pays-bas, pays bas, paesi bassi, paises baixos, niederlande, niederlanden, den niederlanden',
  ),
  CZ: list(
    'czech republic, czechia, tschechien, republica checa, chequia, republique tcheque, tchequie, repubblica ceca, republica tcheca, tsjechie',
  ),
  IE: list('republic of ireland, ireland, eire'),
  KR: list(
    'south korea, korea, sudkorea, corea del sur, coree du sud, corea del sud, coreia do sul, zuid-korea',
  ),
  TR: list('turkiye, turkey, turkei, turquia, turquie, turchia, turkije'),
  AT: list('oesterreich'),
  DK: list('daenemark'),
  CI: list("ivory coast, cote d'ivoire, elfenbeinkuste, costa de marfil, costa d'avorio, costa do marfim"),
  BA: list('bosnia, bosnien'),
  MK: list('macedonia, mazedonien'),
  CD: list('drc, dr congo'),
  VA: list('vatican'),
  HK: list('hong kong, hongkong'),
  MO: list('macau'),
  DO: list('dominican republic, republica dominicana, rep. dominicana'),
  PS: list('palestine'),
  SY: list('syria'),
  RU: list('russia'),
  CH: list('schweiz, die schweiz, der schweiz, suisse, la suisse, svizzera, suiza, suica, zwitserland'),
  TT: list('trinidad'),
  MM: list('burma'),
  CV: list('cape verde, cabo verde'),
  SZ: list('swaziland'),
  SV: list('el salvador, salvador'),
};

const STATES = list(`
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana,
  nebraska, nevada, new hampshire, new jersey, new mexico, new york state, state of new york, north carolina, south carolina, north dakota, south dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, tennessee, texas, utah, vermont, virginia, west virginia, washington state, state of washington, wisconsin, wyoming, upstate new york, kalifornien, californie
`);

/** Names that are also words or people's names: they count only where the words around them say "place". */
export const AMBIGUOUS = new Set(
  list(`
  jordan, chad, israel, jersey, china, mali, niger, cuba, togo, guinea, island, islande, reunion, georgia, turkey, dominica, virginia, montana, indiana, maine, delaware, carolina, salvador, monaco, oman, man, peru, chile, chili, samoa, tonga, nauru, marruecos, ciad, tschad, india, kenya, paris, mauricio, palau, cina, benin, us, u.s, u.s., the states, korea, malta, ira, holland, england, wales, tennessee, nevada, dakota, jamaica, pana, kansas, emirates, trinidad
`),
);

/** Of those, the ones that stand for the place nearly always and need no more than not being part of a name. */
export const MOSTLY_PLACES = new Set(
  list(
    'china, cuba, india, kenya, peru, chile, oman, malta, cina, england, wales, holland, korea, benin, nevada, tennessee, kansas, jamaica, alabama, mali, israel, the states, tonga, samoa, emirates, togo, trinidad, u.s, u.s., monaco, san marino, marruecos, tschad',
  ),
);

/** Words that only one language uses for a country; elsewhere they are other words. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  island: ['de'],
  reunion: [],
  man: [],
  niger: [],
  inde: ['fr'],
  islande: ['fr'],
  chili: ['fr', 'nl'],
  cina: ['it'],
  ciad: ['it'],
  oma: [],
  mauricio: [],
  monaco: ['en', 'fr', 'de'],
  polen: ['de', 'nl'],
  turkey: ['en'],
  us: [],
};

/** Folded country name → ISO 3166 alpha-2, in seven languages. */
export function countryNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code);
      if (name !== undefined && /^[\p{L}\s.'\u2019-]{4,40}$/u.test(name)) names.set(foldText(name), code);
    }
  }
  for (const [code, aliases] of Object.entries(ALIASES)) for (const alias of aliases) names.set(alias, code);
  for (const state of STATES) names.set(state, 'US');
  return names;
}

export function isNameIn(name: string, language: string): boolean {
  const languages = ONLY_IN[name];
  return languages === undefined || languages.includes(language);
}
