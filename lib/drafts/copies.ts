import type { DraftPlace, DraftRecord } from './draft-store'
import type { RemoteDrafts } from './ports'

/**
 * Takes away what the server keeps of a text that was continued or thrown away here. Another device may have gone on writing
 * it under the same name: what is newer than what was seen here stays, and is offered again.
 */
export const removeCopy = async (
  remote: Pick<RemoteDrafts, 'list' | 'remove'>,
  open: (record: DraftRecord) => Promise<{ readonly at: number } | null>,
  seen: DraftPlace & { readonly at: number },
): Promise<void> => {
  for (const record of await remote.list(seen.slot)) {
    if (record.tab !== seen.tab) continue
    const there = await open(record)
    if (there !== null && there.at <= seen.at) await remote.remove(record, record.iv)
  }
}
