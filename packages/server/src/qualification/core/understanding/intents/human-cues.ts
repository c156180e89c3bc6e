import { anyOf } from '../text/phrases.js';

/** Words with which visitors ask for a human being, beyond the plain ones of `contact-cues.ts`. Folded. */

const KIND =
  '(?:an? |the |some |any |one of |your |you guys |real |actual |live |human |proper |normal |different |other |senior |competent |responsible |physical |friendly |fucking |damn |sales |support |service |customer |technical |account |the right |right ){0,4}';
const WHO = `${KIND}(?:human(?: being)?s?|persons?|people(?= (?:there|please|pls|in charge|who (?:can|could|know)))|agents?|assistants?|representatives?|reps?|operators?|colleagues?|employees?|advisors?|advisers?|consultants?|managers?|boss|supervisors?|team member|member of staff|sales ?(?:people|guys?|person)|some ?one|some ?body|any ?one|any ?body|somn?e?one|staff|specialist|expert|customer (?:service|support|care)|helpdesk|support team|sales team|sales|support|your team|your office|decision maker)(?: else)?`;
const TOUCH =
  '(?:contact(?:ing)?|reach(?:ing)?(?: out to)?|get(?:ting)? (?:a ?hold of|hold of|in touch with|in contact with|through to|on the (?:phone|line) with)|hear(?:ing)? (?:back )?from|call(?:ing)?|ring(?:ing)?|phone|phoning|meet(?:ing)?|be (?:connected|transferred|passed|put through|forwarded|escalated) to|t[ao]l[kl]+i?n?g? (?:direct(?:ly)? )?(?:w/|with|wth|to|2)|sp[ea]+k(?:ing|ign)?(?: (?:direct(?:ly)?|over the phone|on the phone))? (?:w/|with|wth|to|2)|cha[ty]t?(?:ing|in)?(?: (?:direct(?:ly)?|live))? (?:w/|with|wth|wirh|to|2))';
const TELEPHONE = '(?:call|ring|phone|speak to|speak with|talk to|talk with|reach|contact|ask|dial)';

