'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { browserStore } from './browser-store'
import { type DraftBox, type FoundDraft, openDraftBox } from './draft-box'
import { draftKeys } from './draft-key'

/** Text reaches the device this soon after a key. */
const DELAY = 300

/** off: no draft is kept. memory: the device refused, the text is in this page only. */
export type DraftStatus = 'off' | 'idle' | 'writing' | 'kept' | 'memory'
export type DraftState = { readonly status: DraftStatus; readonly keptAt: Date | null }

export type Draft = {
  readonly state: DraftState
  readonly found: FoundDraft | null
  readonly keep: () => Promise<void>
  readonly discard: () => Promise<void>
  /** Call when the server has acknowledged the save, and never before. */
  readonly clear: () => Promise<void>
  /** Writes what is typed now, for the moments before somebody leaves. */
  readonly flush: () => Promise<void>
}

/**
 * Keeps what is typed into a form on the device, encrypted (draft-cipher.ts), and offers what an earlier page left.
 * @param formKey which form, about what: "visit:new", "note:K7-3QF"; null keeps nothing
 * @param requestId the id the form sends under; a kept draft brings its own one back
 */
export const useDraft = <T extends FieldValues>(
  formKey: string | null,
  form: UseFormReturn<T>,
  requestId: RefObject<string>,
): Draft => {
  const [state, setState] = useState<DraftState>({ status: formKey === null ? 'off' : 'idle', keptAt: null })
  const [offers, setOffers] = useState<readonly FoundDraft[]>([])
  const box = useRef<DraftBox | null>(null)
  const tab = useRef('')
  /** Something in the form is not on the device yet. */
  const dirty = useRef(false)
  /** What the form holds is somebody's text and not a blank form. */
  const isOwn = useRef(false)
  const hasLooked = useRef(false)
  const adopted = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pending = useRef<Promise<void>>(Promise.resolve())
  const unsettled = useRef(0)

  const openBox = useCallback(async (): Promise<DraftBox | null> => {
    if (formKey === null || box.current !== null) return box.current
    const keys = await draftKeys()
    if (keys === null) return null
    if (tab.current === '') tab.current = crypto.randomUUID()
    box.current = await openDraftBox(keys, browserStore, formKey, tab.current)
    return box.current
  }, [formKey])

  const look = useCallback(async (): Promise<void> => {
    try {
      const open = await openBox()
      if (open === null) return
      setOffers(await open.find())
      hasLooked.current = true
    } catch {
      setState((before) => ({ ...before, status: 'memory' }))
    }
  }, [openBox])

  const write = useCallback(async (): Promise<void> => {
    try {
      const open = await openBox()
      if (open === null) throw new Error('no key')
      const at = new Date()
      await open.save({ at: at.getTime(), requestId: requestId.current, values: form.getValues() })
      // Only now that the text lies under this tab's own name may the record it came from go.
      if (adopted.current !== null) await open.remove(adopted.current)
      adopted.current = null
      // Keys pressed while it was being written are not on the device: it says "kept" only once they are.
      setState(({ status }) => ({ status: dirty.current ? status : 'kept', keptAt: at }))
      // There was no network when the page opened: what an earlier page left is offered now.
      if (!hasLooked.current) await look()
    } catch {
      dirty.current = true
      setState((before) => ({ ...before, status: 'memory' }))
    }
  }, [form, look, openBox, requestId])

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (dirty.current) {
      dirty.current = false
      unsettled.current += 1
      pending.current = pending.current.then(write).finally(() => {
        unsettled.current -= 1
      })
    }
    return pending.current
  }, [write])

  useEffect(() => {
    if (formKey === null) return
    const typed = (name: string | undefined) => {
      // Without a name the form itself was filled (first values, a kept draft): nobody typed.
      if (name === undefined) return
      dirty.current = true
      isOwn.current = true
      setState((before) =>
        before.status === 'writing' || before.status === 'memory' ? before : { ...before, status: 'writing' },
      )
      // Not put off by the next key: who types without a pause is safe too.
      timer.current ??= setTimeout(() => void flush(), DELAY)
    }
    const leave = () => void flush()
    // The browser asks before it throws away what the device does not hold (yet).
    const hold = (event: BeforeUnloadEvent) => {
      if (!dirty.current && unsettled.current === 0) return
      void flush()
      event.preventDefault()
    }
    void look()
    const subscription = form.watch((_values, { name }) => typed(name))
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', leave)
    window.addEventListener('beforeunload', hold)
    return () => {
      void flush()
      subscription.unsubscribe()
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', leave)
      window.removeEventListener('beforeunload', hold)
    }
  }, [formKey, form, flush, look])

  const [found = null] = offers
  const keep = async () => {
    if (found === null) return
    if (isOwn.current) {
      await flush()
      // The device refuses: what is typed here would have no other place, so it stays.
      if (dirty.current) return
      // What was typed here meanwhile stays in its own record and is offered in its turn.
      tab.current = ''
      box.current = null
    }
    requestId.current = found.requestId
    adopted.current = found.tab
    // What the form holds now that the draft does not know (a version, a new field) stays.
    form.reset({ ...form.getValues(), ...found.values }, { keepDefaultValues: true })
    dirty.current = true
    isOwn.current = true
    await flush()
    await look()
  }
  const discard = async () => {
    if (found === null) return
    await (await openBox())?.remove(found.tab)
    setOffers((before) => before.filter(({ tab: of }) => of !== found.tab))
  }
  const clear = async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    dirty.current = false
    isOwn.current = false
    // A text that is still on its way to the device must not land there after it was cleared.
    await pending.current
    try {
      await box.current?.clear()
      if (adopted.current !== null) await box.current?.remove(adopted.current)
      adopted.current = null
    } catch {
      // What could not be removed is offered at the next opening; better twice than never.
    }
    dirty.current = false
    setState((before) => ({ ...before, status: formKey === null ? 'off' : 'idle' }))
  }
  return { state, found, keep, discard, clear, flush }
}
