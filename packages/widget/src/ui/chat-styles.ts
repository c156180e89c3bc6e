import tokens from '../theme/chat-tokens.css?inline';
import answer from './answer/answer.css?inline';
import avatar from './avatar/avatar.css?inline';
import away from './away/away.css?inline';
import badge from './badge/badge.css?inline';
import card from './card/card.css?inline';
import choices from './choices/choices.css?inline';
import composer from './composer/composer.css?inline';
import consent from './consent/consent.css?inline';
import heading from './heading/heading.css?inline';
import intro from './intro/intro.css?inline';
import markdown from './markdown/markdown.css?inline';
import menu from './menu/menu.css?inline';
import notice from './notice/notice.css?inline';
import rating from './rating/rating.css?inline';
import shell from './shell.css?inline';
import skeleton from './skeleton/skeleton.css?inline';
import thread from './thread/thread.css?inline';

/** All styles of the chat. `thread` first: the others refine what it says about paragraphs. */
export const chatStyles = [
  tokens,
  thread,
  avatar,
  badge,
  composer,
  heading,
  intro,
  markdown,
  menu,
  notice,
  choices,
  shell,
  skeleton,
  answer,
  card,
  rating,
  away,
  consent,
].join('');
