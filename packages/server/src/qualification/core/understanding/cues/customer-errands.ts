import { anyOf } from '../text/phrases.js';

const THEIRS =
  '(?:my|our|the|an?|this|that|these|some|several|latest|last|first|second)?(?: \\w+){0,2} ?(?:orders?|purchases?|invoices?|bills?|receipts?|accounts?|profiles?|(?:shipping |delivery |billing )?address(?:es)?|passwords?|pin|subscriptions?|refunds?|reimbursements?|rebates?|money back|parcels?|packages?|deliver(?:y|ies)|shipments?|items?|products?|articles?)';

/** What an existing customer wants done about what they have: support, and no sign of a new lead. */
export const CUSTOMER_ERRAND = anyOf([
  `(?:cancel(?:l?ing)?|undo(?:ing)?|revert(?:ing)?|return(?:ing)?|modify(?:ing)?|edit(?:ing)?|correct(?:ing)?|chang(?:e|ing)|updat(?:e|ing)|swap(?:ping)?|add(?:ing)? (?:\\w+ )?(?:items?|products?|articles?) to|remov(?:e|ing)(?: \\w+){1,3} from|delet(?:e|ing)|clos(?:e|ing)|eliminat(?:e|ing)|remov(?:e|ing)|terminat(?:e|ing)|track(?:ing)?|reset(?:ting)?|recover(?:ing)?|restor(?:e|ing)|retriev(?:e|ing)) ${THEIRS}`,
  `(?:get|see|find|view|show|check|download|locate|look at|take a look at|have a look at|track|want|need|obtain|request)(?:ting|ing)? (?:me |us )?(?:a copy of )?(?:my|our|the|an?|some)(?: \\w+){0,2} (?:invoices?|bills?|receipts?|refunds?|reimbursements?|rebates?|money back|compensation)`,
  "(?:forgot(?:ten)?|forget|lost|don'?t (?:remember|know)|cannot remember|reset|recover|restore|retrieve|change) (?:\\w+ ){0,3}(?:password|pin|passcode|key|access key)",
  `(?:where(?:'s| is| are)|status of|when will|eta of|what happened to)(?: \\w+){0,2} (?:my|our)(?: \\w+){0,2} (?:orders?|purchases?|refunds?|parcels?|packages?|deliver(?:y|ies)|shipments?|money)`,
  '(?:wo (?:ist|bleibt)|status) (?:meine|unsere)[rsn]? (?:bestellung|lieferung|paket|ruckerstattung|rechnung)|(?:meine|unsere|die|eine)[rsn]? (?:bestellung|lieferadresse|rechnung|konto|abo|passwort) (?:\\w+ )?(?:stornieren|andern|loschen|kundigen|zurucksetzen)|passwort vergessen',
]);