const ENGLISH = anyOf([
  `(?:can|could|may|might|how (?:do|can|could|to)|like|want|wanna|need|help|assist(?:ance)?|try(?:ing)?|got|have|rather|prefer|let me|please|pls|possible|able|ready|know)(?: \\w+){0,7} (?:to )?${TOUCH} ${WHO}`,
  `^\\W{0,3}(?:hi|hello|hey|ok|please|so)?[\\s,.!]{0,3}${TOUCH} ${WHO}`,
  `(?:is|are) (?:there )?(?:any ?one|any ?body|some ?one|some ?body|an? (?:person|human|agent|rep|number|phone ?number|phone|line|hotline|helpline|real person)|any (?:number|phone ?number|human|person|agent)) (?:here |there |at \\w+ |that |who |whom |with whom |in \\w+ )*(?:i|we|u) (?:can|could|may|might) (?:actually |just |please |maybe )?${TELEPHONE}`,
  `(?:who|whom|which person) (?:do|can|could|should|would|may|might|must) (?:i|we) (?:need to |have to |best |please )?(?:${TELEPHONE}|turn to|write to)`,
  "(?:what'?s|what is|give me|send me|do you have|do u have|have you got|is there|need|where is|where'?s) (?:the |your |ur |a |an |any )?(?:direct )?(?:phone|telephone|contact|support|sales|hotline|customer service) (?:number|line|nr|no)",
  '(?:get|give|fetch|bring|find|pass|hand) me (?:over to |to )?(?:your |the |a |an )?(?:manager|boss|supervisor|superior|sales|support|team lead|ceo|owner|human|person|agent|colleague|rep|one of your)',
  "(?:i want|i need|i demand|where is|where'?s) (?:to (?:see|speak to|talk to) )?(?:your|the|a) (?:manager|boss|supervisor|superior)",
  '(?:manager|supervisor|human|person|operator|agent|sales|representative),? (?:please|pls|plz|now)$',
  '(?:call|ring|phone) (?:me|us)(?: up)? (?:back|up|on|at|in the|this|tonight|later|when|after|before|between|tmrw|tmr|soon|once|next|monday|tuesday|wednesday|thursday|friday|instead|around|\\d)',
  '(?:give|drop) (?:me|us) a (?:call|ring|bell|buzz|tinkle|shout)',
  '(?:get|give|want|need|like|request|requesting|arrange|book|schedule|organi[sz]e|expect|offer|for) (?:me |us )?(?:an? |your )?(?:call ?back|phone call|return call)(?! (?:requests?|queue|tool|list|feature|system|widget|function))',
  '(?:can|could|may|shall|should) (?:we|i|you|u) (?:please |maybe |just |pls )?(?:have|do|get|arrange|set up|jump on|hop on|get on) (?:an? |the )?(?:quick |short |brief |phone |video |15 min )?call',
  '(?:put|patch|get) (?:me|us) (?:straight |right )?through|(?:connect|transfer|redirect|forward|escalate|hand|switch) (?:me|us|this(?: chat| case| conversation)?|my (?:case|request|chat|issue))(?: over| off| on| up| through)?(?: (?:please|pls|now|asap)|(?: to| with) (?:an? |the |your |some |any )?(?:\\w+ )?(?:human|person|agent|rep|some ?one|some ?body|any ?one|manager|operator|supervisor|department|colleague|sales|support|team|boss)\\w*)?(?=[.!?,]|$| (?:please|pls|now|asap|who|that))',
  '(?:get|find|send|have|let|ask) (?:me )?(?:some ?one|some ?body)(?: else)? (?:to|who|that|on the|from|else|real|human)',
  '(?:can|could|will|would|may) (?:please )?(?:some ?one|some ?body|any ?one|any ?body)(?: else)? (?:from \\w+(?: \\w+)? )?(?:please |pls |kindly |else )?(?:call|ring|phone|contact|get back to|talk to|speak (?:to|with)|get in touch|reach out|take (?:a look|over)|step in|chat with|assist me|help me out)',
  '(?:some ?one|some ?body|any ?one) (?:real|human|alive|else on the line|who is not a (?:bot|robot|machine)|who can actually|at your end|in your (?:office|team|company) (?:i|we|to))',
  "(?:i (?:hate|don'?t like|dislike|can'?t stand|don'?t trust|refuse to use)|(?:stop|enough|sick|tired) (?:with|of|the|this)) (?:talking to |chatting with |these |this |the |chat)?(?:bots?|robots?|chatbots?|machines?|automated)",
  "(?:don'?t|do not|not|dont|wont|won'?t)(?: \\w+){0,5} (?:with|to) (?:an? |the |this )?(?:bot|robot|machine|computer|chatbot|ai|automat\\w*)",
  '(?:over|on|by) the (?:phone|telephone) (?:please|pls|instead|with)|(?:speak|talk|discuss this|discuss it|explain it|explain this) (?:over|on|by) (?:the )?(?:phone|telephone)',
  '(?:is|are) there (?:an? |any )(?:\\w+ )?(?:person|rep|representative|agent|colleague|advis[eo]r|consultant|salesperson|expert)s? (?:around|here|available|online|free|on duty)(?! (?:for (?:hire|rent)|to (?:hire|rent)))',
  'that i can (?:actually )?(?:speak|talk) (?:to|with)|take over from (?:the|this) bot|stop(?:,)? (?:give|get) me',
]);

const GERMAN_WHO =
  '(?:jemand(?:em|en|es)?|einem|einer|mensch(?:en)?|person|mitarbeiter(?:in|n)?|mitarbeitenden|kolleg(?:e|en|in)|berater(?:in)?|ansprechpartner(?:in)?|ansprechperson|vertrieb(?:ler)?|verkauf(?:er)?|chef(?:in)?|vorgesetzten?|kundendienst|kundenservice|support|zustandigen?|verantwortlichen?|techniker|experten|fachmann|leiter(?:in)?|geschaftsfuhrer|team|euch|ihnen)';
/** Somebody who is asked for by name of their work alone, and no part of a longer word. */
const GERMAN_SOMEBODY =
  '(?:jemand(?:en)?|wen|einen menschen|eine person|(?:einen|eine|ihren|ihre|den|die) (?:mitarbeiter(?:in)?|kollegen|kollegin|berater(?:in)?|ansprechpartner(?:in)?|chef(?:in)?|vorgesetzten?))(?![\\w-])';
