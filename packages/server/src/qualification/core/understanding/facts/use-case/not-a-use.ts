import { list, phrases } from '../text/phrases.js';

/** Openings of an object that is no use of the product: people, prices, papers, help with an account. */
export const NOT_A_USE =
  /^(?:(?:to |a |an |the |some |any |my |your |more |another |one |eine? |einen |die |das |den |de |le |la |les |l'|un |une |des |el |los |una |il |lo |o |uma |um |het |een |d'|du |mit |avec |con |com |met |jemand|parler |hablar |parlare |falar |spreken ){0,3})(?:human|person|real person|actual person|agent$|agent please|representative|operator|someone|somebody|anyone|people to talk|colleague|manager|supervisor|talk|speak|call|phone|contact|meet|chat with|see|know|ask|understand|be|go|do|think|wait|check|say|tell|find out|hear|learn|read|thank|point|help$|help with my|support$|support with my|quote$|price$|prices$|pricing$|discount|refund|invoice|money|credit|password|log ?in|login|reset|cancel|unsubscribe|account|subscription|trial$|free|demo$|info$|information$|details|more info|it$|it|this$|that$|them|you|u|me|us$|him|her|everything$|nothing|no|not|menschen|mensch|mitarbeiter|ansprechpartner|jemand|wissen|sprechen|reden|angebot$|preis|preise|rechnung|kundig|passwort|hilfe$|humain|personne|conseiller|quelqu|parler|savoir|devis$|prix|tarif|facture|resili|mot de passe|rembours|aide$|humano|persona|agente$|alguien|hablar|saber|presupuesto$|precio|factura|cancelar|contrasena|reembols|ayuda$|umano|operatore|qualcuno|parlare|sapere|preventivo$|prezz|fattura|disdire|rimbors|aiuto$|pessoa|atendente|alguem|falar|orcamento$|preco|fatura|reembols|ajuda$|mens|medewerker|iemand|spreken|weten|offerte$|prijs|factuur|opzeg|hulp$|seats?$|licen[sc]es?$|users?$|write|answer me|job|position|internship|apply|work for you|partner|list|be listed|sell|offer you|introduce|present|propose|advertise|website|seo|backlinks?|rank|verify|confirm|your (?:cv|page|site|boss)|screenshot|clarif|correct|mention|add that|complain|report|leave|stop|remove|delete|buy|purchase|pay|fixing$|from|work out|figure out|get (?:a |the |some )?(?:price|quote|idea|offer)|compare|try|test|make sure|add (?:more )?(?:seats|users|\d)|more seats|order$|sign up|start$|begin|upgrade|downgrade|switch$|something (?:cheap|simple|easy|better)|ordering)(?![a-z])|^(?:your|ur|ihre?n?|votre|vos|su|sus|vuestr[oa]|vostr[oa]|il vostro|seu|sua|vosso|jullie|uw)\s(?!own)|[$€£@]|https?:|^[\d\s.,-]+$/;

/** Messages about trouble with the product: what they "need" is no use. */
export const TROUBLE = phrases(
  list(`
  error, bug, crash, crashed, not working, doesn't work, doesnt work, dont work, can't log, cant log, cannot log, broken, since the update, password, refund, charged twice, double charged, my invoice, our invoice, my account, our account, our subscription, my subscription, ticket number, reset, login problem, logged out, greyed out, fehlermeldung, funktioniert nicht, geht nicht, passwort, rechnung, mot de passe, ne marche pas, ne fonctionne pas, facture, contrasena, no funciona, factura, non funziona, fattura, senha, nao funciona, fatura, wachtwoord, werkt niet, factuur
  `),
  '',
);

/** The sentence of an answer that says nothing about the use. */
export const NO_ANSWER =
  /^(?:\s*)(?:hi|hello|hey|hallo|guten tag|bonjour|hola|ciao|oi|ola|dag|ok|okay|k|sure|yes|no|nope|nah|thanks|thank you|thx|well|one sec|brb|hang on|wait|moment|good question|gute frage|bonne question|no idea|no clue|dunno|don'?t know|i don'?t know|not sure|idk|keine ahnung|weis(?:s)? (?:ich )?nicht|aucune idee|je ne sais pas|ni idea|no (?:lo )?se|non (?:lo )?so|nao sei|geen idee|company is|my name|i am|i'm|im|this is|ich bin|je suis|soy|sono|sou|ik ben)(?:[\s,.!?]|$)(?!.{40})/;
export const REFUSES =
  /(?<![a-z])(?:rather not|won'?t say|can'?t say|not telling|none of your|prefer not|confidential|no clue|no idea|didnt say|didn't say|dont know|don't know|dunno|idk|human|real person|talk to (?:a|some)|mochte ich nicht|keine ahnung|prefere ne pas|aucune idee|prefiero no|ni idea|preferisco non|prefiro nao|liever niet|geen idee)(?![a-z])/;
/** A private or scholarly purpose: a study topic is no use. */
export const STUDY =
  /(?<![a-z])(?:thesis|dissertation|my studies|seminar paper|term paper|bachelorarbeit|masterarbeit|hausarbeit|studienarbeit|memoire|tesis|tfg|tfm|tesi|tcc|scriptie|homework|university|uni project|school project|class project|research project|for my course|survey for)(?![a-z])/;
