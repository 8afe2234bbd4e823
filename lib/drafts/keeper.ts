import { removeCopy } from './copies'
import { type DraftBox, openDraftBox } from './draft-box'
import type { DraftContent } from './draft-content'
import type { DraftState, KeeperPage, Refusal } from './draft-state'
import type { DraftPlace } from './draft-store'
import { findOffers, type Offer } from './offers'
import { type OutboxItem, openOutbox, type Submission } from './outbox'
import type { Ports } from './ports'
import { createUploader } from './uploader'

/** Text reaches the device this soon after a key. */
export const DELAY = 300
/** So many texts one after another remember what they continue: reloads of one writing are fewer. */
const LINEAGE = 50

export type Keeper = {
  /** Someone typed. */
  readonly typed: () => void
  readonly flush: () => Promise<void>
  readonly look: () => Promise<void>
  /** What was typed here is safe under its own name; from now on this form writes the offered text's continuation. */
  readonly keep: (offer: Offer) => Promise<boolean>
  readonly discard: (offer: Offer) => Promise<void>
  readonly restore: (offer: Offer) => Promise<void>
  readonly clear: () => Promise<void>
  /** Draft to outbox; null when the device refuses, and then nothing has changed. */
  readonly handOver: (submission: Omit<Submission, 'copy' | 'form'>) => Promise<OutboxItem | null>
  /** Something typed has no place outside this page yet. */
  readonly isOpen: () => boolean
  readonly close: () => Promise<void>
}

const refusalOf = (error: unknown): Refusal =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused'

