import answer from './answer/answer.css?inline';
import card from './card/card.css?inline';
import rating from './rating/rating.css?inline';

/** What is wanted late or never in most chats: a file of its own, loaded when it is first needed. */
export { transcript } from '../core/transcript.js';
export { chime } from '../platform/chime.js';
export { downloadText } from '../platform/download-text.js';
export { Answer } from './answer/answer.js';
export { Card } from './card/card.js';
export { Rating } from './rating/rating.js';

export const extraStyles = answer + card + rating;
