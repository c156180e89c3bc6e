import disposableDomains from 'disposable-email-domains/index.json' with { type: 'json' };
import disposableSuffixes from 'disposable-email-domains/wildcard.json' with { type: 'json' };
import freeDomains from 'free-email-domains/domains.json' with { type: 'json' };

/** What an address says about its owner: a company, a private mailbox, or one thrown away after use. */
export type EmailDomainClass = 'business' | 'free' | 'disposable';

const DISPOSABLE: ReadonlySet<string> = new Set(disposableDomains);
const DISPOSABLE_SUFFIXES: ReadonlySet<string> = new Set(disposableSuffixes);
const FREE: ReadonlySet<string> = new Set(freeDomains);

/** Providers' names that come with many country endings, so that `hotmail.co.nz` is known without being listed. */
const FREE_BRANDS: ReadonlySet<string> = new Set([
  'gmail',
  'googlemail',
  'yahoo',
  'ymail',
  'hotmail',
  'outlook',
  'live',
  'msn',
  'aol',
  'gmx',
  'icloud',
  'protonmail',
  'rediffmail',
  'rocketmail',
]);

/** Private mailboxes that the public list leaves out. */
const FREE_EXTRA: ReadonlySet<string> = new Set([
  'orange.fr',
  'wanadoo.fr',
  'free.fr',
  'sfr.fr',
  'laposte.net',
  'neuf.fr',
  'bbox.fr',
  't-online.de',
  'freenet.de',
  'arcor.de',
  'posteo.de',
  'mailbox.org',
  'web.de',
  'libero.it',
  'virgilio.it',
  'alice.it',
  'tiscali.it',
  'tin.it',
  'bol.com.br',
  'uol.com.br',
  'terra.com.br',
  'ig.com.br',
  'sapo.pt',
  'ziggo.nl',
  'kpnmail.nl',
  'planet.nl',
  'xs4all.nl',
  'hetnet.nl',
  'home.nl',
  'casema.nl',
  'telenet.be',
  'skynet.be',
  'proximus.be',
  'bluewin.ch',
  'hispeed.ch',
  'sunrise.ch',
  'aon.at',
  'chello.at',
  'telefonica.net',
  'btinternet.com',
  'sky.com',
  'virginmedia.com',
  'ntlworld.com',
  'blueyonder.co.uk',
  'talktalk.net',
  'comcast.net',
  'verizon.net',
  'att.net',
  'sbcglobal.net',
  'bigpond.com',
  'optusnet.com.au',
  'xtra.co.nz',
  'shaw.ca',
  'rogers.com',
  'sympatico.ca',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'interia.pl',
  'seznam.cz',
  'abv.bg',
  'pm.me',
  'proton.me',
  'tutanota.com',
  'hey.com',
  'fastmail.com',
]);

/** Classifies the part after the `@`; disposable wins over free, since throw-away services are listed in both. */
export function classifyEmailDomain(domain: string): EmailDomainClass {
  const labels = domain.toLowerCase().split('.');
  const suffixes = labels.map((_, index) => labels.slice(index).join('.'));
  if (suffixes.some((suffix) => DISPOSABLE_SUFFIXES.has(suffix))) return 'disposable';
  const [whole = ''] = suffixes;
  if (isKnownFree(whole, labels)) return 'free';
  if (DISPOSABLE.has(whole)) return 'disposable';
  return FREE.has(whole) ? 'free' : 'business';
}

/** The domain of an address; empty when there is none. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function isKnownFree(domain: string, labels: readonly string[]): boolean {
  if (FREE_EXTRA.has(domain)) return true;
  const [brand = '', ...ending] = labels;
  // `live.example` may be anybody's: a brand counts only with endings that such providers use.
  return FREE_BRANDS.has(brand) && /^(?:com?(?:\.[a-z]{2})?|[a-z]{2}|net|org)$/u.test(ending.join('.'));
}
