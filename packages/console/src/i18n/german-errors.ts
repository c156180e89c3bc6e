import type { ErrorCode } from '@baton/shared-types';

/** What every error code says to an agent, in German. */
export const germanErrors = {
  not_found: 'Hier gibt es nichts, das Sie sehen dürfen.',
  invalid_input: 'Im Formular stimmt etwas nicht. Bitte prüfen und erneut versuchen.',
  message_too_long: 'Die Nachricht ist länger als 4.000 Zeichen. Bitte kürzen und erneut senden.',
  message_empty: 'Die Nachricht ist leer.',
  protocol_unsupported: 'Diese Seite ist älter als der Server. Bitte neu laden.',
  site_refused: 'Dieser Site-Schlüssel ist unbekannt oder auf dieser Herkunft nicht erlaubt.',
  session_invalid: 'Ihre Sitzung ist beendet. Bitte erneut anmelden.',
  identity_refused: 'Es ließ sich nicht prüfen, wer die Person ist.',
  identity_required: 'Dieser Chat ist für angemeldete Personen.',
  consent_required: 'Die Person hat dem Chat nicht zugestimmt.',
  sign_in_failed: 'E-Mail oder Passwort stimmen nicht.',
  not_owner: 'Diese Unterhaltung gehört jetzt jemand anderem.',
  handoff_taken: 'Diese Unterhaltung hat schon jemand übernommen.',
  target_unavailable: 'Dort kann das gerade niemand übernehmen. Wählen Sie jemand anderen.',
  conversation_closed: 'Diese Unterhaltung ist geschlossen.',
  epoch_stale: 'Die Unterhaltung hat inzwischen gewechselt. Bitte noch einmal ansehen.',
  too_many_requests: 'Zu viele Anfragen in kurzer Zeit. Bitte einen Moment warten.',
  file_refused:
    'Diese Art von Datei wird nicht angenommen. Bilder, PDF, reiner Text und Office-Dokumente werden es.',
  file_too_large: 'Die Datei ist zu groß.',
  file_limit: 'In diesem Chat können heute keine weiteren Dateien gesendet werden.',
  files_off: 'Dateien sind auf dieser Website abgeschaltet.',
  playbook_invalid: 'Das Playbook hat Fehler. Nichts wurde veröffentlicht.',
  playbook_gate:
    'Musterunterhaltungen würden anders entschieden, deshalb wurde das Playbook nicht veröffentlicht.',
  draft_changed: 'Jemand anderes hat den Entwurf inzwischen gespeichert. Bitte laden Sie ihn neu.',
  unavailable: 'Der Server ist nicht erreichbar. Bitte gleich noch einmal versuchen.',
  unexpected: 'Auf dem Server ist etwas schiefgegangen. Bleibt es so, sagen Sie es Ihrem Admin.',
} satisfies Record<ErrorCode, string>;
