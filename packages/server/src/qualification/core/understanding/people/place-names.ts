const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** How people call countries besides their official names, and parts of countries that they name instead. */
const OTHER_NAMES = [
  'usa us uk u.k. u.s. u.s.a. uae england scotland wales britain america holland emirates korea bavaria bayern',
  'deutschland schweiz suisse svizzera österreich brd españa espana brasil méxico mexico danmark norge sverige suomi',
  'catalonia cataluña catalunya andalucía quebec ontario texas california florida oregon ohio nevada arizona utah',
  'michigan illinois georgia virginia maryland massachusetts washington colorado minnesota wisconsin missouri',
  'tennessee alabama kentucky louisiana iowa kansas oklahoma nebraska idaho montana wyoming vermont maine hawaii',
  'alaska indiana pennsylvania connecticut delaware bulgaria europe europa africa asia london berlin paris madrid',
  'barcelona lisbon lisboa porto rome roma milan milano amsterdam rotterdam vienna wien zurich zürich munich münchen',
  'hamburg köln cologne frankfurt graz geneva genève brussels bruxelles dublin oslo stockholm copenhagen sydney',
  'melbourne toronto vancouver chicago boston austin dallas houston seattle denver miami atlanta singapore mumbai delhi',
  'bangalore lagos nairobi accra manchester birmingham leeds glasgow edinburgh bristol guadalajara monterrey bogotá',
  'lima santiago valencia sevilla lyon marseille toulouse torino napoli bologna sofia warsaw prague budapest',
];

const PLACES: ReadonlySet<string> = new Set([
  ...regionNames(),
  ...OTHER_NAMES.flatMap((line) => line.split(' ')),
]);

const ARTICLE = /^(?:the|die|der|la|el|le|les|los|a|o|os|i|gli|de|het)\s+/u;

/** True for the name of a country, in any language we read, and of some states and large cities. */
export function isPlaceName(text: string): boolean {
  const folded = text.toLowerCase();
  // One word has no article; a pattern would take longer than the look-up.
  return PLACES.has(/\s/u.test(folded) ? folded.replace(ARTICLE, '') : folded);
}

function regionNames(): readonly string[] {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []);
  });
}