/** Keeps what is typed into one form: on the device first, on the server behind it. Knows no framework. */
export const createKeeper = (form: string, ports: Ports, page: KeeperPage): Keeper => {
  const uploader = createUploader(ports.remote)
  let state: DraftState = { status: 'idle', keptAt: null, why: null }
  let offers: readonly Offer[] = []
  let box: DraftBox | null = null
  let tab: string = crypto.randomUUID()
  let letGo = ports.live.hold(tab)
  let adopted: Offer | null = null
  let after: NonNullable<DraftContent['after']> = []
  let dirty = false
  let isOwn = false
  let hasLooked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending: Promise<void> = Promise.resolve()
  let unsettled = 0

  const tell = (change: Partial<DraftState>): void => {
    state = { ...state, ...change }
    page.tell(state, offers)
  }
  const openBox = async (): Promise<DraftBox | null> => {
    if (box?.place.tab === tab) return box
    const [keys, mine] = [await ports.keys(), tab]
    if (keys === null) return null
    const opened = await openDraftBox(keys, ports.store, form, mine)
    if (mine === tab) box = opened
    return opened
  }
  /** Everything written from here on is another record. */
  const renew = (): void => {
    void letGo.then((release) => release())
    tab = crypto.randomUUID()
    letGo = ports.live.hold(tab)
    box = null
    isOwn = false
    after = []
  }
  const look = async (): Promise<void> => {
    try {
      const opened = await openBox()
      if (opened === null) return
      await findOffers({ form, box: opened, ports, after }, (found) => {
        offers = found.filter(({ tab: of }) => of !== tab && of !== adopted?.tab)
        tell({})
      })
      hasLooked = true
    } catch {
      offers = ports.memory.list(form).map((one) => ({ ...one, slot: '', from: 'memory', record: null }))
      tell({})
    }
  }
  const dropAdopted = (): void => {
    if (adopted === null) return
    const { slot, tab: of, at } = adopted
    adopted = null
    ports.memory.remove(form, of)
    if (slot === '') return
    // Its copy on the server goes when the server has what came after it, and not before.
    const drop = async (): Promise<void> => {
      const opened = await openBox()
      if (opened === null || !(await uploader.flush())) return
      await removeCopy(ports.remote, opened.open, { slot, tab: of, at })
    }
    void drop().catch(() => undefined)
  }
  /** What was typed is taken out again: nothing of it is left to be offered; what cannot be removed is offered, better than never. */
  const forget = async (): Promise<void> => {
    ports.memory.remove(form, tab)
    const opened = await openBox().catch(() => null)
    await opened?.clear().catch(() => undefined)
    if (adopted !== null) await opened?.remove(adopted.tab).catch(() => undefined)
    if (opened !== null) void uploader.clear(opened.place)
    dropAdopted()
    if (dirty) return
    isOwn = false
    tell({ status: 'idle', why: null })
  }

  /** The device refused: the server may have it, the page's memory surely has. */
  const rescue = async (opened: DraftBox | null, draft: DraftContent, why: Refusal): Promise<void> => {
    dirty = true
    ports.memory.put(form, tab, draft)
    tell({ status: 'memory', why })
    if (opened === null) return
    uploader.put(await opened.encrypt(draft))
    if (!(await uploader.flush()) || !dirty) return
    ports.memory.remove(form, tab)
    dropAdopted()
    tell({ status: 'server', keptAt: new Date(draft.at) })
  }
  const write = async (): Promise<void> => {
    const read = page.read()
    if (read === null) return forget()
    const draft: DraftContent = { ...read, at: ports.now(), form, after }
    let opened: DraftBox | null = null
    try {
      opened = await openBox()
      if (opened === null) return await rescue(null, draft, 'noKey')
      const gone = adopted === null || adopted.slot === '' ? [] : [{ slot: adopted.slot, tab: adopted.tab }]
      const record = await opened.save(draft, gone)
      ports.memory.remove(form, tab)
      uploader.put(record)
      dropAdopted()
      // Keys pressed while it was being written are not on the device: it says "kept" only once they are.
      tell({ status: dirty ? state.status : 'kept', keptAt: new Date(draft.at), why: null })
    } catch (error) {
      await rescue(opened, draft, refusalOf(error))
    }
    // There was no network when the page opened: what an earlier page left is offered now.
    if (!hasLooked) await look()
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (dirty) {
      dirty = false
      unsettled += 1
      pending = pending.then(write).finally(() => {
        unsettled -= 1
      })
    }
    return pending
  }
  return {
    flush,
    look,
    isOpen: () => (dirty && state.status !== 'server') || unsettled > 0,
    typed: () => {
      dirty = true
      isOwn = true
      if (state.status !== 'writing' && state.status !== 'memory') tell({ status: 'writing' })
      // Not put off by the next key: who types without a pause is safe too.
      timer ??= setTimeout(() => void flush(), DELAY)
    },
    keep: async (offer) => {
      if (isOwn) {
        await flush()
        // The device refuses: what is typed here would have no other place, so it stays.
        if (dirty && state.status !== 'server') return false
        await uploader.flush()
        renew()
      }
      adopted = offer
      after = [...(offer.after ?? []), { tab: offer.tab, at: offer.at }].slice(-LINEAGE)
      offers = offers.filter(({ tab: of }) => of !== offer.tab)
      isOwn = true
      dirty = true
      return true
    },
    discard: async (offer) => {
      offers = offers.filter(({ tab: of }) => of !== offer.tab)
      ports.memory.remove(form, offer.tab)
      tell({})
      if (offer.record === null) return
      await ports.store.remove(offer.slot, offer.tab).catch(() => undefined)
      const opened = await openBox().catch(() => null)
      if (opened !== null) await removeCopy(ports.remote, opened.open, offer).catch(() => undefined)
    },
    restore: async (offer) => {
      if (offer.record === null) ports.memory.put(form, offer.tab, offer)
      else await ports.store.put(offer.record).catch(() => undefined)
      await look()
    },
    clear: async () => {
      clearTimeout(timer)
      timer = undefined
      dirty = false
      isOwn = false
      // A text that is still on its way to the device must not land there after it was cleared.
      await pending
      dirty = false
      ports.memory.remove(form, tab)
      try {
        await box?.clear()
        if (adopted !== null) await box?.remove(adopted.tab)
      } catch {
        // What could not be removed is offered at the next opening; better twice than never.
      }
      dropAdopted()
      if (box !== null) void uploader.clear(box.place)
      tell({ status: 'idle', why: null })
    },
    handOver: async (submission) => {
      await flush()
      try {
        const keys = await ports.keys()
        const opened = await openBox()
        if (keys === null || opened === null) return null
        const outbox = await openOutbox(keys, ports)
        const gone: DraftPlace[] = [opened.place]
        if (adopted !== null && adopted.slot !== '') gone.push({ slot: adopted.slot, tab: adopted.tab })
        const item = await opened.inTurn(() => outbox.add({ ...submission, form, copy: opened.place }, gone))
        dirty = false
        ports.memory.remove(form, tab)
        // The item knows its own copy on the server; a late upload would bring it back after it was sent.
        await uploader.stop()
        dropAdopted()
        renew()
        tell({ status: 'idle', why: null })
        return item
      } catch {
        return null
      }
    },
    close: async () => {
      await flush()
      void uploader.flush()
      await (await letGo)()
    },
  }
}