const GERMAN = anyOf([
  `(?:geben|gebt|gib|holen|holt|hol|schicken|schickt|schick)(?: sie| ihr| du)? (?:mir|uns) (?:bitte |doch |mal |gerne? |kurz |da )*${GERMAN_SOMEBODY}`,
  `(?:mir|uns) (?:bitte |doch |mal |gerne? |kurz |da )*${GERMAN_SOMEBODY}(?: \\w+){0,4} (?:geben|holen|schicken|vermitteln)(?![a-z])`,
  `(?:mit|zu|an) (?:\\w+ ){0,3}${GERMAN_WHO}(?: \\w+){0,6} (?:zu )?(?:sprechen|reden|chatten|telefonieren|schreiben|besprechen|unterhalten|verbinden|verbunden|weiterleiten|weitergeben|ubergeben|gesprochen|durchstellen|durchgestellt)`,
  `(?:sprechen|spreche|sprech|reden|rede|telefonieren|telefoniere|chatten)(?: \\w+){0,5} mit (?:\\w+ ){0,3}${GERMAN_WHO}`,
  '(?:kann|konnte|darf|wurde|mochte|will) (?:ich|wir)(?: \\w+){0,4} (?:jemand(?:en)?|einen menschen|einen kollegen|eine kollegin|einen mitarbeiter|ihren chef|die chefin|den chef|den vertrieb)(?: \\w+){0,4} (?:sprechen|anrufen|erreichen|haben|fragen|kontaktieren)',
  '(?:wen|wem|wer|mit wem|an wen|bei wem) (?:kann|konnen|konnte|muss|darf|soll|wo)(?: \\w+){0,4} (?:anrufen|sprechen|reden|wenden|melden|fragen|kontaktieren|erreichen|telefonieren)',
  'wer ist (?:bei (?:ihnen|euch) )?(?:mein|unser|der|die|da|hier|dafur) (?:\\w+ )?(?:ansprechpartner(?:in)?|zustandig(?:e)?)',
  '(?:verbinden sie|verbinde|verbindet|verbind|durchstellen|stellen sie|stell|stellt|weiterleiten|leiten sie|leitet) (?:mich|uns)|(?:mich|uns) (?:bitte |doch |mal |gerne? )*(?:zu |an |mit )?(?:\\w+ ){0,4}(?:durchstellen|weiterverbinden|verbinden|verbindet|durchgestellt)|durchstellen (?:bitte|lassen)',
  '(?:um|einen|bitte|mit) (?:\\w+ )?ruckruf|ruckruf (?:bitte|erbeten|gewunscht|erwunscht|unter|an|auf|morgen|heute|ware)|(?:mich|uns) (?:\\w+ ){0,5}(?:zuruckrufen|zuruckruft|anrufen(?! konnen| lassen)|anruft|kontaktieren)|ruf(?:en sie|t|e)? (?:mich|uns)|klingel(?:n sie|t)? (?:mal )?durch|bitte anrufen|anruf (?:bitte|erbeten)',
  '(?:kann|konnte|mag|mochte|soll|kannst du|konnen sie|konnt ihr) (?:sich )?(?:bitte |da |mal |sich |nicht )*(?:jemand|wer|einer|ein mensch|ein kollege|eine kollegin|ihr chef)(?: \\w+){0,6} (?:melden|anrufen|anruft|zuruckrufen|helfen|ubernehmen|kontaktieren|sprechen)',
  '(?:jemand(?:en|em)?|wen|was) (?:echtes?|echten|echter|richtiges?|richtigen|menschliche[sn]?|lebendige[sn]?|aus fleisch)|(?:echter|echten|echte|richtiger|richtigen|lebendige[rn]?) (?:mensch(?:en)?|mitarbeiter|person|ansprechpartner|menschlicher)|menschliche[nr]? (?:ansprechpartner|berater|mitarbeiter|hilfe|unterstutzung|kontakt|gegenuber)',
  "(?:ist|sitzt|gibt(?:'s| es)?|arbeitet) (?:da |hier |bei (?:ihnen|euch) |dort )*(?:auch |noch |irgend ?)*(?:jemand|wer|wen|ein mensch|einen menschen|eine person|einen ansprechpartner)(?:[, ]+\\w+){0,7} (?:sprechen|anrufen|reden|erreichen|erreichbar|telefonieren|fragen|kann|weiterhilft)",
  '(?:unter welcher|ihre|eure|eine|deine) (?:telefon ?nummer|rufnummer|hotline|service ?nummer)(?! (?:ist|lautet|geben|angeben|brauchen))|die (?:telefon ?nummer|rufnummer|service ?nummer)(?! (?:ist|lautet|geben|angeben|brauchen))|(?:habt ihr|haben sie|gibt es) (?:auch )?(?:eine |ne |ein )?(?:telefon ?nummer|rufnummer|hotline|telefon)|telefonisch (?:erreich\\w+|sprech\\w+|besprech\\w+|klaren|kontakt\\w*|abklaren)',
  '(?:ihren|euren|deinen|den) (?:chef|vorgesetzten|geschaftsfuhrer|manager|teamleiter) (?:\\w+ )?(?:sprechen|haben|bitte)|(?:nicht|keine lust|kein bock)(?: \\w+){0,5} (?:mit|auf) (?:\\w+ )?(?:bot|bots|roboter|maschine|computer|chatbot|automat|ki)',
  'melden sie sich (?:bitte )?(?:bei (?:mir|uns)|telefonisch)|meldet euch (?:bitte )?(?:bei (?:mir|uns)|telefonisch)|(?:bitte |gerne? )?(?:um )?(?:telefonischen? )kontakt|personlich (?:sprechen|reden|beraten)|personliche[sn]? (?:gesprach|beratung|ansprechpartner)',
]);

