import type { Language } from '../../i18n/language.js';

export interface ConsentTexts {
  readonly title: string;
  readonly agree: string;
  readonly refuse: string;
  readonly refused: string;
  readonly again: string;
  readonly more: string;
  readonly failed: string;
  readonly withdraw: string;
}

/** By language; all in one file, as there are few of them. */
const ALL: Readonly<Record<Language, ConsentTexts>> = {
  en: {
    title: 'Before you write',
    agree: 'I agree',
    refuse: 'No, thanks',
    refused: 'You have not agreed. Nothing that you write here is sent.',
    again: 'Agree after all',
    more: 'Read more',
    failed: 'This could not be recorded. Please try again.',
    withdraw: 'Withdraw my consent',
  },
  de: {
    title: 'Bevor Sie schreiben',
    agree: 'Einverstanden',
    refuse: 'Nein, danke',
    refused: 'Sie haben nicht zugestimmt. Nichts, was Sie hier schreiben, wird gesendet.',
    again: 'Doch zustimmen',
    more: 'Mehr dazu',
    failed: 'Das ließ sich nicht festhalten. Bitte noch einmal versuchen.',
    withdraw: 'Einwilligung zurücknehmen',
  },
  fr: {
    title: 'Avant d’écrire',
    agree: 'J’accepte',
    refuse: 'Non, merci',
    refused: 'Vous n’avez pas accepté. Rien de ce que vous écrivez ici n’est envoyé.',
    again: 'Accepter quand même',
    more: 'En savoir plus',
    failed: 'Votre réponse n’a pas pu être enregistrée. Veuillez réessayer.',
    withdraw: 'Retirer mon accord',
  },
  es: {
    title: 'Antes de escribir',
    agree: 'Acepto',
    refuse: 'No, gracias',
    refused: 'No ha aceptado. Nada de lo que escriba aquí se envía.',
    again: 'Aceptar de todos modos',
    more: 'Más información',
    failed: 'No se ha podido registrar. Inténtelo de nuevo.',
    withdraw: 'Retirar mi consentimiento',
  },
  it: {
    title: 'Prima di scrivere',
    agree: 'Accetto',
    refuse: 'No, grazie',
    refused: 'Non ha accettato. Nulla di ciò che scrive qui viene inviato.',
    again: 'Accetta comunque',
    more: 'Maggiori informazioni',
    failed: 'Non è stato possibile registrarlo. Riprovi.',
    withdraw: 'Ritira il consenso',
  },
  pt: {
    title: 'Antes de escrever',
    agree: 'Aceito',
    refuse: 'Não, obrigado',
    refused: 'Não aceitou. Nada do que escrever aqui é enviado.',
    again: 'Aceitar mesmo assim',
    more: 'Saber mais',
    failed: 'Não foi possível registar. Tente novamente.',
    withdraw: 'Retirar o consentimento',
  },
  nl: {
    title: 'Voordat u schrijft',
    agree: 'Akkoord',
    refuse: 'Nee, bedankt',
    refused: 'U bent niet akkoord gegaan. Niets van wat u hier schrijft wordt verzonden.',
    again: 'Toch akkoord gaan',
    more: 'Meer lezen',
    failed: 'Dit kon niet worden vastgelegd. Probeer het opnieuw.',
    withdraw: 'Toestemming intrekken',
  },
  ar: {
    title: 'قبل أن تكتب',
    agree: 'أوافق',
    refuse: 'لا، شكرًا',
    refused: 'لم توافق. لن يُرسل أي شيء تكتبه هنا.',
    again: 'أوافق الآن',
    more: 'اقرأ المزيد',
    failed: 'تعذّر تسجيل ذلك. حاول مرة أخرى.',
    withdraw: 'سحب موافقتي',
  },
};

export const CONSENT_TEXTS: Readonly<Record<string, ConsentTexts>> = ALL;
