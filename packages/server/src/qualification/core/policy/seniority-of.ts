/** How high a job title stands. `staff` is every title without a word that says more. */
export type Seniority = 'top' | 'head' | 'lead' | 'staff';

/** Words of titles that run the company. Lower case, in the languages we read. */
const TOP = words(`
  ceo cto coo cfo cmo cio ciso cpo cco cro md gm owner co-owner coowner founder cofounder co-founder proprietor president
  geschäftsführer geschäftsführerin gf geschäftsleitung geschäftsleiter geschäftsleiterin inhaber inhaberin gründer gründerin
  vorstand praxisinhaber praxisinhaberin dueño dueña propietario propietaria fundador fundadora gérant gérante fondateur
  fondatrice pdg président présidente dono dona proprietário proprietária sócio sócia titolare fondatore fondatrice
  amministratore eigenaar eigenares oprichter oprichtster zaakvoerder zaakvoerster bestuurder
`);
/** Words of titles that run a part of it. */
const HEAD = words(`
  vp svp evp avp vice-president director head chief principal dean leiter leiterin leitung bereichsleiter bereichsleiterin
  abteilungsleiter abteilungsleiterin betriebsleiter betriebsleiterin betriebsleitung vertriebsleiter vertriebsleiterin
  vertriebsleitung serviceleiter serviceleiterin serviceleitung it-leiter it-leiterin einkaufsleiter niederlassungsleiter
  prokurist prokuristin directora directeur directrice dg daf dsi drh diretor diretora direttore direttrice hoofd
  afdelingshoofd jefe jefa
`);
/** Words of titles that lead people or a matter. */
const LEAD = words(`
  manager mgr lead leader supervisor coordinator co-ordinator superintendent foreman teamleiter teamleiterin teamleitung
  filialleiter filialleiterin büroleiter büroleiterin büroleitung koordinator koordinatorin praxismanager praxismanagerin
  gerente responsable encargado encargada coordinador coordinadora chef cheffe coordinateur coordinatrice gestionnaire
  coordenador coordenadora responsável responsabile coordinatore coordinatrice bedrijfsleider teamleider coördinator
  leidinggevende
`);
/** Whoever assists a director is none. */
const ASSISTS = words(`
  assistant assistenz assistent assistentin assistante asistente assistente secretary secretária secrétaire segretaria
  segretario secretaria secretario sekretär sekretärin trainee intern praktikant praktikantin
`);

/** Reads a job title word by word; the highest word counts. */
export function seniorityOf(title: string): Seniority {
  const said = title.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const has = (list: ReadonlySet<string>) => said.some((word) => list.has(word));
  if (has(ASSISTS)) return 'staff';
  if (has(TOP) || /managing (?:director|partner)|chief \p{L}+ officer/u.test(said.join(' '))) return 'top';
  if (has(HEAD)) return 'head';
  return has(LEAD) ? 'lead' : 'staff';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