const FRENCH_WHO =
  "(?:quelqu'un|(?:une? |le |la |votre |vos |un de vos |l'un de vos |une de vos )(?:vraie? |autre |veritable )?(?:personne|humain|etre humain|conseillere?|agent|commerciale?|responsable|technicien(?:ne)?|interlocuteur|collegue|collaborateur|superieur|manager|patron|chef|directeur|service (?:client|commercial|clientele)|support|equipe|standard|operateur|operatrice|vendeur))";
const FRENCH = anyOf([
  `(?:parler|discuter|echanger|causer|communiquer|converser|dialoguer|m'entretenir|telephoner|parle)(?: \\w+){0,2} (?:a|avec) ${FRENCH_WHO}`,
  `(?:joindre|contacter|appeler|avoir|rencontrer|voir) (?:au telephone |directement |par telephone )?${FRENCH_WHO}`,
  '(?:passez|passe|mettez|transferez|transfere|connectez|redirigez|branchez)[- ](?:moi|nous)|mis(?:e|es)? en (?:relation|contact|communication) avec|mettre en (?:relation|contact|communication)|transferer (?:a|vers)',
  "(?:qui|a qui) (?:puis-je|peut-on|pouvons-nous|dois-je|est-ce que je (?:peux|dois)|je peux|faut-il|on peut)(?: \\w+){0,2} (?:appeler|contacter|parler|joindre|m'adresser|adresser|demander)|a qui (?:m'adresser|parler|dois-je)",
  "y a[- ]?(?:-t-)?il (?:quelqu'un|une personne|un numero|un humain)|il y a quelqu'un (?:a qui|que|qui)|(?:un|votre|quel est le|quel est votre|avez-vous un) numero (?:de telephone |direct )?(?:ou|pour|auquel|a appeler|que je|du service|de telephone$|de telephone\\W)",
  "(?:etre|me faire|nous faire) (?:rappele|recontacte|appele|rappeler|recontacter)(?:e|es|s)?|(?:demande de|un|votre) rappel|(?:pouvez|pourriez|peux|pourrais|peut|pourrait)[- ](?:vous|tu|on|quelqu'un)? ?(?:\\w+ ){0,2}(?:m'|me |nous )(?:appeler|rappeler|contacter|telephoner)|(?:qu'on|que quelqu'un|que vous) (?:me|m'|nous) ?(?:rappel\\w+|appel\\w+|contact\\w+)|joignable par telephone",
  "(?:pas|plus|marre)(?: \\w+){0,4} (?:a|avec|d'|de|des|aux) ?(?:une? |les? |cette )?(?:robots?|machine|bots?|chatbot|ordinateur|repondeur)|quelqu'un de (?:reel|vivant|vrai|humain|competent)|contact humain|assistance humaine|humain,? (?:svp|s'il vous plait|please)|de vive voix",
]);

