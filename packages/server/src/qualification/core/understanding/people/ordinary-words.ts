/**
 * Words that are not names although they stand where names stand: greetings, fillers, function words and the
 * usual vocabulary of such chats, in the languages we read. Lower case.
 */
const WORDS = `
cv quiet halt
meinen meinem namen robot bot grand apart
obvs obv
requirements requirement purpose request inquiry enquiry greetings quotation summary subject anfrage bedarf betreff solicitud consulta demande richiesta pedido aanvraag
blut computer
anyway anyways mate mates pal folks bro dude
zero five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen abroad booked alternatively
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig deux trois quatre cinq sept huit neuf dix onze douze vingt dos tres cuatro cinco seis siete ocho nueve diez once doce veinte tre quattro cinque sette otto nove dieci undici dodici venti dois três quatro oito dez doze vinte twee drie vijf zes zeven negen tien twaalf twintig
spring autumn winter jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun noon midnight midday fortnight quarter christmas easter
januar jänner februar märz mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag frühling frühjahr sommer herbst winter ostern weihnachten pfingsten woche wochen monat monate jahr quartal halbjahr nächste nächsten nächster nächstes kommende kommenden anfang mitte ende bald übermorgen vormittag vormittags nachmittags abends wochenende jahresende
janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver semaine mois année prochain prochaine fin début demain noël pâques
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo primavera verano otoño invierno semana mes año próximo próxima mañana navidad
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica estate autunno inverno settimana mese anno prossimo prossima domani natale pasqua
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira outono verão semana mês ano próximo
januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente zomer herfst week maand jaar volgende kerst pasen
a about absolutely account actual actually add address admin after again agent agents all almost already alright also always am an
and angry another any anybody anyone anything app appointment appointments appreciate are area around as ask asking at available aware away
back bad based basically be because been before best better between big bit book booking bookings boss bot both btw budget busy but buy buying by
call called calling can cannot cant cc certainly chat chatbot check cheap cheers clear client clients clinic close closed company
complaint confused contact correct cost costs could course currently customer customers cya
date day days dear demo depends did dies different do does dont done down drowning duh
each easy either else email employee enough even evening every everyone everything exactly excuse existing expensive
fair far fast few figure fine first five following for forget four free friday from full fun fyi
get gets getting give given glad go going gonna good got great guess guy guys
had haha half hang happy hard has hate have having he head hello help her here hes hey heya hi him his hiya hold home hope how however hows hr human
i id idea idk if ill im in info information inquiry interested into is isnt it its ive
job just k keep kind kinda know
large last late later least let lets like list little live lmao logged lol long look looking lost lot lots love lovely
mail main make man manager many march may maybe me mean meeting message messages might mine minute mobile monday month monthly months more morning most mostly much multiple must my myself
name named nah near need needed needs neither never new next nice night no nobody none nope nor normal not nothing now nr number numbers
bye goodbye good-bye bye-bye party family group vegetarian obviously of off oh ah um uh hmm should office ok okay old on once one ones only open operator or order other our ours out over overview own
people per perfect perhaps person phone pissed place plan please pleased pleasure pls plus ppl present pretty price prices pricing private probably problem product proper purely put
question questions quick quite quote
rather re read ready real really reception reason refuse regarding reps representative responsible retired right running
said sales same saturday saw say says see seem send sent seriously service shall she shop short should show sick sir small so software some somebody someone something soon sorry sort speak speaking spelled staff started starting still stop stressed stuff such suggest sunday support sure
talk talking team teams tell text than thank thanks that thats the their them then there these they thing think thinking third this those though thought three through thursday thx ticket tickets till time times tired to today together told tomorrow tonight too totally trial trouble true trying tuesday two ty typo tysm
u unhappy unsure until up upset ur urgent us use used user users using usually
very via visitor
wait waiting wanna want wanted was way we website wednesday week weekly weeks well went were what whatever when where whether which while who whole why will wish with within without wondering work workers working works would wow writing wrong wtf
yea yeah year years yep yes yesterday yet yo you your yours yup
relieved skeptical sceptical curious impressed convinced annoyed frustrated disappointed furious desperate worried afraid anxious nervous
excited thrilled delighted satisfied dissatisfied fed overwhelmed swamped slammed stuck away young brilliant awesome amazing terrible horrible awful serious joking kidding
cool neat vegan vegetarian coeliac intolerant allergic silly crazy stupid ridiculous weird funny easy simple complicated secret anonymous dinner lunch breakfast brunch fuck fucking shit cunt bitch asshole bastard idiot moron crap damn kunde kundin kunden übrigens eigentlich nämlich
polite honest blunt grateful thankful sad mad cross bored lazy alone single married unemployed remote american canadian mexican irish scottish welsh polish
swedish norwegian danish finnish greek turkish chinese japanese korean vietnamese thai nigerian kenyan ghanaian egyptian brazilian argentinian colombian chilean peruvian
belgian austrian swiss hungarian romanian bulgarian croatian serbian ukrainian russian czech slovak israeli saudi pakistani filipino malaysian indonesian
student students researcher journalist parent patient guest buyers sellers owners tenants users shoppers visitors drivers clients parents patients guests
english german french spanish dutch italian portuguese european american british australian indian january february april june july august september october november december
monday's today's weekend founder owner coordinator coordinators consultants drivers nurses teachers students
aber alle alles als also am an auch auf aus bei bin bis bitte da dafür danke dann das dass dein dem den der des die dies diese doch dort du durch ein eine einem einen einer eines er erst es etwa etwas euch euer für ganz gar geht gerne genau gern gibt grüezi grüß gruß grüße guten gute habe haben hallo hat herr frau hier hoi ich ihm ihn ihnen ihr ihre im immer in ist ja jetzt kann kein keine können leider mal man mehr mein meine mit mittag moin moment morgen muss möchte möchten darf dürfen nach nachmittag name nein nicht nichts noch nur oder ohne passt prima richtig schon sehr sein seit servus sich sie sind so sollte sonst super tag tage über um und uns unser unsere viel vielen von vor wann war warum was weg wegen weiß wenn wer werden wie wieder will wir wird wo wollen würde zu zum zur zusammen ach abend
adiós ahora algo alguien alguno allí antes apenas aquí así aún aunque bien buenas bueno buenos cada casi como cómo con contacto correo cosa creo cual cuál cuando cuánto cuántos dale de del desde después día días dice digo dónde el ella ellos en encantado entonces era eres es esa ese eso esta está estamos estas este esto estos estoy fue gracias ha hace hasta hay hola hoy igual ir la las le les lo los luego más me mejor mi mis momento mucho mucha muchas muy nada nadie necesito necesitamos ni no nombre nos nosotros nuestra nuestro o oiga ojalá oye para pero perdón perfecto poco podría por porque pues que qué queremos quería quien quiero quisiera saludos se señor señora ser si sí siempre sin sobre solo sólo somos soy su sus también tampoco tan tarde tardes te tenemos tener tengo tiene tienen toda todo todos trabajo tu un una unas uno unos usted ustedes va vale vamos ver y ya yo
alors après assez au aucun aussi autre aux avant avec avez avoir avons beaucoup bien bientôt bon bonjour bonne bonsoir bref ça car ce cela celle celui ces cet cette chez comme comment contre d'accord dans de des désolé deux dire dois donc du elle elles en encore enfin entre es est et êtes être eu fait faut grâce il ils j'ai jamais je jour journée juste l la le les leur lui là ma madame mademoiselle mais même merci mes mesdames messieurs mieux moi moins mon monsieur ne ni nom non nos notre nous nouveau on ont ou où oui par parce parfait pas peu peut plus plutôt pour pourquoi pouvez près puis qu'il quand que quel quelle quelque qui quoi rien s'il sa salut sans se sera ses si soir sommes son sont suis sur ta tant tard te tel toi ton toujours tous tout toute toutes très trop tu un une unique va vais vers veux voici voilà vos votre vous vraiment y
agora aí ainda algo alguém algum além ali amanhã antes ao aos apenas aqui as assim até bem boa boas bom cada certo claro com como contato da das de depois desculpe deste dia do dos e é ela ele eles em então era essa esse esta está estamos estão estou eu falar faz favor foi fora gente gostaria gostaríamos hoje há isso isto já lá lhe logo mais mas me mesmo meu meus minha minhas muito na nada nao não nas nem nenhum no noite nome nos nós nossa nosso num numa nunca o obrigada obrigado oi oie olá onde opa os ou outra outro para pela pelo perfeito pode pois por porque pouco pra prazer preciso precisamos qual quando quanto quantos que quem quer quero se sei sem sempre senhor senhora ser seu seus sim só sobre somos sou sua suas também tarde te tem temos tenho ter toda todo todos tudo um uma uns vai vamos vc vcs você vocês blz valeu
adesso allora altro anche ancora anni bene bisogno buon buona buongiorno buonasera c'è che chi ci ciao cioè circa col come con così cosa cui da dal dalla dei del della delle di dopo dove due e è ecco ed era ero fa fare fino forse fra già gli grazie ho i il in insieme io la le lei li lo loro lui ma mai me meglio mi mia mie miei mio molto ne negli nel nella nessuno niente no noi nome non nostra nostro o oggi ogni ok oltre oppure ora per perché perfetto però più poco poi posso prego prima proprio pure qua quale quando quanti quanto quello questa questo qui quindi salve sarebbe scusi se sei sempre senza si sì siamo siete signor signora signore sono sta stiamo su sua subito suo tanto te ti tra troppo tu tutti tutto un una uno va vedere veramente vi voi volevo vorrei vorremmo zu
aan al alleen alles als altijd bedankt ben bent bij bijna binnen dag dan dank dankjewel dat de deze die dit doen doei dus een eens eerst en er ergens even gaan gaat geen goed goede goedemiddag goedemorgen goedenavond graag haar had hallo heb hebben heel heeft hem het hier hij hoe hoi hun ik in is ja jammer je jij jou jouw jullie kan kom kunnen liever maar me mee meer mensen met mevrouw mij mijn misschien moet moeten morgen na naam naar nee net niet niets nog nu of om omdat ons onze ook op over prima sinds sorry straks te tegen toch toen tot u uit uw van vanaf vandaag veel via voor vraag waar waarom wat we weer weg wel welke werk wie wij wil willen word worden zaak ze zeer zelf zich zij zijn zo zonder zou
`;

/** Words of one language that are first names in others. */
const NAMES = new Set('ben dan nur mia mai sol ana jan lou ida'.split(' '));

const ORDINARY: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/u).filter((word) => word !== '' && !NAMES.has(word)),
);

export function isOrdinaryWord(word: string): boolean {
  const folded = word
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/[.']+$/u, '');
  return ORDINARY.has(folded) || ORDINARY.has(folded.replace("'", ''));
}

const FIRST_NAMES_TOO = new Set(
  'sem will may april june august summer autumn easter mai juli julio mars octavia winter mark bill rose grace hope faith joy frank guy art dawn rich drew pat summer autumn eve chase'.split(
    ' ',
  ),
);

/** True for an ordinary word that is a usual first name as well. */
export function isAlsoFirstName(word: string): boolean {
  return FIRST_NAMES_TOO.has(word.toLowerCase());
}
