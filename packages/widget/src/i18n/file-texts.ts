import type { Language } from './language.js';

/** Words about files, in a table of their own: they are loaded with the chunk that needs them, in all languages at once. */
export interface FileTexts {
  readonly attach: string;
  /** `{name}` of the file. */
  readonly download: string;
  readonly uploading: string;
  readonly uploaded: string;
  readonly cancel: string;
  readonly refused: string;
  /** `{size}`: what is allowed. */
  readonly tooLarge: string;
  readonly limit: string;
  readonly empty: string;
  readonly failed: string;
  readonly unavailable: string;
  readonly drop: string;
}

export const FILE_TEXTS: Readonly<Record<Language, FileTexts>> = {
  en: {
    attach: 'Send a file',
    download: 'Download {name}',
    uploading: 'Sending {name}',
    uploaded: '{name} has been sent.',
    cancel: 'Cancel',
    refused: 'This kind of file is not taken. Pictures, PDF, text and office documents are.',
    tooLarge: 'Too large. At most {size}.',
    limit: 'No more files can be sent here for now.',
    empty: 'The file is empty.',
    failed: 'Not sent. Please try again.',
    unavailable: 'This file cannot be loaded right now.',
    drop: 'Drop files here to send them',
  },
  de: {
    attach: 'Datei senden',
    download: '{name} herunterladen',
    uploading: '{name} wird gesendet',
    uploaded: '{name} wurde gesendet.',
    cancel: 'Abbrechen',
    refused: 'Diese Art von Datei geht nicht. Bilder, PDF, Text und Office-Dokumente gehen.',
    tooLarge: 'Zu groß. Höchstens {size}.',
    limit: 'Hier können gerade keine weiteren Dateien gesendet werden.',
    empty: 'Die Datei ist leer.',
    failed: 'Nicht gesendet. Bitte noch einmal versuchen.',
    unavailable: 'Diese Datei kann gerade nicht geladen werden.',
    drop: 'Dateien hier ablegen, um sie zu senden',
  },
  fr: {
    attach: 'Envoyer un fichier',
    download: 'Télécharger {name}',
    uploading: 'Envoi de {name}',
    uploaded: '{name} a été envoyé.',
    cancel: 'Annuler',
    refused: 'Ce type de fichier n’est pas accepté. Images, PDF, texte et documents bureautiques le sont.',
    tooLarge: 'Trop volumineux. {size} au maximum.',
    limit: 'Aucun autre fichier ne peut être envoyé ici pour le moment.',
    empty: 'Le fichier est vide.',
    failed: 'Non envoyé. Veuillez réessayer.',
    unavailable: 'Ce fichier ne peut pas être chargé pour le moment.',
    drop: 'Déposez des fichiers ici pour les envoyer',
  },
  es: {
    attach: 'Enviar un archivo',
    download: 'Descargar {name}',
    uploading: 'Enviando {name}',
    uploaded: '{name} se ha enviado.',
    cancel: 'Cancelar',
    refused: 'Este tipo de archivo no se acepta. Sí imágenes, PDF, texto y documentos de oficina.',
    tooLarge: 'Demasiado grande. Como máximo {size}.',
    limit: 'Por ahora no se pueden enviar más archivos aquí.',
    empty: 'El archivo está vacío.',
    failed: 'No enviado. Inténtelo de nuevo.',
    unavailable: 'Este archivo no se puede cargar ahora.',
    drop: 'Suelte archivos aquí para enviarlos',
  },
  it: {
    attach: 'Invia un file',
    download: 'Scarica {name}',
    uploading: 'Invio di {name}',
    uploaded: '{name} è stato inviato.',
    cancel: 'Annulla',
    refused: 'Questo tipo di file non è accettato. Lo sono immagini, PDF, testo e documenti Office.',
    tooLarge: 'Troppo grande. Al massimo {size}.',
    limit: 'Per ora non si possono inviare altri file qui.',
    empty: 'Il file è vuoto.',
    failed: 'Non inviato. Riprova.',
    unavailable: 'Questo file non può essere caricato adesso.',
    drop: 'Rilascia qui i file per inviarli',
  },
  pt: {
    attach: 'Enviar um ficheiro',
    download: 'Transferir {name}',
    uploading: 'A enviar {name}',
    uploaded: '{name} foi enviado.',
    cancel: 'Cancelar',
    refused: 'Este tipo de ficheiro não é aceite. Imagens, PDF, texto e documentos de escritório são.',
    tooLarge: 'Demasiado grande. No máximo {size}.',
    limit: 'De momento não é possível enviar mais ficheiros aqui.',
    empty: 'O ficheiro está vazio.',
    failed: 'Não enviado. Tente novamente.',
    unavailable: 'Este ficheiro não pode ser carregado agora.',
    drop: 'Largue ficheiros aqui para os enviar',
  },
  nl: {
    attach: 'Bestand sturen',
    download: '{name} downloaden',
    uploading: '{name} wordt verstuurd',
    uploaded: '{name} is verstuurd.',
    cancel: 'Annuleren',
    refused: 'Dit soort bestand kan niet. Afbeeldingen, pdf, tekst en Office-documenten wel.',
    tooLarge: 'Te groot. Hoogstens {size}.',
    limit: 'Er kunnen hier nu geen bestanden meer worden verstuurd.',
    empty: 'Het bestand is leeg.',
    failed: 'Niet verstuurd. Probeer het opnieuw.',
    unavailable: 'Dit bestand kan nu niet worden geladen.',
    drop: 'Zet bestanden hier neer om ze te sturen',
  },
  ar: {
    attach: 'إرسال ملف',
    download: 'تنزيل {name}',
    uploading: 'جارٍ إرسال {name}',
    uploaded: 'تم إرسال {name}.',
    cancel: 'إلغاء',
    refused: 'هذا النوع من الملفات غير مقبول. تُقبل الصور وملفات PDF والنصوص ومستندات Office.',
    tooLarge: 'الملف كبير جدًا. الحد الأقصى {size}.',
    limit: 'لا يمكن إرسال المزيد من الملفات هنا الآن.',
    empty: 'الملف فارغ.',
    failed: 'لم يُرسل. حاول مرة أخرى.',
    unavailable: 'لا يمكن تحميل هذا الملف الآن.',
    drop: 'أفلت الملفات هنا لإرسالها',
  },
};

/** The text with what belongs into its place. Not the chat's own `fill`: that would have to be exported for this. */
export function put(text: string, place: 'name' | 'size', value: string): string {
  return text.replace(`{${place}}`, () => value);
}
