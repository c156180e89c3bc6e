import { displayNumber } from '../move/display-value.js';
import type { englishWords } from './english-words.js';

/** What qualification says to agents, in German. */
export const germanWords: typeof englishWords = {
  readings: {
    emailWritten: (meant) => `Der Besucher hat eine E-Mail-Adresse geschrieben${perhaps(meant)}.`,
    emailSpelled: (meant) => `Der Besucher hat eine E-Mail-Adresse buchstabiert${perhaps(meant)}.`,
    emailRepaired: 'Der Besucher hat einen Teil der zuvor genannten Adresse berichtigt.',
    phoneGiven: 'Der Besucher hat eine Telefonnummer genannt.',
    phoneWithoutCountry: 'Der Besucher hat eine Telefonnummer genannt; das Land ist nicht bekannt.',
    phoneRepaired: 'Der Besucher hat einen Teil der zuvor genannten Nummer berichtigt.',
    nameAnswered: 'Der Besucher hat auf die Frage nach dem Namen geantwortet.',
    nameBesideDetails: 'Der Besucher hat den Namen neben anderen Angaben zur Person genannt.',
    nameOnFile: 'Unter diesem Namen führt der Besucher etwas bei uns.',
    nameIntroduced: 'Der Besucher hat sich vorgestellt.',
    nameOfWriter: 'Der Besucher hat gesagt, wer schreibt.',
    nameWithOrigin: 'Der Besucher hat gesagt, woher er kommt.',
    nameWithCompany: 'Der Besucher hat sich und sein Unternehmen genannt.',
    nameBesideAddress: 'Der Besucher hat den Namen neben seine Adresse geschrieben.',
    nameSigned: 'Der Besucher hat mit dem Namen unterschrieben.',
    companyCorrected: 'Der Besucher hat das Unternehmen berichtigt.',
    companyAnswered: 'Der Besucher hat auf die Frage nach dem Unternehmen geantwortet.',
    companyConcluded: 'Der Besucher hat gesagt, dass dies das Unternehmen ist.',
    companyStated: 'Der Besucher hat gesagt, für welches Unternehmen er schreibt.',
    companyBesidePerson: 'Der Besucher hat sein Unternehmen mit dem Namen oder der Funktion genannt.',
    companyGreeted: 'Der Besucher hat das Unternehmen bei der Begrüßung genannt.',
    companyBesideName: 'Der Besucher hat das Unternehmen neben den Namen geschrieben.',
    companyWithLegalForm: 'Der Besucher hat ein Unternehmen mit seiner Rechtsform genannt.',
    roleStated: 'Der Besucher hat seine Funktion genannt.',
    roleAnswered: 'Der Besucher hat auf die Frage nach der Funktion geantwortet.',
    roleBesideName: 'Der Besucher hat die Funktion neben den Namen geschrieben.',
    sizeAnswered: 'Eine Zahl als Antwort auf die Frage nach der Teamgröße.',
    sizeMentioned: 'Eine Zahl von Personen, die damit arbeiten würden.',
    sizeInPeople: 'Die Personen, die auf die Frage nach der Teamgröße genannt wurden.',
    countryAnswered: 'Ein Land als Antwort auf die Frage danach.',
    countryMentioned: 'Ein Land, das der Besucher als seines nennt.',
    timelineAnswered: 'Ein Zeitpunkt als Antwort auf die Frage nach dem Beginn.',
    timelineMentioned: 'Ein Zeitpunkt, zu dem begonnen oder entschieden werden soll.',
    budgetAnswered: 'Ein Betrag als Antwort auf die Frage nach dem Budget.',
    budgetMentioned: 'Ein Betrag, der nach den Worten des Besuchers ausgegeben werden kann.',
    budgetPeriod: 'Wie oft der zuvor genannte Betrag gezahlt wird.',
    toolAnswered: 'Auf die Frage genannt, was heute verwendet wird.',
    toolMentioned: 'Der Besucher sagt, dass es heute verwendet wird.',
    useAnswered: 'Auf die Frage gesagt, wofür es eingesetzt werden soll.',
    useWanted: 'Der Besucher sagt, dass er es braucht oder sucht.',
    useMeant: 'Der Besucher sagt, wofür es sein soll.',
    useAsProblem: 'Der Besucher nennt, was heute schiefgeht.',
    useAsTrouble: 'Der Besucher nennt, was ihm Mühe macht.',
    useAskedFor: 'Der Besucher fragt, ob das Produkt es kann.',
    useAsWork: 'Der Besucher sagt, was er tut.',
  },
  model: {
    quoted: 'Das Modell hat diese Worte zitiert.',
    interpreted: 'Das Modell hat es aus diesen Worten gelesen.',
  },
  gate: {
    pass: 'Nichts spricht gegen diesen Zug.',
    humanOwns: 'Ein Mensch führt die Unterhaltung.',
    automationPaused: 'Automatische Antworten sind ausgeschaltet.',
    turnLimit: 'Der Assistent hat alle Züge gemacht, die das Playbook erlaubt.',
    loop: 'Der Besucher hat immer wieder dieselbe Zeile gesendet.',
    repeatedAbuse: 'Der Besucher hat weiter beschimpft.',
    optOut: 'Der Besucher möchte nicht kontaktiert werden.',
    abuse: 'Der Besucher ist beleidigend.',
    doNotContact: 'Der Besucher wollte schon früher nicht kontaktiert werden.',
    lastTurn: 'Das ist der letzte Zug, den das Playbook erlaubt.',
    modelBudget: 'Das Budget des Modells ist aufgebraucht.',
    spent: {
      conversation: 'Die Unterhaltung hat ihr Budget des Modells aufgebraucht.',
      visitor_day: 'Der Besucher hat das heutige Budget des Modells aufgebraucht.',
      workspace_day: 'Das Unternehmen hat das heutige Budget des Modells aufgebraucht.',
    },
  },
  assessment: {
    base: 'Jede Unterhaltung.',
    companyKnown: 'Das Unternehmen ist bekannt.',
    roleKnown: 'Die Funktion oder ihr Rang ist bekannt.',
    qualification: ({ company, role, reaches, cut }) =>
      `Unternehmen ${known(company)}, Funktion ${known(role)}: ${reaches ? 'erreicht die' : 'bleibt unter der'} Schwelle von ${displayNumber(cut, 'de')}.`,
    fact: ({ label }) => `Die Angabe „${label}“ ist festgehalten.`,
    facts: (count) => `${count === 1 ? '1 Angabe ist' : `${count} Angaben sind`} festgehalten.`,
  },
  ledger: {
    captured: 'Ein Weg zum Besucher ist festgehalten, mit den Worten, die ihn belegen.',
    optedOut: 'Der Besucher wollte nicht kontaktiert werden.',
    declined: 'Der Besucher wollte nicht erreicht werden oder hat die Kontaktangabe zurückgenommen.',
    lost: 'Eine Kontaktangabe wurde geschrieben, und nirgends ist sie festgehalten.',
    toPerson: 'Sie ging an einen Menschen, der die Unterhaltung führte.',
    pending: 'Der Assistent hat sie noch nicht bearbeitet.',
    somebodyElses: 'Nach den Worten daneben gehört sie jemand anderem.',
    stopped: (because) => `Die Sicherheitsprüfung hatte den Assistenten angehalten: ${because}`,
  },
  golden: {
    slot: (key) => `Slot „${key}“`,
    verdict: 'Urteil',
    handoff: 'Ruf nach einem Menschen',
    difference: (what, wanted, found) => `${what}: erwartet ${wanted}, es ist aber ${found}`,
  },
};

function perhaps(meant: string | undefined): string {
  return meant === undefined ? '' : `; vielleicht war ${meant} gemeint`;
}

function known(isKnown: boolean): string {
  return isKnown ? 'bekannt' : 'unbekannt';
}
