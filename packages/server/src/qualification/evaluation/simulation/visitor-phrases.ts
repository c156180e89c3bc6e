import type { SlotKind } from '@baton/shared-types';

/** What simulated visitors say of their own where their golden chat has no words for it. */
export interface VisitorPhrases {
  readonly declines: string;
  readonly doesNotKnow: string;
  /** Stands before the value that holds. */
  readonly corrects: string;
  /** A question of their own instead of an answer. */
  readonly strays: string;
  /** Who has no answer, where a bare "I don't know" would sound odd. */
  readonly unknown: { readonly [K in SlotKind]?: string };
}

const ENGLISH: VisitorPhrases = {
  declines: "I'd rather not say.",
  doesNotKnow: "I don't know yet.",
  corrects: 'Sorry, I got that wrong:',
  strays: 'Before that: does it work with Outlook calendars?',
  unknown: {
    current_tool: 'nothing in particular',
    phone: 'no phone, sorry',
    company: 'it is just me for now',
    budget: 'no budget set yet',
    timeline: 'no fixed date',
  },
};

const PHRASES: Readonly<Record<string, VisitorPhrases>> = {
  en: ENGLISH,
  de: {
    declines: 'Das möchte ich nicht sagen.',
    doesNotKnow: 'Das weiß ich noch nicht.',
    corrects: 'Entschuldigung, das war falsch:',
    strays: 'Vorher noch: läuft das mit Outlook-Kalendern?',
    unknown: {
      current_tool: 'nichts Bestimmtes',
      phone: 'kein Telefon, sorry',
      company: 'bisher nur ich',
      budget: 'noch kein Budget festgelegt',
      timeline: 'kein fester Termin',
    },
  },
  fr: {
    declines: 'Je préfère ne pas le dire.',
    doesNotKnow: 'Je ne sais pas encore.',
    corrects: 'Pardon, je me suis trompé :',
    strays: "Avant ça : est-ce que ça marche avec l'agenda Outlook ?",
    unknown: {
      current_tool: 'rien de particulier',
      phone: 'pas de téléphone, désolé',
      company: 'juste moi pour le moment',
      budget: 'pas encore de budget fixé',
      timeline: 'pas de date fixe',
    },
  },
  es: {
    declines: 'Prefiero no decirlo.',
    doesNotKnow: 'Todavía no lo sé.',
    corrects: 'Perdón, me he equivocado:',
    strays: 'Antes de eso: ¿funciona con el calendario de Outlook?',
    unknown: {
      current_tool: 'nada en particular',
      phone: 'sin teléfono, lo siento',
      company: 'de momento solo yo',
      budget: 'aún no hay presupuesto',
      timeline: 'sin fecha fija',
    },
  },
  it: {
    declines: 'Preferisco non dirlo.',
    doesNotKnow: 'Non lo so ancora.',
    corrects: 'Scusi, ho sbagliato:',
    strays: 'Prima ancora: funziona con il calendario di Outlook?',
    unknown: {
      current_tool: 'niente di particolare',
      phone: 'niente telefono, mi dispiace',
      company: 'per ora solo io',
      budget: 'ancora nessun budget',
      timeline: 'nessuna data fissa',
    },
  },
  pt: {
    declines: 'Prefiro não dizer.',
    doesNotKnow: 'Ainda não sei.',
    corrects: 'Desculpe, enganei-me:',
    strays: 'Antes disso: funciona com o calendário do Outlook?',
    unknown: {
      current_tool: 'nada em particular',
      phone: 'sem telefone, desculpe',
      company: 'por enquanto só eu',
      budget: 'ainda sem orçamento',
      timeline: 'sem data fixa',
    },
  },
  nl: {
    declines: 'Dat zeg ik liever niet.',
    doesNotKnow: 'Dat weet ik nog niet.',
    corrects: 'Sorry, dat klopte niet:',
    strays: 'Eerst dit: werkt het met Outlook-agenda’s?',
    unknown: {
      current_tool: 'niets bijzonders',
      phone: 'geen telefoon, sorry',
      company: 'voorlopig alleen ik',
      budget: 'nog geen budget',
      timeline: 'geen vaste datum',
    },
  },
};

/** The phrases of a language (BCP 47 primary tag); English where there are none. */
export function phrasesIn(language: string): VisitorPhrases {
  return PHRASES[language] ?? ENGLISH;
}
