import { list, phrases } from '../../text/phrases.js';

/** The clause speaks of an earlier time. Matched on lower-case text with accents, where "wären" is no "waren". */
export const FORMER =
  /(?<![a-z])(?<!\p{L})(?:were(?! (?:thinking|looking|hoping|planning|talking))|wer (?:once)|was(?! (?:thinking|looking|hoping|planning|told))|used to|had|last year|last yr|years? ago|back then|back in|in the past|formerly|previously|originally|before the|waren|hatten|hatte|war|früher|damals|letztes jahr|vorher|étions|avions|était|avait|avant|autrefois|l'an dernier|l'année dernière|éramos|teníamos|eran|había|antes|el año pasado|eravamo|avevamo|erano|prima|l'anno scorso|tínhamos|eram|ano passado|hadden|had|vroeger|vorig jaar|destijds|started with|began with|angefangen mit|i did|worked (?:at|for|in)|did \d+ (?:yrs|years)|left us|laid off|let go)(?![\p{L}])/u;

/** The clause is about the present after all. */
export const FOR_NOW =
  /(?<![a-z])(?:for now|now|today|currently|at present|at the moment|to start|initially|at first|right now|derzeit|aktuell|erstmal|zunachst|momentan|pour l'instant|actuellement|de momento|por ahora|ahora|per ora|adesso|por enquanto|agora|voorlopig|nu|momenteel)(?![a-z])/;

/** The clause imagines something. */
export const HYPOTHETICAL = phrases(
  list(`
  suppose, supposing, imagine, say we, what if, if we, if you, if it, if they, in theory, hypothetically,
  si fueran, si fuesen, si fueramos, si seriamos, se fossero, se fossem, si c'etait, theoretically, lets say, let's say, one day, eventually, someday, maybe later, next year, in future,
  in the future, down the road, down the line, could grow, might grow, may grow, grow to, growing to,
  scale to, for that matter, angenommen, mal angenommen, wenn wir, falls wir, falls die, irgendwann,
  spater mal, spater vielleicht, nachstes jahr, supposons, imaginons, si nous, si on, admettons, mettons,
  plus tard, a l'avenir, l'an prochain, l'annee prochaine, supongamos, imaginemos, si fueramos,
  mas adelante, en el futuro, el ano que viene, supponiamo, mettiamo, ipotizziamo, se fossimo, in futuro,
  l'anno prossimo, suponhamos, digamos que, se fossemos, no futuro, ano que vem, stel dat, stel, als we,
  ooit, volgend jaar, in de toekomst, more next year, up to how many, how many users
`),
  '',
);

/** The number belongs to somebody else: another company, a customer, a competitor. Looked for before the number. */
export const SOMEBODY_ELSE_BEFORE = phrases(
  list(`
  competitor, competitors, rival, rivals, theirs, they have, they use, they are, they got, they run,
  theyre, they're, they hv, their team, your team, your company, your other, your biggest, my friend,
  my friends, a friend, friend of mine, sister company, parent company, mother company, sister office,
  neighbour, neighbor, my brother, my sister, my cousin, my brother-in-law, mein schwager, mein bruder, meine schwester, mein cousin, meine cousine, mein onkel, mein vater, mon frere, ma soeur, mon beau-frere, mi hermano, mi hermana, mi cunado, mi cunada, mi primo, mio fratello, mia sorella, mio cognato, meu irmao, minha irma, meu cunhado, mijn broer, mijn zus, mijn zwager, my brothers, my brother's, my wife's, another company, other company, other firm,
  colleague in, colleague at, colleague from, colleagues at, colleagues in, clients have, customers have,
  members have, client of ours, customer of ours, one of our clients, one of our customers,
  our biggest client, our client, our customer, case study, ex employer, previous employer, old job,
  last job, my last company, previous company, old company, konkurrenz, konkurrent, mitbewerber,
  wettbewerber, schwesterfirma, schwestergesellschaft, mutterkonzern, muttergesellschaft, deren,
  unser kunde, ihr kunde, nachbar, ein bekannter, ein freund, kollege bei, kollegen bei, kollegen in,
  genossen in, concurrent, concurrents, leur equipe, ils ont, ils sont, chez eux, maison mere,
  societe soeur, collegue chez, un ami, notre client, competencia, competidor, ellos tienen, ellos son,
  empresa hermana, empresa matriz, un amigo, nuestro cliente, concorrente, concorrenza, concorrenti,
  loro hanno, loro sono, casa madre, un amico, nostro cliente, concorrencia, eles tem, eles sao,
  um amigo, nosso cliente, empresa irma, concurrent, concurrentie, zij hebben, zij zijn, zusterbedrijf,
  moederbedrijf, onze klant, een vriend, we kuisen o.a, onder andere voor, o.a. voor
`),
  '',
);
/** The same, looked for after the number. */
export const SOMEBODY_ELSE_AFTER = phrases(
  list(`
  theirs, them not us, not us, not ours, on your platform, with you guys, on your system, use u guys,
  bei der konkurrenz, bei denen, nicht wir, nicht bei uns, chez eux, pas nous, pas chez nous,
  no nosotros, non noi, nao nos, niet wij, niet van ons
`),
  '',
);

/** "Corvane has 1,200", "nutribolt alone has": somebody in the third person owns what follows. */
export const THIRD_PERSON_HAS =
  /(?<![a-z])(\w+)\s(?:alone |also |already |has like |now )?(?:has|got|employs|uses|is using|runs|hat|nutzt|tiene|usa|utiliza|emploie|utilise|possede|tem|heeft|gebruikt|ha)\s(?:like |about |around |etwa |unos |environ |circa |ongeveer )?$/;
export const OWN_SUBJECT = new Set(
  'we|i|team|dept|department|desk|group|company|firm|office|crew|everyone|support|who|and|wir|ich|abteilung|firma|nous|on|equipe|service|equipo|empresa|nosotros|squadra|azienda|noi|time|equipa|gente|wij|we|afdeling|bedrijf|already|ive|weve'.split(
    '|',
  ),
);

/** The clause counts everybody in the company. */
export const WHOLE_COMPANY = phrases(
  list(`
  in the company, in the whole company, company wide, company-wide, companywide, in total at the company,
  across the company, in the group, worldwide, globally, overall headcount, total headcount,
  as a company, as a whole, on the payroll, on payroll, im unternehmen, in der firma, im konzern,
  im haus, im betrieb, belegschaft, weltweit, gesamtbelegschaft, dans l'entreprise, dans la societe,
  dans le groupe, effectif total, effectif, en la empresa, en toda la empresa, en plantilla,
  plantilla total, a nivel mundial, nell'azienda, in azienda, in tutta, nel gruppo, na empresa,
  na empresa toda, no grupo, in het bedrijf, in het hele bedrijf, wereldwijd, op de loonlijst, in dienst
`),
  '',
);

/** These people get no access. */
export const WITHOUT_ACCESS = phrases(
  list(`
  no access, ni los cuentes, no los cuentes, no cuentan, no cuentes, no van a tocar, won't touch, wont touch, don't touch, dont touch, dont get logins, don't get logins, nirgends einloggen, nicht einloggen, kriegen nur, bekommen nur, only get, never touch, gar nicht, zahlen nicht, ne comptent pas, ne s'en serviront pas, non contano, non lo toccano, nao contam, nao contes, tellen niet mee, no login, no logins, dont need, don't need, wont need, won't need, wont use, won't use,
  not using, wouldnt use, wouldn't use, dont get, don't get, not counting, without counting, excluding,
  not including, dont count, don't count, apart from, except, ohne, keinen zugang, brauchen keinen,
  nutzen es nicht, nicht mitgezahlt, n'auront pas, n'ont pas, sans compter, sans les, hors, touchent pas, sin contar,
  no necesitan, no tendran, no lo usan, no van a usar, senza contare, non hanno bisogno, non avranno,
  sem contar, nao precisam, nao vao usar, nao usam, zonder, niet meegerekend, hebben geen, krijgen geen,
  gebruiken het niet
`),
  '',
);

/** What follows is the sum. */
export const TOTAL_BEFORE =
  /(?:(?<![a-z])(?:so|total|totals|altogether|makes|make it|thats|that's|that is|in total|in all|all in all|together|sum|put down|lets say|call it|macht|also|insgesamt|zusammen|gesamt|sind dann|donc|en tout|au total|soit|ca fait|en total|total de|en conjunto|asi que|o sea|suman|in totale|in tutto|quindi|totale|fanno|ao todo|no total|entao|portanto|totaal|in totaal|dus|samen|bij elkaar|ours)|=)[\s:,=]{0,2}(?:that's |thats |its |it's |is |about |around |~|wir |sind |ca\. |etwa |nous sommes |somos |siamo |we zijn |like )?$/;
export const TOTAL_AFTER =
  /^[^.!?\n,;]{0,24}?\s?(?:all up|all told|all in|altogether|in total|total|overall|in all|insgesamt|zusammen|gesamt|en tout|au total|en total|in totale|in tutto|ao todo|no total|in totaal|samen|bij elkaar)(?![a-z])/;
/** What follows or stands around is who gets access. */
export const WITH_ACCESS = phrases(
  list(`
  would use, will use, using it, use it, would work, will work, log in, login, log into, need access,
  need a login, get access, have access, need seats, only, just, of those, of them, of which, nur, davon,
  arbeiten damit, damit arbeiten, nutzen, nutzen es, brauchen, zugriff, seuls, seulement, dont, auraient un acces,
  l'utiliseraient, utiliseraient, solo, solamente, lo usarian, usarian, lo usaremos, de ellos, soltanto,
  solo, lo userebbero, userebbero, di cui, apenas, so, vao usar, usariam, dos quais, alleen, slechts,
  waarvan, gaan het gebruiken, werken ermee, maar
`),
  '',
);
/** "only the five": those, and nobody else. */
export const ONLY_BEFORE =
  /(?<![a-z])(?:only|just|nur|seuls?|seules|seulement|solo|solamente|soltanto|apenas|so|alleen|slechts|of (?:those|them|which|whom),?|davon|dont|de ellos|di cui|dos quais|waarvan)\s(?:the |die |les |los |las |i |gli |os |as |de |about |etwa )?$/;
/** "We already have 20 seats with you", "siamo già vostri clienti con 6 postazioni". */
export const HELD_SEATS =
  /(?<![a-z])(?:on|auf) (?:the|your|dem|eurem|ihrem) (?!road|phone)[a-z]+ (?:plan|tier|tarif|paket|subscription)(?![a-z])|(?<![a-z])(?:kunde|kundin|kunden) mit \d|(?<![a-z])(?:customers?|clients?|clientes?|clienti|klant(?:en)?) (?:of yours )?(?:with|avec|con|com|met) \d|(?<![a-z])(?:already|currently|schon|bereits|derzeit|aktuell|ya|deja|gia|ja|al)(?![a-z])[^.!?\n]{0,60}(?<![a-z])(?:with you|have us|(?:a )?customers? of yours|mit euch|mit ihnen|your customers?|bei ihnen|bei euch|kunden?|kundin|chez vous|clients?|con ustedes|con vosotros|clientes|da voi|vostri clienti|convosco|com voces|vossos clientes|bij jullie|klant(?:en)?)(?![a-z])/;
/** Seats on top of those they have. */
export const ADDITIONAL = phrases(
  list(`
  new, more, extra, additional, further, another, on top, to add, adding, weitere, zusatzliche,
  zusatzlich, mehr, neue, noch, supplementaires, de plus, en plus, nouveaux, mas, adicionales, nuevas,
  nuevos, in piu, aggiuntive, aggiuntivi, altri, altre, nuovi, a mais, adicionais, novas, novos, erbij,
  bijkomende, nieuwe
`),
  '',
);

/** "we are 12", "wir wären zu 12", "seríamos 30": what follows counts the speakers. */
export const WE_ARE =
  /(?<![a-z])(?:we'?re|we r|we are|we have|we've got|we got|there'?s|there is|there are|there r|us|its|it's|its just|all|the|wir sind|wir waren|waren wir|sind wir|sind|sind es|nous sommes|nous serions|nous serons|on est|on serait|on sera|somos|seriamos|seremos|estamos|siamo|saremmo|saremo|siamo in|a gente e|a gnt e|a gente sao|we zijn|zijn we|wij zijn|we zijn met|met|team of|crew of|squad of|staff of|ein team von|team von|equipe de|equipo de|squadra di|team di|equipa de|time de|team van)\s(?:just |only |now |currently |about |around |like |zu |nur |etwa |ca\. |rund |en |em |in |a |unos |circa |met |ongeveer |en |environ |maar |zo'n )?$/;
/** "14 of us", "zu viert" is handled apart; "8 van ons". */
export const OF_US =
  /^\s?-?(?:strong|of us|of my|of our|of ourselves|von uns|d'entre nous|de nosotros|de nosotras|di noi|de nos|van ons)(?![a-z])/;
export const FOR_PRICE =
  /(?<![a-z])(?:price|pricing|prices|pirce|cost|costs|quote|quotation|offer|charge|rate|bundle|angebot|preis|preise|kosten|kostet|tarif|prix|devis|cout|precio|precios|presupuesto|coste|cuesta|prezzo|prezzi|preventivo|costo|costa|preco|orcamento|custa|prijs|offerte|kost|quanto|how much|combien|cuanto|hoeveel|wieviel|wie viel)[^.!?\n]{0,40}\s(?:for|fur|pour|para|pra|por|per|voor)\s(?:about |around |like |etwa |ca\. |unos |circa |ongeveer |environ )?$/;
