import type { FileRecord, MessageId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK, numbered, PlayedConversation } from '../../../test/play-visitor.js';
import { visitorMessage } from '../../conversations/index.js';
import { VISITOR } from '../evaluation/simulation/played-conversation.js';
import { replayDecision } from './replay.js';

const playbook = compiled(DEFAULT_PLAYBOOK);

function sendFile(played: PlayedConversation, name: string): string | null {
  const fileId = numbered('fil', played.log.length) as FileRecord['fileId'];
  const file: FileRecord = { fileId, name, type: 'application/pdf', size: 1, width: null, height: null };
  const messageId = numbered('msg', 900 + played.log.length) as MessageId;
  const said = { clientId: `file-${played.log.length}`, text: name, kind: 'text', files: [file] } as const;
  played.append(visitorMessage(VISITOR, messageId, said));
  return played.takeTurn();
}

describe('a file that a visitor sends to the assistant', () => {
  it('proves nothing by its name, while the same words do', () => {
    const words = 'my name is Ana Lopez, we are 250 people, ana@acme.example';
    const filed = new PlayedConversation(playbook);
    sendFile(filed, `${words}.pdf`);
    expect(filed.log.filter(({ type }) => type.startsWith('slot.'))).toEqual([]);
    const said = new PlayedConversation(playbook);
    said.say(words);
    expect(said.log.filter(({ type }) => type.startsWith('slot.')).length).toBeGreaterThan(2);
  });

  it('again and again is no loop', () => {
    const played = new PlayedConversation(playbook);
    played.say('we need appointment reminders for our clinic');
    for (let page = 1; page <= 8; page += 1) sendFile(played, 'scan.pdf');
    expect(played.records.map(({ gate }) => gate.rule)).not.toContain('loop');
  });

  it('is not met with silence, and is decided the same way when it is replayed', () => {
    const played = new PlayedConversation(playbook);
    played.say('hello there');
    expect(sendFile(played, 'plan.pdf')).toMatch(/\?$/);
    for (const record of played.records)
      expect(replayDecision(played.log, record, playbook).hash).toBe(record.hash);
  });
});