const SPANISH_WHO =
  '(?:alguien|(?:una? |el |la |algun |alguna |su |tu |un |vuestro |otra |otro )(?:verdadera? )?(?:persona|humano|ser humano|agente|asesora?|comercial|responsable|operadora?|encargad[oa]|gerente|supervisora?|jefe|jefa|ejecutiv[oa]|tecnico|representante|companer[oa]|equipo|vendedora?)|atencion al cliente|servicio al cliente|soporte|ventas)';
const SPANISH = anyOf([
  `(?:hablar|charlar|conversar|contactar|comunicar(?:me|nos)?|chatear|hablo|platicar|tratar)(?: \\w+){0,2} (?:con|a) ${SPANISH_WHO}`,
  '(?:pon(?:ga|game|me|gan|ganme)|pas(?:e|eme|ame|enme|a|en)|comuni(?:que|queme|came|quenme)|transf(?:iera|ierame|iereme|erir)|conect(?:e|eme|ame)|deriv(?:e|eme|ar)me?)(?: \\w+)? (?:con|a) |me (?:pasa|pasas|pasan|pones|pone|comunica|comunicas|puede[ns]? (?:pasar|poner|comunicar|transferir)) (?:con|a) ',
  '(?:con quien|a quien|quien) (?:puedo|podria|podemos|debo|tengo que|hablo)(?: \\w+)? ?(?:hablar|llamar|dirigirme|contactar|preguntar)?|hay alguien (?:con quien|que|a quien|ahi|al)|(?:algun|un|su|el) (?:numero|telefono)(?: de telefono| de contacto)? (?:al que|donde|para|a donde)',
  '(?:me|nos) (?:pued[ae]n?|puedes|podrian?|podeis) (?:llamar|telefonear|contactar|devolver)|(?:puede[ns]?|podrian?|podeis) (?:llamar|telefonear|contactar)(?:me|nos)|devuel(?:van|va)(?:me|nos)? la llamada|que (?:me|nos) (?:devuelvan|contacten|contacte|marquen|llame[ns]?)|(?:llamada|me marcan|marqueme|marquenme|llamadme|llamadnos|llamanos|llamennos)(?: de vuelta| por favor|$)|quiero que me llam\\w+',
  '(?:persona|alguien|humano|agente|asesor)(?: \\w+)? (?:real|de verdad|de carne|vivo|por favor)|(?:su|el|tu|con el|con su) (?:gerente|supervisor|jefe) (?:por favor)?|atencion (?:humana|personal|telefonica)|(?:no|harto)(?: \\w+){0,4} (?:con|de) (?:un |una |este |esta |el |los )?(?:robots?|maquinas?|bots?|chatbot)',
]);

const ITALIAN_WHO =
  "(?:qualcuno|(?:una? |il |la |lo |un |un'|il vostro |la vostra |un vostro |una vostra |uno dei vostri |l'|altra |vostro )(?:vera? )?(?:persona|umano|essere umano|operatore|operatrice|consulente|collega|responsabile|commerciale|addett[oa]|tecnico|referente|agente|capo|superiore|supervisore|ufficio (?:vendite|commerciale)|assistenza|incaricato|impiegat[oa])|assistenza clienti|servizio clienti)";
const ITALIAN = anyOf([
  `(?:parlare|parlo|chattare|sentire|contattare|interagire|conferire|comunicare|chiamare|avere)(?: \\w+){0,2} ?(?:con |a )?${ITALIAN_WHO}`,
  '(?:passatemi|mi passi|mi passa|mi passate|mi metta|mettetemi|mi mettete|mi mette|mi colleghi|trasferitemi|mi trasferisca|inoltratemi)(?= |$)|mett\\w+ in (?:contatto|comunicazione)',
  "(?:con chi|a chi|chi) (?:posso|potrei|possiamo|devo|dovrei)(?: \\w+)? (?:parlare|chiamare|rivolgermi|rivolgerci|contattare|sentire|chiedere)|c'e (?:qualcuno|una persona|un numero)(?: \\w+){0,3} (?:parlare|chiamare|telefon\\w+|posso|risponde|puo)|(?:un|il|vostro|quale) numero (?:da chiamare|di telefono|a cui|dove|per)",
  '(?:essere|venire|farmi|farci) (?:ri)?(?:contattat[oaie]|chiamat[oaie]|contattare|chiamare|telefonare)|(?:mi|ci) (?:potete|puo|potreste|puoi|potrebbe) (?:ri)?(?:chiamare|contattare|telefonare)|(?:richiam|chiam|contatt|telefon)at(?:emi|eci)|(?:potete|puo|potreste|puoi) (?:ri)?(?:chiamar|contattar|telefonar)(?:mi|ci)|mi (?:ri)?(?:contatti|contattate|telefoni)|una (?:ri)?chiamata|essere ricontattat\\w',
  '(?:non|basta|stanc\\w)(?: \\w+){0,4} (?:con|di|a) (?:un |una |il |questo |questi |dei )?(?:robot|bot|macchin[ae]|chatbot)|(?:persona|operatore|qualcuno|umano) (?:in carne|ver[oa]|reale|umano|per favore|di reale|di umano)|assistenza umana|operatore umano',
]);

