import { no, ok } from '@/lib/shared/result'
import type { Device, Draft, Kept, SealedState } from './device.types'
import { SCHEMAS } from './form-versions'
import type { Holder, Holding } from './holder'
import { createItems, ITEMS, removeItem } from './items'
import type { DevicePorts } from './ports'
import type { Change, KeptRecord } from './records'
import { type Sender, unlessDisk } from './sender'
import { isDraftRecord } from './shapes'
import type { OpenStore } from './stores'
import { DRAFT_KEPT } from './until.rules'
import { upgrade } from './upgrade'

type Writing = Pick<Device, 'saveDraft' | 'draft' | 'drafts' | 'discard' | 'finish' | 'change' | 'items'>

/** What was begun, brought up to the form of today; null for what is no draft. */
const toDraft = (told: unknown): Draft | null => {
  if (!isDraftRecord(told)) return null
  const { schema = 1, ...draft } = told
  const upgraded = upgrade(draft.form, schema, draft.value)
  return { ...draft, value: upgraded === null ? draft.value : upgraded.value, isOld: upgraded === null }
}

/** What is being written, and what is finished. */
export const createWriting = (
  ports: DevicePorts,
  { withOpen, reading }: Holder,
  sender: Pick<Sender, 'mayHaveLeft'>,
): Writing => {
  const { records, exclusive, newId, now } = ports
  const items = createItems(ports)

  const readDraft = async (store: OpenStore, { texts }: Holding, kept: KeptRecord | null) =>
    kept === null ? null : toDraft(await texts.read(store, kept))
  /** The sealed copy of a draft, and whether some copy of that text may be on the server. */
  const copyOf = async (kept: KeptRecord | null) => {
    const item = kept?.item == null ? null : await records.get('item', kept.item)
    return { item, left: (kept?.left ?? false) || (item !== null && sender.mayHaveLeft(item)) }
  }

  /** Readable here and sealed for the server, in one step. Called while ITEMS is held. */
  const writeDraft = async (
    store: OpenStore,
    { texts, cells, clock }: Holding,
    draft: Omit<Draft, 'isOld'>,
    there: KeptRecord | null,
    also: readonly Change[] = [],
  ): Promise<Kept<Draft>> => {
    const { item, left } = await copyOf(there)
    const { form, requestId, at, value } = draft
    const text = { form, requestId, at, state: 'unfinished', after: null, input: value } as const
    const copy = await items.make(store, text, cells.head().skew)
    if (copy === null) return no('tooLong')
    const about = { kind: 'draft', until: clock.time() + DRAFT_KEPT, item: copy.id, left } as const
    const kept = await texts.put(store, draft.name, { ...draft, schema: SCHEMAS[form] }, about, there)
    if (kept === null) return no('full')
    await records.write([...also, ...copy.changes, ...(item === null ? [] : removeItem(item)), kept])
    return ok({ ...draft, isOld: false })
  }

  return {
    saveDraft: (name, form, value) =>
      withOpen(async (store, held) =>
        exclusive(ITEMS, async () => {
          const there = await held.texts.find(store, 'draft', name)
          const begun = await readDraft(store, held, there)
          // Its sealed copy is all that the server will have of it.
          if (begun?.isOld === true) return no('gone')
          const requestId = begun?.requestId ?? newId()
          return writeDraft(store, held, { name, form, requestId, at: now(), value }, there)
        }),
      ),
    draft: (name) =>
      reading(null, async (store, held) =>
        readDraft(store, held, await held.texts.find(store, 'draft', name)),
      ),
    drafts: () =>
      reading<readonly Draft[]>([], async (store, { texts }) =>
        (await texts.list(store, 'draft'))
          .map(toDraft)
          .filter((draft) => draft !== null)
          .toSorted((a, b) => b.at - a.at),
      ),
    discard: async (name) => {
      await withOpen(async (store, held) => {
        const there = await held.texts.find(store, 'draft', name)
        if (there === null) return no('gone')
        const draft = await readDraft(store, held, there)
        await exclusive(ITEMS, async () => {
          const { item, left } = await copyOf(there)
          const text = { state: 'unfinished', at: now(), after: null, input: null } as const
          // The server may have a copy: it is told, or the text would come back.
          const word =
            left && draft !== null
              ? await items.make(
                  store,
                  { ...text, form: draft.form, requestId: draft.requestId },
                  held.cells.head().skew,
                )
              : null
          const gone: readonly Change[] = [
            ...(item === null ? [] : removeItem(item)),
            { remove: 'kept', id: there.id },
          ]
          // On a full disk it is gone here all the same; what the server has comes back to its author.
          await records.write([...(word?.changes ?? []), ...gone]).catch(async (error) => {
            unlessDisk(error)
            await records.write(gone)
          })
        })
        await held.cells.burn([there.cell])
        return ok(null)
      })
    },
    finish: (name, form, input, after = null) =>
      withOpen<SealedState>(async (store, held) => {
        const there = await held.texts.find(store, 'draft', name)
        const begun = await readDraft(store, held, there)
        if (begun?.isOld === true) return no('gone')
        const requestId = begun?.requestId ?? newId()
        const at = now()
        const id = await exclusive(ITEMS, async () => {
          const { item } = await copyOf(there)
          const text = { state: 'finished', form, requestId, at, after, input } as const
          const made = await items.make(store, text, held.cells.head().skew)
          if (made === null) return null
          await records.write([
            ...made.changes,
            ...(item === null ? [] : removeItem(item)),
            ...(there === null ? [] : [{ remove: 'kept' as const, id: there.id }]),
          ])
          return made.id
        })
        if (id === null) return no('tooLong')
        if (there !== null) await held.cells.burn([there.cell])
        return ok({ id, requestId, at })
      }),
    change: (id, name, value) =>
      withOpen(async (store, held) =>
        exclusive(ITEMS, async () => {
          const item = await records.get('item', id)
          if (item === null || !item.finished || item.store !== store.id) return no('gone')
          if (item.state !== 'waiting' || sender.mayHaveLeft(item)) return no('sent')
          const label = await items.labelOf(store, item)
          if (label === null || (await held.texts.find(store, 'draft', name)) !== null) return no('failed')
          const { form, requestId } = label
          return writeDraft(store, held, { name, form, requestId, at: now(), value }, null, removeItem(item))
        }),
      ),
    items: () => reading([], (store) => items.list(store)),
  }
}
