import { list, phrases } from '../../text/phrases.js';

/** The visitor names what they may spend. */
export const MAY_SPEND = phrases(
  list(`
  budget, budgets, buget, bugdet, budjet, approved, aproved, signed off, sign off, signoff, can spend,
  could spend, may spend, spend up to, can do, could do, can go up to, can go to, could go to, go up to,
  okd, ok'd, okayed, our limit, limit is, my limit, cap is, capped at, ceiling, allocated, set aside,
  put aside, earmarked, reserved, afford, price range, target price, got signed, weve got, we've got,
  we have got, i have, we have, got about, allowance, funding, grant of, willing to pay, happy to pay,
  prepared to pay, able to pay, would pay, can pay, could pay, will pay, to spend, budgeted, green light,
  greenlit, sanctioned, comfortable with, max spend, spending limit, should be within, must be within,
  must stay under, not more than, no more than, anything under, anything below, keep it under,
  stay under, under, up to, would be fine, would be ok, would be okay, ware okay, waren okay, ware ok,
  waren ok, ware in ordnung, waren in ordnung, freigegeben, genehmigt, bewilligt, rahmen, kostenrahmen, preisrahmen,
  zur verfugung, eingeplant, vorgesehen, veranschlagt, ausgeben, obergrenze, limit, schmerzgrenze, ubrig,
  drin, hochstens, maximal, mehr als, enveloppe, debloque, alloue, prevu, validee?, depenser, disposons,
  subside, plafond, pas plus de, maximum, subvention, mettre, presupuesto, presupuestado, aprobado,
  aprobaron, autorizado, disponemos, tope, gastar, podemos, como mucho, hasta, maximo, asignado,
  contamos con, partida, stanziati, stanziato, a disposizione, approvato, approvati, spendere, tetto,
  non oltre, massimo, preventivato, fino a, orcamento, verba, aprovado, aprovada, aprovaram, liberado,
  liberada, liberou, teto, gastar, dispomos, disponivel, no maximo, ate, begroot, begroting,
  gereserveerd, goedgekeurd, beschikbaar, besteden, uitgeven, vrijgemaakt, maximaal, hooguit,
  niet meer dan, ik betaal max, i pay max, i can defend, could defend, kostenrahmen, teto, mehr wie, nod meh als
`),
  '',
);

/** The amount is a price, a debt, an income or somebody else's money. Looked for in the clause around it. */
export const NOT_A_BUDGET = phrases(
  list(`
  we pay, i pay, paying, currently pay, now pay, we paid, paid, pays, pay for, costs us, cost us, costs me, cost me,
  charges us, charge us, charging us, charges, charged, they charge, they want, they asked, they ask,
  quoted, quote was, quote of, quoting, their offer, offered us, we spend, spending, we spent, spent,
  burned, burnt, burnd, wasted, invoice, invoices, invoiced, bill, bills, billed, billing, refund,
  give us back, money back, owe, overdue, debited, deducted, amount due, transaction, deposit, turnover,
  revenue, sales of, arr, mrr, salary, salaries, damage, damages, worth, loss, lost, losing, order value,
  rent, wedding, fees, profit, raised, your page, your site, your website, ur site, ur page,
  pricing page, website says, page says, site says, i read, i saw, we saw, listed at, list price,
  starts at, start at, starting at, starting from, is it, price of, instead of, discount, per hour,
  an hour, per word, per link, per lead, per call, per minute, per ticket, special price, old budget,
  dead, savings, save, the plan at, the plan is, card, threshold, wir zahlen, zahlen wir, zahlen derzeit,
  zahlen aktuell, zahlen heute, zahlen jetzt, bezahlen, gezahlt, bezahlt, kostet uns, kosten uns,
  kostet bei, rechnung, abgebucht, berechnet, umsatz, jahresumsatz, gehalt, pro stunde, pro wort,
  auf ihrer seite, auf der seite, auf der website, laut website, steht, gelesen, angebot von,
  angebot uber, verlangt, verlangen, nimmt, statt, ausgegeben, gekostet, schaden, nous payons, on paie,
  on paye, payons, payions, payait, payer actuellement, nous coute, nous facture, nous prend, prenait,
  facture, factures, preleve, debite, chiffre d.affaires, ca de, salaire, par heure, sur votre site,
  sur le site, affiche, au lieu de, devis de, depense, propose, de l.heure, pagamos, pagabamos,
  estamos pagando, nos cuesta, nos cobra, nos cobran, cobraban, cobran, cobro, cobrado, factura,
  facturas, facturacion, facturamos, sueldo, por hora, en su pagina, en vuestra web, en la web, pone,
  en lugar de, gastamos, oferta de, nos ofrece, paghiamo, pagavamo, stiamo pagando, ci costa,
  ci fa pagare, fattura, fatture, fatturato, addebitato, addebitati, stipendio, all'ora, sul vostro sito,
  sul sito, invece di, speso, preventivo di, ci chiede, ci chiedono, pagavamos, a pagar, nos custa,
  cobra, cobram, cobraram, fatura, faturas, faturamento, salario, no site, no vosso site, gastamos,
  em vez de, boleto, we betalen, betalen we, betalen nu, betaalden, kost ons, kost nu, rekent, factuur,
  facturen, omzet, salaris, per uur, op jullie site, op uw site, op de site, in plaats van, uitgegeven,
  offerte van, afgeschreven
`),
  '',
);

/** "we can pay", "würden zahlen": about the future, and a budget after all. */
export const WOULD_PAY =
  /(?<![a-z])(?:can|could|would|will|wanna|want to|able to|willing to|happy to|prepared to|ready to|like to|plan to|allowed to|konnen|konnten|wurden|wollen|durfen|pouvons|pourrions|voulons|peut|podemos|podriamos|queremos|possiamo|potremmo|vogliamo|kunnen|zouden|willen|poderiamos|not spend|no more than|nicht mehr als|pas plus)(?![a-z])[^.!?\n]{0,30}(?:pay|paying|spend|zahlen|ausgeben|bezahlen|payer|mettre|depenser|pagar|gastar|pagare|spendere|betalen|uitgeven|besteden)(?![a-z])/;

/** The words ask whether a price holds. */
export const ASKS_PRICE = /\?\s*$/;
export const FORMER_MONEY =
  /(?<![a-z])(?:last year|last yr|back in|in 20[012]\d|years? ago|previously|used to|letztes jahr|fruher|damals|l'an dernier|l'annee derniere|avant|autrefois|el ano pasado|antes|l'anno scorso|prima|ano passado|vorig jaar|vroeger|ancien|vorher|bisher|current(?:ly)?|at the moment|right now|nowadays|derzeit|aktuell|momentan|actuellement|actualmente|ahora|attualmente|adesso|atualmente|hoje|momenteel|nu)(?![a-z])/;
export const SUPPOSES =
  /(?<![a-z])(?:suppose|supposing|imagine|say we|what if|if we (?:paid|spent|had)|hypothetically|let'?s say|in theory|angenommen|wenn wir (?:\w+ ){1,6}(?:kriegen|bekommen|gewinnen) wurden?|stel|supongamos|supposons|mettons|supponiamo|mettiamo|suponhamos|digamos que)(?![a-z])/;