const PORTUGUESE_WHO =
  '(?:alguem|(?:uma? |o |a |algum |alguma |o vosso |a vossa |seu |sua |outra |um de voces |um dos vossos )(?:verdadeir[oa] )?(?:pessoa|humano|ser humano|atendente|consultora?|responsavel|comercial|vendedora?|gerente|supervisora?|chefe|operadora?|assistente|colega|tecnico|agente|representante|gestora?|equipe|equipa|especialista)|suporte humano|apoio ao cliente|atendimento humano)';
const PORTUGUESE = anyOf([
  `(?:falar|conversar|contactar|contatar|tratar|teclar|falo|comunicar)(?: \\w+){0,2} ?(?:com |a )?${PORTUGUESE_WHO}`,
  '(?:passe|passem|passa|ponha|transfira|transfere|transfiram|coloque|direcione|encaminhe)(?:-me| me| a chamada| eu)?(?: \\w+)? (?:a|para|pra|pro|com|ao|em contato|em contacto)(?= |$)|me (?:passa|passe|transfere|transfira|coloca|conecta|encaminha) (?:para|pra|pro|com|a|ao|em)',
  '(?:com quem|para quem|pra quem|quem) (?:posso|eu posso|podemos|devo|falo|eu falo)(?: \\w+)? ?(?:falar|ligar|contactar|contatar|tratar)?|(?:tem|ha|existe) (?:alguem|uma pessoa|um numero|algum numero)(?: \\w+){0,4} (?:falar|ligar|atend\\w+|ai|ajud\\w+|telefone)|(?:qual|um|vosso|seu|algum) (?:e o )?(?:numero|telefone)(?: de telefone| de contacto| de contato)? (?:para|pra|onde|a que|de voces|que eu)',
  '(?:podem|pode|poderiam|podiam|podia|da pra) (?:me |nos )?(?:ligar|telefonar|contactar|contatar|retornar)(?:-me|-nos)?|(?:liguem|ligue|telefone|telefonem|retornem|contactem|contatem)(?:-me|-nos| me| nos)|me (?:retorne|retornem|retorna|telefon\\w+|da uma ligada)|retorno (?:telefonico|por telefone|de chamada)|uma (?:ligacao|chamada) (?:de volta|por favor|de voces|vossa)|quero (?:ser atendid[oa]|que me liguem)|que alguem me',
  '(?:nao|farto|farta|cansad[oa])(?: \\w+){0,4} (?:com|de) (?:um |uma |esse |este |essa )?(?:robos?|robot|robots|bots?|maquinas?|chatbot)|(?:pessoa|alguem|atendente|humano)(?: \\w+)? (?:real|de verdade|de vdd|de carne|humano|humana|por favor)|atendimento (?:humano|pessoal)',
]);

const DUTCH_WHO =
  '(?:iemand|(?:een |de |uw |jullie |je |een van (?:jullie|uw) |mijn )(?:echte? |levende? |andere? |menselijke )?(?:mens|persoon|medewerk(?:er|ster)|collega|adviseur|manager|chef|baas|leidinggevende|verkoper|agent|contactpersoon|klantenservice|helpdesk|verkoopteam|supportteam|specialist|menselijke medewerker)|klantenservice|verkoop|mensen?)';
