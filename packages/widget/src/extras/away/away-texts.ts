import type { Language } from '../../i18n/language.js';

export interface AwayTexts {
  readonly nobody: string;
  /** `{when}` is day and time. */
  readonly back: string;
  readonly advice: string;
}

const ALL: Readonly<Record<Language, AwayTexts>> = {
  en: {
    nobody: 'Nobody of the team is here right now.',
    back: 'Back {when}.',
    advice: 'Ask for a person and leave your address: the team writes to you.',
  },
  de: {
    nobody: 'Gerade ist niemand vom Team da.',
    back: 'Wieder da: {when}.',
    advice: 'Fragen Sie nach einem Menschen und hinterlassen Sie Ihre Adresse: Das Team schreibt Ihnen.',
  },
  fr: {
    nobody: 'Personne de l’équipe n’est là pour le moment.',
    back: 'De retour {when}.',
    advice: 'Demandez une personne et laissez votre adresse : l’équipe vous écrira.',
  },
  es: {
    nobody: 'Ahora no hay nadie del equipo.',
    back: 'De vuelta: {when}.',
    advice: 'Pida hablar con una persona y deje su dirección: el equipo le escribirá.',
  },
  it: {
    nobody: 'In questo momento non c’è nessuno del team.',
    back: 'Di ritorno: {when}.',
    advice: 'Chieda di una persona e lasci il Suo indirizzo: il team Le scriverà.',
  },
  pt: {
    nobody: 'De momento não está ninguém da equipa.',
    back: 'De volta: {when}.',
    advice: 'Peça para falar com uma pessoa e deixe o seu endereço: a equipa escreve-lhe.',
  },
  nl: {
    nobody: 'Er is nu niemand van het team.',
    back: 'Terug: {when}.',
    advice: 'Vraag naar een persoon en laat uw adres achter: het team schrijft u.',
  },
  ar: {
    nobody: 'لا يوجد أحد من الفريق الآن.',
    back: 'العودة: {when}.',
    advice: 'اطلب التحدث إلى شخص واترك عنوانك: سيكتب إليك الفريق.',
  },
};

export const AWAY_TEXTS: Readonly<Record<string, AwayTexts>> = ALL;
