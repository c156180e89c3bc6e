/** Words that make a phrase a job title, in the languages we read. Lower case. */
const HEADS = `
manager mgr director owner co-owner coowner founder cofounder co-founder partner lead leader head chief president vp vice-president chairman chairwoman
ceo cto coo cfo cmo cio ciso cpo cco cro md gm evp svp avp
coordinator co-ordinator supervisor administrator admin assistant associate analyst architect engineer developer consultant specialist officer
executive secretary receptionist dispatcher planner scheduler buyer accountant bookkeeper controller treasurer bursar registrar
superintendent foreman principal dean provost teacher professor librarian nurse matron dentist doctor physician vet veterinarian
optician pharmacist lawyer attorney solicitor paralegal notary agent representative rep advisor adviser strategist marketer designer
operator technician clerk caretaker concierge chef bizdev freelancer proprietor entrepreneur researcher recruiter headteacher headmaster
dispatch ops operations procurement purchaser trainer instructor steward curator warden mechanic electrician plumber broker
trainee apprentice intern
geschäftsführer geschäftsführerin gf geschäftsleitung geschäftsleiter geschäftsleiterin inhaber inhaberin gründer gründerin leiter leiterin leitung chefin vorstand prokurist
prokuristin teamleiter teamleiterin teamleitung assistenz assistent assistentin sachbearbeiter sachbearbeiterin disponent disponentin
referent referentin verwalter verwalterin büroleiter büroleiterin büroleitung bereichsleiter bereichsleiterin abteilungsleiter abteilungsleiterin
koordinator koordinatorin einkäufer einkäuferin meister meisterin betriebsleiter betriebsleiterin betriebsleitung filialleiter filialleiterin
vertriebsleiter vertriebsleiterin vertriebsleitung serviceleiter serviceleiterin serviceleitung praxismanager praxismanagerin praxisinhaber praxisinhaberin werkstattleiter niederlassungsleiter
buchhalter buchhalterin kaufmann kauffrau gesellschafter gesellschafterin einkaufsleiter it-leiter it-leiterin rektor rektorin arzt ärztin sekretär sekretärin azubi auszubildende praktikant praktikantin küchenchef hausverwalter steuerberater steuerberaterin rechtsanwalt rechtsanwältin
gerente director directora dueño dueña propietario propietaria fundador fundadora socio socia jefe jefa responsable encargado encargada
coordinador coordinadora administrador administradora asistente secretario secretaria apoderado presidente presidenta consejero consejera delegado
delegada subdirector subdirectora recepcionista
gérant gérante directeur directrice fondateur fondatrice patron patronne chef cheffe associé associée coordinateur coordinatrice
coordonnateur coordonnatrice assistant assistante secrétaire président présidente pdg dg daf dsi drh chargé chargée gestionnaire adjoint adjointe
diretor diretora dono dona proprietário proprietária sócio sócia sócio-gerente sócia-gerente chefe coordenador coordenadora responsável encarregado encarregada
supervisor supervisora analista secretária
titolare direttore direttrice responsabile amministratore amministratrice socio fondatore fondatrice capo coordinatore coordinatrice
segretario segretaria impiegato impiegata addetto addetta presidente caporeparto capoufficio
eigenaar eigenares oprichter oprichtster zaakvoerder zaakvoerster bedrijfsleider hoofd directeur directrice teamleider coördinator
coordinator leidinggevende medewerker medewerkster bestuurder praktijkmanager afdelingshoofd vestigingsmanager
`;
const TITLE_WORDS: ReadonlySet<string> = new Set(HEADS.split(/\s+/u).filter((word) => word !== ''));

/** German compounds end in what they are: "Leitstellenleiter", "Kundendienstleitung". */
const COMPOUND =
  /^\p{L}{3,}(?:leiter|leiterin|leitung|manager|managerin|inhaber|inhaberin|beauftragter?|verantwortlicher?|koordinator(?:in)?|assistenz|assistent(?:in)?|berater(?:in)?|adviseur|arzt|ärztin|sekretär(?:in)?|führer|führerin|meister(?:in)?|referent(?:in)?|chef(?:in)?|verwalter(?:in)?|leider|hoofd|beheerder|coördinator)$/iu;

/** Three letters and the shortest ending. */
const SHORTEST_COMPOUND = 7;

export function isTitleWord(word: string): boolean {
  const folded = withoutMarks(word.toLowerCase());
  return TITLE_WORDS.has(folded) || (folded.length >= SHORTEST_COMPOUND && COMPOUND.test(folded));
}

function withoutMarks(word: string): string {
  let end = word.length;
  while (end > 0 && '.,'.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}
