'use client'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { browserPorts } from './browser-ports'
import type { Problem } from './draft-content'
import type { DraftState } from './draft-state'
import { createKeeper, type Keeper } from './keeper'
import type { Offer } from './offers'
import type { OutboxItem } from './outbox'
import type { OutboxAction } from './outbox-action.rules'
import { takenUp, typedFields } from './typed-fields.rules'

export type { DraftState } from './draft-state'

export type Draft = {
  readonly state: DraftState
  readonly found: Offer | null
  /** What the server had against the text that was taken up from the list. */
  readonly problem: Problem | null
  readonly keep: () => Promise<void>
  readonly discard: () => Promise<void>
  /** After a discard, for as long as the form stands. */
  readonly undo: (() => Promise<void>) | null
  /** Call when the server has acknowledged the save, and never before. */
  readonly clear: () => Promise<void>
  /** Writes what stands in the form anew, under the id that the form has now. */
  readonly renew: () => Promise<void>
  /** Writes what is typed now, for the moments before someone leaves. */
  readonly flush: () => Promise<void>
  /** To be sent later; null when the device cannot keep it. */
  readonly handOver: (outboxAction: OutboxAction, values: FieldValues) => Promise<OutboxItem | null>
  /** Takes up a text that lies under this name, as if "Keep" had been pressed. */
  readonly takeUp: (tab: string) => void
}

const WANTED = /^#draft=([\w-]+)$/

/** Forms of this window that are gone, until what was typed into them is written down and let go. */
const leaving = new Set<Promise<void>>()

/** The text that the list of drafts sent someone here for. Its name says nothing, and it leaves the address when found. */
const readWanted = (): string | null => WANTED.exec(location.hash)?.[1] ?? null
const forgetWanted = (): void => {
  if (readWanted() !== null) history.replaceState(history.state, '', location.pathname + location.search)
}

/** Where one is; of a page that someone hid, whose address is another by now, where one was. */
const here = (): string => document.documentElement.dataset.quiet || location.pathname + location.search

/**
 * Keeps what is typed into a form on the device and on the server, encrypted (draft-cipher.ts), and offers what an
 * earlier page or another device left.
 * @param formKey which form, about what: "visit:new", "note:K7-3QF"; null keeps nothing
 * @param requestId the id the form sends under; a kept draft brings its own one back
 * @param lookUp fields that are typed to look for someone: alone they are no draft
 * @param toTyped leaves out of the values what a press made and no one filled
 */
export const useDraft = <T extends FieldValues>(
  formKey: string | null,
  form: UseFormReturn<T>,
  requestId: RefObject<string>,
  lookUp: readonly string[] = [],
  toTyped: (values: T) => T = (values) => values,
): Draft => {
  const [state, setState] = useState<DraftState>({
    status: formKey === null ? 'off' : 'idle',
    keptAt: null,
    why: null,
  })
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [discarded, setDiscarded] = useState<Offer | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const keeper = useRef<Keeper | null>(null)
  const problemNow = useRef<Problem | null>(null)
  const sought = useRef(lookUp)
  const pare = useRef(toTyped)
  const isTakenUp = useRef(false)

  const takeOver = useCallback(
    async (offer: Offer): Promise<void> => {
      const open = keeper.current
      if (open === null || !(await open.keep(offer))) return
      isTakenUp.current = true
      requestId.current = offer.requestId
      problemNow.current = offer.problem
      setProblem(offer.problem)
      // What the form holds now that the draft does not know (a version, a new field) stays.
      form.reset(
        { ...form.getValues(), ...takenUp(offer.values, form.getValues()) },
        { keepDefaultValues: true },
      )
      await open.flush()
      await open.look()
    },
    [form, requestId],
  )

  useEffect(() => {
    if (formKey === null) return
    setWanted(readWanted())
    const open = createKeeper(formKey, browserPorts, {
      read: () => {
        const values = form.getValues()
        const typed = typedFields(pare.current(values), form.formState.defaultValues ?? {})
        // What was taken up once stays a draft, however short it is.
        const isSought = (name: string): boolean => !isTakenUp.current && sought.current.includes(name)
        if (typed.every(isSought)) return null
        return { requestId: requestId.current, values, typed, path: here(), problem: problemNow.current }
      },
      tell: (next, found) => {
        setState(next)
        setOffers(found)
      },
    })
    keeper.current = open
    const leave = () => void open.flush()
    const seen = () => void (document.visibilityState === 'visible' ? open.look() : open.flush())
    // The browser asks before it throws away what the device does not hold (yet).
    const hold = (event: BeforeUnloadEvent) => {
      if (!open.isOpen()) return
      void open.flush()
      event.preventDefault()
    }
    // A page that someone hid is left when everything is kept, and asks until then.
    const quiet = (event: Event) => {
      if (!open.isOpen()) return
      void open.flush()
      event.preventDefault()
    }
    void open.look()
    // A form that takes the place of another one finds what was typed into that one to the last key.
    if (leaving.size > 0) void Promise.allSettled(leaving).then(() => open.look())
    const subscription = form.watch((_values, { name }) => {
      // Without a name the form itself was filled (first values, a kept draft): no one typed.
      if (name !== undefined) open.typed()
    })
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pagehide', leave)
    window.addEventListener('quiet', quiet)
    window.addEventListener('online', leave)
    window.addEventListener('beforeunload', hold)
    return () => {
      const gone = open.close().finally(() => leaving.delete(gone))
      leaving.add(gone)
      keeper.current = null
      subscription.unsubscribe()
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('quiet', quiet)
      window.removeEventListener('online', leave)
      window.removeEventListener('beforeunload', hold)
    }
  }, [formKey, form, requestId])

  useEffect(() => {
    const found = wanted === null ? undefined : offers.find(({ tab }) => tab === wanted)
    if (found === undefined) return
    setWanted(null)
    forgetWanted()
    void takeOver(found)
  }, [wanted, offers, takeOver])

  const [found = null] = offers
  return useMemo(
    () => ({
      state,
      found,
      problem,
      keep: async () => (found === null ? undefined : takeOver(found)),
      discard: async () => {
        if (found === null) return
        setDiscarded(found)
        await keeper.current?.discard(found)
      },
      undo:
        discarded === null
          ? null
          : async () => {
              setDiscarded(null)
              await keeper.current?.restore(discarded)
            },
      clear: async () => {
        isTakenUp.current = false
        problemNow.current = null
        setProblem(null)
        await keeper.current?.clear()
      },
      renew: async () => {
        problemNow.current = null
        setProblem(null)
        keeper.current?.typed()
        await keeper.current?.flush()
      },
      flush: async () => keeper.current?.flush(),
      handOver: async (outboxAction, values) =>
        (await keeper.current?.handOver({
          door: outboxAction,
          values,
          requestId: requestId.current,
          path: here(),
        })) ?? null,
      takeUp: (tab) => {
        setWanted(tab)
        void keeper.current?.look()
      },
    }),
    [state, found, problem, discarded, takeOver, requestId],
  )
}
