import type { Answering } from '../../core/answering.js';
import { fill } from '../../i18n/fill.js';
import { Avatar } from '../avatar/avatar.js';
import type { Chat } from '../chat.js';

/** Who is answering. Names the dialog. */
export function Heading({ chat }: { chat: Chat }) {
  const answering = chat.model.answering.value;
  const [title, role] = describe(answering, chat);
  return (
    <>
      <Avatar answering={answering} />
      <div class="who">
        <h2 id="title" dir="auto" title={title}>
          {title}
        </h2>
        {/* Its line is there before the words: the title stays where it is. */}
        <p class="role">{chat.company.value ? role : '\xa0'}</p>
      </div>
    </>
  );
}

function describe(
  answering: Answering,
  { texts, company, assistant, waits }: Chat,
): readonly [string, string] {
  switch (answering.kind) {
    case 'assistant':
      return [assistant.value || 'Chat', texts.assistantRole];
    case 'waiting':
      return [texts.waitingTitle, waits.value || texts.waitingRole];
    case 'unattended':
      return [texts.unattendedTitle, texts.unattendedRole];
    case 'agent':
      return [answering.name, fill(texts.agentRole, { company: company.value })];
  }
}
