// On every page: the small build of zod, which brings along only what is used here.
import * as z from 'zod/mini'

/** Why the server did not take something: codes and field paths; `theirs` is what stood there instead. */
const problem = z.object({
  code: z.string(),
  fields: z.exactOptional(z.record(z.string(), z.string())),
  theirs: z.exactOptional(z.record(z.string(), z.unknown())),
  reference: z.exactOptional(z.string()),
})
export type Problem = z.infer<typeof problem>

const draft = z.object({
  /** When the last key was pressed, milliseconds since 1970. */
  at: z.number(),
  /** The id under which the form sends: after a reload the same text is still the same request. */
  requestId: z.uuid(),
  values: z.record(z.string(), z.unknown()),
  /** Which form, about what, and the page it stands on; empty in what an earlier version left. */
  form: z._default(z.string(), ''),
  path: z._default(z.string(), ''),
  /** What the server had against it when it was sent. */
  problem: z._default(z.nullable(problem), null),
  /** The texts it continues, as they stood when it took them over: a copy of one of these that lingers is no other text. */
  after: z.exactOptional(z.array(z.object({ tab: z.string(), at: z.number() }))),
})
export type DraftContent = z.infer<typeof draft>

const outboxItem = z.object({
  state: z.enum(['waiting', 'failed', 'sent']),
  form: z.string(),
  at: z.number(),
  requestId: z.uuid(),
  /** Through which door it goes. */
  door: z.string(),
  path: z.string(),
  /** Empty once the server has it. */
  values: z.nullable(z.record(z.string(), z.unknown())),
  tries: z.number(),
  /** Not before this moment, milliseconds since 1970. */
  nextAt: z.number(),
  problem: z.nullable(problem),
  sentAt: z.nullable(z.number()),
  /** Its copy among the server's drafts, to be taken away when it was sent. */
  copy: z.nullable(z.object({ slot: z.string(), tab: z.string() })),
})
export type OutboxContent = z.infer<typeof outboxItem>

const toJson = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

export const toDraft = (text: string | null): DraftContent | null =>
  draft.safeParse(toJson(text)).data ?? null
export const toOutboxItem = (text: string | null): OutboxContent | null =>
  outboxItem.safeParse(toJson(text)).data ?? null
