import { z } from 'zod';

const tokens = z.number().int().nonnegative().nullish().catch(null);

/** The parts of a `chat.completion.chunk` that we read. Endpoints add, leave out and null whatever they like. */
export const chatChunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.number().nullish(),
                  function: z.object({ arguments: z.string().nullish() }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
});

export type ChatChunk = z.infer<typeof chatChunkSchema>;
