import type { englishReports } from './english-reports.js';

/** The words of the reports, in German. */
export const germanReports: typeof englishReports = {
  reports: {
    title: 'Berichte',
    intro: 'Unterhaltungen, die im Zeitraum begannen, gelesen aus ihren Protokollen.',
    period: 'Zeitraum',
    periods: { '7': 'Letzte 7 Tage', '30': 'Letzte 30 Tage', '90': 'Letzte 90 Tage' },
    by: 'Aufteilen nach',
    groupings: { site: 'Site', team: 'Team', playbook: 'Playbook-Version' },
    none: 'keine',
    download: 'Als CSV herunterladen',
    downloadMeaning:
      'Eine Zeile je Unterhaltung des Zeitraums. Keine Zelle kann als Formel ausgeführt werden.',
    empty:
      'In diesem Zeitraum wurde nichts gesagt. Wählen Sie einen längeren, oder öffnen Sie eine Seite mit dem Widget und schreiben Sie.',
    unread: (n) => `${n} Unterhaltungen werden noch gelesen. Sehen Sie gleich noch einmal nach.`,
    of: (n) => (n === 1 ? 'aus 1 Fall' : `aus ${n} Fällen`),
    noCase: 'noch kein Fall',
    ninety: (time) => `neun von zehn in ${time}`,
    conversations: 'Unterhaltungen',
    qualified: 'Qualifiziert',
    escalated: 'Mit Ruf nach einem Menschen',
    perDay: 'Unterhaltungen je Tag',
    overDays: (name) => `${name}, Tag für Tag`,
    showMetric: 'Tag für Tag zeigen',
    asTable: 'Als Tabelle zeigen',
    day: 'Tag',
    notForYou: 'Berichte sind für Admins und Supervisoren.',
    version: (version) => `Version ${version}`,
    metrics: {
      time_to_qualification: {
        name: 'Zeit bis zur Qualifizierung',
        meaning: 'Median von der ersten Zeile des Besuchers bis zur ersten Entscheidung „qualifiziert“.',
      },
      time_to_first_reply: {
        name: 'Zeit bis zur ersten Antwort eines Menschen',
        meaning: 'Median vom Ruf nach einem Menschen bis zur ersten Zeile eines Menschen.',
      },
      acceptance_rate: {
        name: 'Annahmequote',
        meaning: 'Anteil der Unterhaltungen mit Ruf nach einem Menschen, die ein Mensch angenommen hat.',
      },
      escalation_rate: {
        name: 'Eskalationsquote',
        meaning: 'Anteil aller Unterhaltungen, in denen ein Mensch gerufen wurde.',
      },
      completeness: {
        name: 'Vollständigkeit',
        meaning: 'Mittlerer Anteil der Slots des Playbooks, die beim Ruf nach einem Menschen gefüllt waren.',
      },
      repeated_by_assistant: {
        name: 'Wiederholte Fragen, Assistent',
        meaning:
          'Anteil der Fragen des Assistenten nach etwas, das der Besucher schon widerspruchsfrei gesagt hatte.',
      },
      repeated_by_people: {
        name: 'Wiederholte Fragen, Menschen',
        meaning:
          'Anteil der Fragen von Menschen nach einer bekannten Art von Angabe, die der Besucher schon gemacht hatte.',
      },
      false_positives: {
        name: 'Falsch qualifiziert',
        meaning:
          'Anteil der qualifizierten Leads mit wertendem Ergebnis, die als abgelehnt oder Spam geschlossen wurden.',
      },
      lead_to_opportunity: {
        name: 'Lead zu Chance',
        meaning:
          'Anteil der qualifizierten Leads mit wertendem Ergebnis, die als angenommen, Termin oder gewonnen geschlossen wurden.',
      },
      rating: { name: 'Bewertung', meaning: 'Mittel der Bewertungen der Besucher, 1 bis 5.' },
    },
  },
};
