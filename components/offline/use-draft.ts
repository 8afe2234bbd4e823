import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { FormName } from '@/lib/device/device.types'
import type { DraftState } from '@/lib/drafts/draft-state'
import { typedFields } from '@/lib/drafts/typed-fields.rules'
import type { Draft } from '@/lib/drafts/use-draft'
import { useDevice } from './device'

/** Milliseconds after the last key. */
const REST = 400

/** The name of what is begun says which form it is: "visit-…". */
export const formOf = (name: string): FormName => {
  const form = (['visit', 'note', 'task', 'activity'] as const).find((one) => name.startsWith(`${one}-`))
  if (form === undefined) throw new Error('no such form')
  return form
}

const isValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * In the place of lib/drafts/use-draft: what is typed is kept on the device, and in the same step sealed for the server. What was begun is
 * there again when the form is opened: no one is asked.
 */
export const useDraft = <T extends FieldValues>(
  name: string | null,
  form: UseFormReturn<T>,
  _requestId: RefObject<string>,
  _lookUp: readonly string[] = [],
  toTyped: (values: T) => T = (values) => values,
): Draft => {
  const device = useDevice()
  const [state, setState] = useState<DraftState>({
    status: name === null ? 'off' : 'idle',
    keptAt: null,
    why: null,
  })
  const pare = useRef(toTyped)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isUnkept = useRef(false)
  const isBusy = useRef(false)
  const saving = useRef<Promise<void>>(Promise.resolve())

  const keep = useCallback(async (): Promise<void> => {
    if (name === null || !isUnkept.current) return
    isUnkept.current = false
    isBusy.current = true
    const values = form.getValues()
    if (typedFields(pare.current(values), form.formState.defaultValues ?? {}).length === 0) {
      isBusy.current = false
      return
    }
    const kept = await device.saveDraft(name, formOf(name), values)
    isBusy.current = false
    if (kept.ok) setState({ status: 'kept', keptAt: new Date(kept.value.at), why: null })
    else {
      isUnkept.current = true
      setState({ status: 'memory', keptAt: null, why: kept.code === 'full' ? 'full' : 'refused' })
    }
  }, [device, form, name])
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    saving.current = saving.current.then(keep)
    return saving.current
  }, [keep])

  useEffect(() => {
    if (name === null) return
    let isHere = true
    void device.draft(name).then((begun) => {
      // Who was quicker than the disk goes on from what they typed.
      if (!isHere || isUnkept.current || begun === null || !isValues(begun.value)) return
      form.reset({ ...form.getValues(), ...begun.value }, { keepDefaultValues: true })
      setState({ status: 'kept', keptAt: new Date(begun.at), why: null })
    })
    const subscription = form.watch((_values, { name: field }) => {
      // Without a name the form itself was filled: no one typed.
      if (field === undefined) return
      isUnkept.current = true
      setState((before) => (before.status === 'writing' ? before : { ...before, status: 'writing' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST)
    })
    const leave = (): void => void flush()
    const hold = (event: Event): void => {
      if (isUnkept.current || isBusy.current) event.preventDefault()
      void flush()
    }
    document.addEventListener('visibilitychange', leave)
    addEventListener('pagehide', leave)
    addEventListener('quiet', hold)
    return () => {
      isHere = false
      subscription.unsubscribe()
      void flush()
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', leave)
      removeEventListener('quiet', hold)
    }
  }, [device, flush, form, name])

  return useMemo(
    () => ({
      state,
      found: null,
      problem: null,
      keep: async () => undefined,
      discard: async () => undefined,
      undo: null,
      // Finishing took it from what is begun (write-visit.tsx).
      clear: async () => {
        clearTimeout(timer.current)
        isUnkept.current = false
      },
      renew: async () => undefined,
      flush,
      handOver: async () => null,
      takeUp: () => undefined,
    }),
    [state, flush],
  )
}
