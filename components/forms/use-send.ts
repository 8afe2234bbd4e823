'use client'
import { type RefObject, useRef, useState } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Draft } from '@/lib/drafts/use-draft'
import type { SavingState } from './form-context'
import { type FormAction, type Reply, type Trouble, toTrouble } from './reply'

/** Sending a form: one at a time, one id for one thing to be saved, and an answer for whatever comes back. */
export const useSend = <T extends FieldValues, V>({
  form,
  action,
  draft,
  requestId,
  onSaved,
}: {
  form: UseFormReturn<T>
  action: FormAction<V>
  draft: Draft
  requestId: RefObject<string>
  onSaved: (value: V) => void | Promise<void>
}) => {
  const [saving, setSaving] = useState<SavingState>('idle')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isSending = useRef(false)

  const refuse = (fields: Readonly<Record<string, string>>): void => {
    for (const [path, code] of Object.entries(fields))
      form.setError(toPath<T>(path), { type: 'server', message: code })
  }

  const ask = async (values: unknown): Promise<Reply<V> | null> => {
    try {
      await draft.flush()
      return await action({ requestId: requestId.current, input: values })
    } catch {
      return null
    }
  }

  const send = async (values: unknown): Promise<'saved' | 'fields' | 'trouble' | 'busy'> => {
    if (isSending.current) return 'busy'
    isSending.current = true
    setSaving('sending')
    setTrouble(null)
    const reply = await ask(values)
    isSending.current = false
    if (reply === null) {
      // No answer: it may be saved or not. The same id again settles it.
      setSaving('lost')
      setTrouble({ kind: 'lost' })
      return 'trouble'
    }
    if (reply.ok) {
      requestId.current = crypto.randomUUID()
      await draft.clear()
      setSaving('saved')
      setSavedAt(new Date())
      await onSaved(reply.value)
      return 'saved'
    }
    setSaving('idle')
    if (reply.fields !== undefined && Object.keys(reply.fields).length > 0) {
      refuse(reply.fields)
      return 'fields'
    }
    setTrouble(toTrouble(reply))
    return 'trouble'
  }
  return { send, saving, savedAt, trouble, dismiss: () => setTrouble(null) }
}

// Field paths come from the server as text; setError keeps whatever path it is given, known to the form or not.
const toPath = <T extends FieldValues>(path: string): Path<T> | 'root' => (isPath<T>(path) ? path : 'root')
const isPath = <T extends FieldValues>(path: string): path is Path<T> => path !== ''