const DUTCH = anyOf([
  `(?:met|tegen) ${DUTCH_WHO}(?: \\w+){0,5} (?:te )?(?:spreken|praten|bellen|chatten|overleggen|gesproken)|(?:spreken|praten|spreek|praat|chatten|overleggen)(?: \\w+){0,3} met ${DUTCH_WHO}|(?:kan|mag|wil|zou|kunnen)(?: \\w+){0,4} ${DUTCH_WHO}(?: \\w+){0,3} (?:spreken|bellen|bereiken|krijgen)`,
  '(?:doorverbinden|verbind (?:me|mij|ons)|verbindt u (?:me|mij)|doorgeschakeld|doorgeven aan een|zet me door)',
  '(?:wie|met wie|bij wie|wie o wie) (?:kan|mag|moet|kunnen)(?: \\w+){0,3} (?:bellen|spreken|terecht|contacteren|bereiken|praten|aanspreken)|is er (?:iemand|een mens|een nummer)(?: \\w+){0,5} (?:bellen|spreken|bereikbaar|praten|helpen|kan)|(?:jullie|uw|een|het|welk) telefoonnummer(?! is)|(?:hebben jullie|heeft u|is er) (?:een )?(?:telefoonnummer|nummer)',
  '(?:kunnen|kan|kunt|willen|wilt|zou|zouden)(?: \\w+){0,3} (?:me|mij|ons)(?: \\w+){0,3} (?:terug ?)?(?:bellen|contacteren|opbellen)|(?:graag|liever|wil|word|worden)(?: \\w+){0,3} (?:terug)?gebeld|bel(?:t u|len jullie)? (?:me|mij|ons)|(?:een )?belletje (?:krijgen|graag)|terugbelverzoek|graag (?:een )?telefoontje|telefonisch (?:contact|overleg|bespreken)',
  '(?:niet|geen zin)(?: \\w+){0,4} (?:met|tegen) (?:een |die |deze )?(?:robot|bot|computer|machine|chatbot)|(?:mens|persoon|iemand|medewerker)(?: \\w+)? (?:van vlees|aub|alstublieft|graag)|menselijk contact|echt iemand|iemand echt',
]);

/** "Somebody who helps me instead of the machine", whichever way it is put. */
const INSTEAD_OF_MACHINE = anyOf([
  "(?:someone|somebody|person|human|salesperson|jemand(?:en|em)?|mensch(?:en)?|quelqu'un|personne|alguien|persona|senorita|joven|qualcuno|persona|alguem|pessoa|iemand|mens|gesprek|gesprach|conversation)(?: \\w+){0,6} (?:instead of|rather than|statt|anstatt|au lieu d[eu]|plutot qu[e']|en lugar de|en vez de|invece di|invece de[l]|em vez d[eoa]|in plaats van|dan) (?:(?:an? |this |the |dem |der |einem |einer |diesem |la |el |un |una |une |o |os |uma |het |dit |deze |een |cette |questo |questa ))*(?:bots?|machines?|robots?|chatbot|computer|automat(?:en)?|maschine|maquina|macchina|robo|getyp|typing)",
  '(?:one of your (?:people|colleagues|team|staff)|a colleague of yours|(?:someone|somebody) (?:from|on) (?:your|ur) (?:\\w+ )?(?:team|side)|one of your own)(?: \\w+){0,5} (?:ring|call|phone|talk|speak|sit down|get back|on the phone|on a call|explain)|(?:conversation|talk|chat|word) with one of (?:your|ur) \\w+|atender(?:me|nos)? (?:una|alguna) persona',
  '(?:fetch|find|bring|get) (?:me )?(?:some(?:body|one)|a person|a human|anyone)(?: \\w+){0,3} (?:to talk|to speak|i can)',
  'iemand van (?:\\w+ )?(?:verkoop|support|het team|klantenservice)(?: \\w+){0,4} (?:meekijken|bellen|helpen|spreken|meedenken)|echt gesprek',
]);

/** More ways of asking for a person, each with the languages that use it; an unknown language is tried with all. */
export const INDIRECT_REQUESTS: readonly RegExp[] = [
  INSTEAD_OF_MACHINE,
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
];

/** Who talks to a person here is somebody else: "our customers want to speak to an agent". */
export const THEIR_TALK =
  /(?<![a-z])(?:customers?|clients?|patients?|users?|visitors?|guests?|tenants?|callers?|shoppers?|parents?|members?|students?|they|agents|staff|kunden|patienten|mieter|gaste|clientes?|pacientes|clienti|pazienti|klanten|utilisateurs|nos clients|if (?:we|you) |when (?:we|you) |so (?:that )?we |(?:wir|we) (?:sprechen|reden|telefonieren|talk|speak) )(?![a-z])[^.!?\n]{0,50}$/;

