import { list, phrases } from '../text/phrases.js';

export const URGENT = phrases(
  list(`
  asap, urgent, urgently, immediately, right now, right away, emergency, today, this minute, at once, deadline is tomorrow, cannot wait, can't wait, dringend, sofort, eilt, eilig, notfall, heute noch, umgehend, urgence, tout de suite, immediatement, au plus vite, urgente, urgentemente, inmediatamente, cuanto antes, ahora mismo, hoy mismo,
  subito, immediatamente, il prima possibile, oggi stesso, imediatamente, agora mesmo, hoje mesmo, o quanto antes, spoed, dringend, meteen, onmiddellijk, vandaag nog, zo snel mogelijk
  `),
  '',
);
export const UNHURRIED = phrases(
  list(`
  no rush, no hurry, not urgent, whenever, someday, one day, just looking, just browsing, take your time, no pressure, kein stress, keine eile, nicht dringend, irgendwann, nur mal schauen, pas presse, rien ne presse, un jour, sin prisa, no hay prisa, algun dia, senza fretta, con calma, sem pressa, logo se ve, geen haast, ooit eens, rustig aan
  `),
  '',
);
export const GLAD = phrases(
  list(`
  great, awesome, perfect, excellent, love it, love this, amazing, wonderful, fantastic, brilliant, thank you so much, very kind, super, helpful, sick ty, cheers, toll, perfekt, wunderbar, prima, klasse, vielen dank, genial, parfait, super, merci beaucoup, formidable, perfecto, estupendo, genial, muchas gracias, excelente, perfetto, ottimo, fantastico, grazie mille, perfeito, otimo, excelente, muito obrigado, muito obrigada, maravilha, geweldig, perfect, top, hartelijk dank, fijn
  `),
  '',
);
export const QUESTION_START =
  /^\s*(?:(?:hi|hello|hey|ok|so|and|also|hallo|bonjour|hola|ciao|ola|hoi)[\s,.!]{1,3}){0,2}(?:what|whats|how|hows|when|where|who|whos|which|why|can|could|do|does|is|are|will|would|may|any chance|was|wie|wann|wo|wer|welche|warum|kann|konnen|konnt|gibt es|haben sie|habt ihr|combien|comment|quand|ou|qui|quel|quelle|pourquoi|est-ce|peut-on|avez-vous|que|como|cuando|cuanto|donde|quien|cual|por que|se puede|tienen|che|come|quando|quanto|dove|chi|quale|perche|si puo|avete|o que|quem|qual|da para|tem|wat|hoe|wanneer|waar|wie|welke|waarom|kan|kunnen|is er|hebben jullie)(?![a-z'])/;

/** Asks to be shown or told something, without a question. */
export const WISH =
  /(?<![a-z])(?:(?:i|we)(?:'d| would)? (?:like|love|want) to (?:see|try|know|learn|hear|book)|show (?:me|us)|tell (?:me|us) (?:about|more|how|what)|let me (?:see|try)|(?:ich|wir) (?:mochten?|wurden? gerne?|wollen?|hatten? gerne?) [^.!?\n]{0,40}(?:sehen|testen|ausprobieren|wissen|kennenlernen|buchen|erfahren)|zeigen sie|erzahlen sie)(?![a-z])/;

/** A message that thanks and says little else. */
export const ONLY_THANKS =
  /^[^?]{0,30}(?<![a-z])(?:thanks|thank you|thx|cheers|danke|dankeschon|vielen dank|merci|gracias|grazie|obrigad[oa]|bedankt)(?![a-z])[^?]{0,24}$/i;
