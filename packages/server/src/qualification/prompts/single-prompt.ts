import type { ChatTurn } from '../../llm/language-model.port.js';
import { type ExtractionPromptInputs, extractionPrompt } from './extraction-prompt.js';
import { type ReplyPromptInputs, replyPrompt } from './reply-prompt.js';

/** Both tasks in one call: `reply` is what the reply prompt asks for, `facts` what the extraction prompt asks for. */
export function singlePrompt(
  reply: ReplyPromptInputs,
  extraction: ExtractionPromptInputs,
): readonly ChatTurn[] {
  const [replySystem, replyTask] = textsOf(replyPrompt(reply));
  const [extractionSystem, extractionTask] = textsOf(extractionPrompt(extraction));
  return [
    {
      role: 'system',
      text: `Answer with one JSON object of two fields.\n\nThe field "reply" is a text. ${replySystem}\n\nThe field "facts" is a list. ${extractionSystem}`,
    },
    { role: 'user', text: `For "reply":\n${replyTask}\n\nFor "facts":\n${extractionTask}` },
  ];
}

function textsOf(turns: readonly ChatTurn[]): readonly [string, string] {
  return [turns[0]?.text ?? '', turns[1]?.text ?? ''];
}
