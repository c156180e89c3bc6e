import { list, phrases } from '../../text/phrases.js';

/** Products that people name in lower case too. Not needed to read a name, but a sure sign of one. */
export const PRODUCTS = list(`
  zendesk, freshdesk, freshworks, freshservice, freshchat, intercom, hubspot, salesforce, service cloud, calendly, acuity, acuity scheduling, outlook, ms outlook, microsoft outlook, gmail, google workspace, gsuite, g suite, excel, ms excel, google sheets, gsheets, google sheet, google calendar, gcal, google forms, google docs, google drive, ms teams, microsoft teams, teams, slack, discord,
  trello, asana, jira, jira service desk, jira service management, notion, monday.com, clickup, basecamp, airtable, confluence, help scout, helpscout, front, gorgias, zoho, zoho desk, zoho crm, crisp, tidio, drift, livechat, live chat inc, olark, tawk.to, tawk, kayako, osticket, otrs, znuny, zammad, glpi, sap, odoo, servicenow, topdesk, ultimo, genesys, five9, aircall, ringcentral, talkdesk, dialpad, 3cx,
  twilio, whatsapp, whatsapp business, whats app, messenger, facebook messenger, telegram, viber, signal, instagram, wordpress, bookly, simplybook, simplybook.me, setmore, square, square appointments, mindbody, fresha, treatwell, booksy, phorest, timely, vagaro, doctolib, cliniko, jane, jameda, samedi, doctena, nookal, dentally, personio, when i work, deputy, planday, shiftboard, connecteam, homebase, 7shifts, rotacloud, sling, humanity, servicem8, jobber, housecall pro, simpro, tradify, fieldwire,
  dynamics, dynamics 365, ms access, microsoft access, microsoft bookings, ms bookings, typeform, thunderbird, lotus notes, exchange, pipedrive, halo, halopsa, connectwise, autotask, syncro, spiceworks, manageengine, jitbit, liveagent, kustomer, gladly, dixa, reamaze, userlike, chatwoot, rocket.chat, mattermost, shiftbase, papershift, aplano, staffomatic, crewmeister, skello, combo, agendrix, holded, factorial, bamboohr, workday, ukg, kronos, quinyx, dyflexis, rentman,
  superhuman, missive, hiver, groove, happyfox, desk.com, sharepoint, onedrive, dropbox, shopify, shopify inbox, shift4, opentable, resy, planyo, youcanbook.me, doodle, cal.com, appointlet, hubspot service hub, sugarcrm, vtiger, bitrix, bitrix24, podio, smartsheet, lark, line, wechat, jotform, agendize, timify, shore, salonized, planity, mobminder, reservio, skedda, rendin, wix, squarespace
`);

/** Things that do the work of a product. A phrase with one of these is a tool even without a name. */
export const TOOL_NOUN = phrases(
  list(`
  excel, excels, spreadsheet, spreadsheets, spread sheet, spread sheets, sheet, sheets, excel sheet, paper, pen and paper, papers, whiteboard, white board, wall planner, post-its, post-it, post its, sticky notes, stickies, notebook, notebooks, notepad, diary, diaries, calendar, calendars, inbox, shared inbox, mailbox, shared mailbox, email, emails, e-mail, mail, phone, phones, phone tree, walkie talkies, crm, erp, pms, database, access database, system, in-house system, homegrown, home-grown, self-built, home made, homemade, custom tool, own tool, board, word doc, word, clipboard, binder, folder, book, appointment book, ledger, faxes, fax, whatsapp group, whatsapp groups, group chat, chat group,
  paper diary, paper forms, papierkalender, papierlisten, papierform, zetteln, kalendern, tabellen, listen, excel-dateien, exceldatei, google-kalender, outlook-kalender, tischkalender, whatsapp-gruppe, whatsapp-gruppen, karteikarten, handy, zuruf,
  papier, zettel, zettelwirtschaft, tafel, whiteboard, excel-liste, excel-listen, excelliste, excellisten, exceltabelle, excel-tabelle, excel-tabellen, exceltabellen, tabelle, tabellen, liste, listen, kalender, postfach, sammelpostfach, telefon, eigenentwicklung, access-datenbank, datenbank, buch, terminbuch, kladde, wandkalender, eigenbau, system, programm,
  tableau, tableaux, tableur, fichier excel, fichiers excel, tableau blanc, cahier, agenda, agenda papier, calendrier, boite mail, boite partagee, telephone, logiciel, outil maison, logiciel maison, base access, papel, pizarra, cuaderno, libreta, hoja, hojas de calculo, hoja de calculo, excels, calendario, agenda, correo, telefono, programa, carta, fogli, foglio, fogli excel, foglio excel, lavagna, quaderno, calendario, casella, telefono, gestionale, programma, planilha, planilhas, folha de calculo, folhas de calculo, caderno, quadro, agenda, telefone, sistema, papier, schrift, prikbord, planbord, whiteboard, rekenblad, agenda, mailbox, telefoon, pakket, systeem
  `),
  '',
);