/** Asks whether the assistant is a human: a question about it, no demand. */
export const ASKS_WHAT_YOU_ARE =
  /(?<![a-z])(?:(?:are|r|is|could|can|am|if|whether|bist|sind|seid|es|etes|tu|vous|eres|sei|e|siete|ben|bent) (?:you|u|this|it|that|i|du|sie|ihr|vous|tu|usted|un|une|una|lei|voce|je|jij)(?: (?:be|are|even|really|actually|just|talking|speaking|chatting|talking|to|with|or)){0,4} (?:an? |the |some |ein |eine |un |une |una |um |uma |een )?(?:(?:actual|real|live|living|echter?|richtiger?|vraie?|vera?) ){0,3}(?:human|person|bot|robot|machine|someone|mensch|person|roboter|humain|personne|robot|humano|persona|umano|pessoa|robo|mens|computer|people|ai)|do (?:i|you) (?:get|have) (?:a )?human)/;

/** Says in passing that nobody need get in touch. */
export const NEEDS_NO_CALL = anyOf([
  '(?:telefon|handy|ruf)?nummer (?:gebe?|nenne?|verrate|habe?|bekommen|kriegen) (?:ich |sie |wir )?(?:\\w+ ){0,3}(?:nicht|nie|keine)|not want to be (?:put through|connected|transferred|called|phoned)|(?:moet|hoef)(?: \\w+){0,4} geen (?:mens|medewerker|persoon)',
  '(?:no|not|without) (?:to |with |from )?(?:an? |any |your )?(?:human|person|agent|rep|representative|phone calls?|calls?|callbacks?|call ?back|colleague|operator|sales ?(?:person|rep|guy|call|team))(?! (?:answer|respon|pick|ha[sd]|ever|back|call|yet))',
  "(?:no|not) (?:one|body)? ?(?:need|needs|has|have|must)(?: \\w+)? to (?:call|ring|phone|contact|speak|talk|get)|(?:needn'?t|need not|no need(?: to)?|don'?t have to|do not have to|no point in) (?:call|ring|phone|contact|connect|transfer|involv|bother|get)\\w*",
  "(?:don'?t|do not|dont|never|stop|pls no|please no|rather not|hate|without|avoid|dislike)(?: \\w+){0,3} (?:calls?|calling|phoned?|ringing|ring|called|phone calls|being called|telephone)",
  '(?:niemand|keiner)(?: \\w+){0,3} (?:anrufen|melden|kontaktieren|zuruckrufen|muss|braucht)|ohne (?:anruf|telefonat|ruckruf|gesprach|vertrieb|mensch)|(?:kein|keine|keinen)(?: \\w+)? (?:anrufe?|ruckrufe?|telefonate?|telefon|mensch(?:en)?|mitarbeiter|berater|vertriebler|verkaufer|vertriebsgesprach|gesprach)|nicht (?:anrufen|zuruckrufen|angerufen|telefonieren|mit (?:einem|nem) menschen|mit jemandem)',
  "(?:ne|n')(?: \\w+){0,4} (?:appel\\w*|rappel\\w*|parler|contact\\w*)(?: \\w+)? ?pas|(?:pas|aucun|sans)(?: \\w+)? (?:d'appels?|appels?|de rappel|rappel|d'humain|de commercial|etre (?:appele|rappele)|parler a|de telephone)",
  '(?:no|sin|nada de|ningun[a]?)(?: \\w+){0,2} (?:llamar?\\w*|llamadas?|llamen|humano|persona|agente|comercial|hablar con|telefono)',
  '(?:non|senza|niente|nessun[ao]?)(?: \\w+){0,3} (?:chiam\\w+|richiam\\w+|telefonat\\w|operatore|persona|umano|parlare con)',
  '(?:nao|sem|nada de|nenhuma?)(?: \\w+){0,3} (?:lig(?:ar|uem|ue|acao|acoes|acoes)|chamadas?|telefon\\w+|humano|pessoa|atendente|falar com)',
  '(?:niet|geen|zonder|niemand)(?: \\w+){0,3} (?:gebeld|bellen|telefoontjes?|belletje|terugbellen|mens|medewerker|verkoper|telefoon)',
]);
