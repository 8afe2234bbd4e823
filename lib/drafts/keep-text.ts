'use client'
import { browserPorts } from './browser-ports'
import type { DraftContent } from './draft-content'
import { createKeeper } from './keeper'

type Typed = Pick<DraftContent, 'values' | 'typed' | 'path'>

/** A text that lies among the drafts: it stays there to be offered (leave), or goes because it has another place (forget). */
export type KeptText = { readonly leave: () => Promise<void>; readonly forget: () => Promise<void> }

/** Puts a text among the drafts of a form that may be gone from the page, as if it had just been typed there. */
export const keepText = async (form: string, typed: Typed): Promise<KeptText> => {
  const requestId = crypto.randomUUID()
  const keeper = createKeeper(form, browserPorts, {
    read: () => ({ requestId, problem: null, ...typed }),
    tell: () => undefined,
  })
  keeper.typed()
  await keeper.flush()
  return {
    leave: keeper.close,
    forget: async () => {
      await keeper.clear()
      await keeper.close()
    },
  }
}