const OBJECT = '((?:(?!\\s(?:and|but|which)\\s)[^,.;!?()\\n]){1,48}|[^,;!?()\\n]{1,48})';
const NOW =
  '(?:currently |presently |still |now |already |just |mostly |only |mainly |all |also |derzeit |aktuell |momentan |noch |bisher |heute |gerade |actuellement |encore |toujours |aujourd.hui |actualmente |ahora |todavia |hoy |ahora mismo |attualmente |ancora |adesso |oggi |ora |atualmente |ainda |hoje |agora |nu |momenteel |nog |op dit moment |vandaag )?';

/** What stands before the product in use. Group 1 is the rest of the phrase. */
export const IN_USE: readonly RegExp[] = [
  `(?:we|i|they|all|guys|team|who) ?(?:'re |'ve |are |have |hv |been |were )?${NOW}(?:use|using|uses|running|run on|runs on|run|on|work with|working with|work in|working in|live in|rely on|book with|booking with|do it in|do everything in|do everything thru|do everything through|do everything via|do everything on|do everything with|do it with|track it in|track everything in|manage it in|have|got|paying for|pay for|subscribed to|stuck with|stuck on|staying with|staying on|stay with|stick with|sticking with|happy with)${' '}`,
  `(?:everything|it|all of it|stuff|bookings|calls|tickets|planning|rota|schedule|schedules|inboxes) (?:is |are |runs |run |lives |goes |sits |happens |all |still |currently )*(?:on|in|via|through|by) `,
  '(?:agents|people|users|seats|reps|planners|dispatchers|techs|colleagues|of us|staff|leute|kollegen|mitarbeiter|personas|personnes|persone|pessoas|mensen) (?:all |currently |now |still |alle )?(?:on|in|using|with|auf|mit|sur|con|su|com|op|met) ',
  `(?:currently|presently|now|today|still|right now|at the moment|for now)(?: it'?s| its| we'?re| were| we are| everything is| is)? (?:all |mostly |just |only |mainly |basically )*(?:on|in|with|via|using|through|over) `,
  '(?:lives|sits|is kept|are kept|is written|are written|gets written|is stored|are stored|are noted|is noted) (?:down )?(?:in|on) (?=(?:an?|our|the|one|some) )',
  `(?:we|i)(?:'ve| have|ve) been (?:using|running on|working with|on|with) `,
  `(?:at the moment|right now|currently|today|so far|until now)(?: it'?s| its| is| that'?s| we have|,)? (?:all |mostly |just |only |mainly |basically |a mix of |a mixture of )*`,
  `(?:aktuell|derzeit|momentan|bisher|im moment|zur zeit|zurzeit|bislang|heute)(?: ist das| ist es| lauft das| geht das| alles| noch| nur| meist| hauptsachlich)*(?: in| mit| uber| per| auf| via)? `,
  '(?:steht|stehen|liegen|landet|landen|verwalten|fuhren|pflegen|organisieren) (?:bei uns |wir |das |die |alles |noch |derzeit |aktuell |momentan |\\w+ )*(?:im|in|auf|mit|uber) ',
  '(?:switch|switching|switched|move|moving|migrate|migrating|coming|come|import|importing|away|export|change|changing) (?:over )?(?:away )?(?:everything |our data |our tickets |the data |data )?from ',
  '(?:replace|replacing|replacements? for|leave|leaving|ditch|ditching|get rid of|getting rid of|outgrown|outgrew|outgrowing|fed up with|tired of|sick of|unhappy with|not happy with|frustrated with|contract with|subscription with|licen[cs]e with|our plan with|deal with) (?:our (?:old |current )?)?',
  'wed? ?use \\(|we use \\(',
  `(?:wir |ich )?${NOW}(?:nutzen|benutzen|verwenden|haben|arbeiten|planen|machen(?: das| alles)?|fahren|setzen|bleiben)(?: wir| ich)? ${NOW}(?:alles )?(?:mit |uber |in |auf |bei )?`,
  '(?:lauft|laufen|liegt|steckt|passiert) (?:bei uns )?(?:alles |das |noch |derzeit |aktuell |bisher |momentan )*(?:uber|in|auf|mit|per) ',
  '(?:weg von|umstieg von|wechsel von|wechseln von|umsteigen von|vertrag mit|vertrag bei|ablosung von|ablosung fur|ersatz fur|abo bei|losen) ',
  `(?:nous |on )(?:utilisons|utilise|travaillons avec|travaille avec|travaille sur|est sur|sommes sur|est chez|sommes chez|tourne sur|tourne avec|tournons sur|a|avons|gere avec|gerons avec|fait tout sur|fait tout avec|fait ca sur|reste sur|restons sur|restons chez) ${NOW}`,
  '(?:tout est|tout se fait|ca se fait|c.est) (?:encore |toujours )?(?:sur|avec|dans|via|par) ',
  '(?:todo|tutto|tudo) (?:esta|sta|e|lo llevamos|lo tenemos|va|passa) (?:en|con|su|in|no|na|em|por) ',
  '(?:lost|losen|ersetzt|ersetzen) (?:unser |unsere |das |die |den )?',
  'doen (?:we|wij) (?:nu |nog |alles )*(?:in|via|met) ',
  '(?:nu |alles )?(?:zit|staat|loopt) (?:nu |nog )?alles (?:nu |nog )?(?:in|op|via) ',
  'alles (?:zit|staat|loopt) (?:nu |nog )?(?:in|op|via) ',
  '(?:passer de|migrer de|migrer depuis|quitter|remplacer|contrat avec|contrat chez|abonnement chez|abonnement) ',
  `(?:usamos|utilizamos|trabajamos con|estamos con|estamos en|tenemos|llevamos todo con|llevamos todo en|lo llevamos con|lo llevamos en|lo hacemos con|lo hacemos en|gestionamos con|seguimos con|nos quedamos con|venimos de|lo de) ${NOW}`,
  '(?:dejar|reemplazar|sustituir|contrato con|cambiar de|migrar de|migrar desde|suscripcion a) ',
  `(?:usiamo|utilizziamo|lavoriamo con|abbiamo|siamo su|siamo con|facciamo tutto (?:con|su)|gestiamo tutto (?:con|su)|gestiamo (?:con|su)|restiamo con|veniamo da|contratto con|sostituire|lasciare|passare da|migrare da) ${NOW}`,
  `(?:usamos|utilizamos|trabalhamos com|estamos com|estamos no|estamos na|temos|fazemos tudo (?:no|na|em|com)|controlamos (?:no|na|em|com)|ficamos com|contrato com|substituir|sair do|sair da|migrar do|migrar da|vimos do) ${NOW}`,
  `(?:we |wij |ik )?${NOW}(?:gebruiken|werken met|werken in|zitten op|zitten bij|draaien op|hebben|doen (?:we )?alles (?:in|met|via)|plannen in|plannen met|blijven bij)(?: we| wij)? ${NOW}`,
  '(?:contract met|contract bij|overstappen van|overstap van|weg van|vervangen van|abonnement bij) ',
].map(
  (cue) =>
    new RegExp(
      `(?<![a-z])(?:${cue.replaceAll(' ', '\\s')})(?:the |a |an |our |my |some |old |plain |good old |ein |eine |einen |einem |unser |unsere |unserem |der |die |das |dem |le |la |les |un |une |notre |el |los |las |una |unos |nuestro |il |lo |uno |o |os |as |um |uma |de |het |een |onze )*${OBJECT}`,
      'g',
    ),
);

/** "ServiceM8 now", "Help Scout at the moment". */
export const NOW_AFTER =
  /((?:[\p{Lu}][\p{L}\p{N}.&-]{1,20}\s){1,3})(?:now|right now|at the moment|today|currently|at present|for now|ahora|actualmente|derzeit|momentan|aktuell|actuellement|attualmente|adesso|atualmente|hoje|nu|momenteel)(?![\p{L}])/u;

/** "everything on paper", "in Excel": generic tools that need no other cue than their preposition. */
export const GENERIC_IN_USE =
  /(?<![a-z])(?:on|in|with|via|by|using|from|auf|mit|per|sur|avec|dans|en|con|su|a|em|no|na|com|op|met)\s(?:an? |the |our |shared |big |giant |huge |old |a giant |lots of |einem |einer |unserem |der |un |une |des |una |unos |un'|uma |umas |het |een |plain |good old |ein paar |kilometerlangen |endlosen |hojas de |fogli |planilhas de |folhas de |tableaux |fichiers |listas de |liste |listes )?(pen and paper|paper (?:diary|diaries|calendar|forms?|lists?|book)|paper|papier|papel|carta|excel(?:[- ]?(?:sheets?|spreadsheets?|files?|listen?|tabellen?|dateien?|lijsten?))?|spreadsheets?|google sheets?|google calendar|whiteboards?|whatsapp(?: groups?| gruppen?| business)?|post-its|sticky notes|zetteln?|papierlisten|tableaux? excel|tableau blanc|pizarra|lavagna|planilhas?|access database)(?![a-z])/g;

const IS_WHAT_WE_USE =
  "(?:is|are|ist|est|es|è|é) (?:what we(?:'re| are)? (?:have|use|using|run|got|work with)|our (?:current|present)|das,? was wir|unser aktuelle[sr]?|ce qu['’]on utilise|lo que usamos|quello che usiamo|o que usamos|wat we gebruiken)(?!\\p{L})";
const SAYS_WHAT_WE_USE = new RegExp(`\\s${IS_WHAT_WE_USE}`, 'iu');
export const WHAT_WE_USE = new RegExp(
  `((?:[\\p{Lu}][\\p{L}\\p{N}.&-]{1,20}\\s){1,3})${IS_WHAT_WE_USE}`,
  'iu',
);

/** "Zendesk is what we have today". The words for it are looked for first: a name may begin at any letter. */
export function findWhatWeUse(text: string): RegExpExecArray | null {
  return SAYS_WHAT_WE_USE.test(text) ? WHAT_WE_USE.exec(text) : null;
}

export const NOTHING =
  /^\s?(?:well,? |ehm,? |honestly,? |lol,? |tbh,? )?(?:nothing|none|no|nope|nix|nada|nichts|gar nichts|keine[ns]?|noch nichts|rien|aucune?|pas d.outil|ninguno|ninguna|niente|nessuno|nenhum|nenhuma|niets|geen|nog niets|n\/a)(?![a-z])/;
/** "Zendesk is cancelled, nothing at the moment." */
export const NOTHING_NOW =
  /(?<![a-z])(?:currently|right now|now|at the moment|at present|aktuell|derzeit|jetzt|momentan|im moment|ahora|actualmente|adesso|attualmente|agora|maintenant|actuellement|nu|momenteel)(?: we have| haben wir| tenemos| abbiamo| temos| hebben we)? (?:gar |absolut |absolutely |de |plus )?(?:nothing|none|nichts|nix|keins?|nada|niente|nulla|rien|niets)(?: at all| mehr)?(?=\s*(?:$|[.,;:!?)]))|(?<![a-z])(?:nothing|nichts|nix|nada|niente|rien|niets) (?:at all )?(?:at the moment|right now|currently|now|mehr|derzeit|momentan|aktuell|ahora|adesso|agora|maintenant|meer)(?![a-z])/;
export const UNKNOWN =
  /(?<![a-z])(?:rather not|prefer not|not telling|(?:can|won)'?t say|confidential|geheim|no idea|no clue|don'?t know|dunno|not sure|keine ahnung|weis(?:s)? (?:ich )?nicht|aucune idee|sais pas|ni idea|no (?:lo )?se|non (?:lo )?so|nao sei|geen idee|weet (?:ik )?niet)(?![a-z])/;

/** The clause is a wish, so what it names is not there yet. */
export const WISH =
  /(?<![a-z])(?:want|wants|wanna|need|needs|looking for|lookin for|would like|'d like|wed like|'d love|would love|id love|wish|hope|hoping|wollen|mochten|suchen|brauchen|brauchten|cherchons|cherche|voulons|voudrions|souhaitons|besoin|queremos|quiero|necesitamos|buscamos|gustaria|vogliamo|vorremmo|cerchiamo|serve|precisamos|preciso|procuramos|gostariamos|zoeken|willen|nodig)(?![a-z])/;

/** The clause asks about connections, or speaks of the past or of somebody else. */
export const NOT_OURS = phrases(
  list(`
  integrate, integrates, integration, integrations, integrated, connect, connects, connector, sync, syncs, synchronise, synchronize, compatible, plugin, plug-in, plug in, api, embed, works with, work with it, talk to, export to, do you support, does it work, can it, can you, could you, is there a, do you work with, play nice, like zendesk, similar to, better than, compared to, compare, versus, vs, alternative to, competitor, competitors,
  used to, never bought, never used, never tried, nie gekauft, nie benutzt, nie genutzt, before that, daarvoor, davor, zuvor, voorheen, auparavant, previously, formerly, dropped, cancelled, canceled, quit, left, was on, were on, had, ex, years ago, last year, last yr, in the past, tried, tested, evaluated, looked at, looking at, also looking, considering, comparing, burned, burnd, hated, never again, my last company, my old job, at my previous, colleague in, colleague at, friend, my brother, their, they have, sister company,
  integrieren, integration, integriert, anbinden, anbindung, schnittstelle, verbinden, kompatibel, fruher, vorher, hatten, damals, gekundigt, ausprobiert, getestet, kollege bei, kollegen bei, letztes jahr, ehemals, bis vor kurzem, s'integre, integrer, integration avec, connecter, compatible, avant, autrefois, avions, etions, resilie, essaye, l'an dernier, ancien, integra, integran, integrarse, integracion, conectar, compatible, antes, teniamos, usabamos, estuvimos, probamos, cancelamos, el ano pasado, si integra, integrazione, integrate, collegare, compatibile, prima, avevamo, usavamo, provato, disdetto, l'anno scorso, integracao, integrar, conectar, compativel, tinhamos, usavamos, testamos, ano passado, integreren, koppelen, koppeling, vroeger, hadden, gebruikten, opgezegd, getest, vorig jaar
  `),
  '',
);
