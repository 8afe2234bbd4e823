'use client'
import { type RefObject, useCallback, useRef, useState } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { connection } from '@/lib/drafts/connection'
import { draftOwner } from '@/lib/drafts/draft-key'
import type { OutboxAction } from '@/lib/drafts/outbox-action.rules'
import type { Draft } from '@/lib/drafts/use-draft'
import type { SavingState } from './form-context'
import { type FormAction, type Refusal, type Reply, type Trouble, toTrouble } from './reply'
import { useQueued } from './use-queued'
import { versionOf } from './version-of'
import { withStepUp } from './with-step-up'

/** No answer for so long is no answer; the same id again settles whether there was one. */
const PATIENCE = 30_000

const inTime = <R>(asked: Promise<R>, patience: number): Promise<R | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

/** Sending a form: one at a time, one id for one thing to be saved, and an answer for whatever comes back. */
export const useSend = <T extends FieldValues, V>({
  form,
  action,
  outboxAction,
  draft,
  requestId,
  onSaved,
  patience = PATIENCE,
}: {
  form: UseFormReturn<T>
  action: FormAction<V>
  outboxAction: OutboxAction | null
  draft: Draft
  requestId: RefObject<string>
  onSaved: (value: V) => void | Promise<void>
  /** Milliseconds; more for what takes long on a slow line. */
  patience?: number | undefined
}) => {
  const [saving, setSaving] = useState<SavingState>('idle')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isSending = useRef(false)

  const refuse = useCallback(
    (no: Refusal): 'fields' | 'trouble' => {
      if (no.fields === undefined || Object.keys(no.fields).length === 0) {
        setTrouble(toTrouble(no))
        return 'trouble'
      }
      for (const [path, code] of Object.entries(no.fields))
        form.setError(toPath<T>(path), { type: 'server', message: code })
      return 'fields'
    },
    [form],
  )

  const ask = async (values: unknown): Promise<Reply<V> | null> => {
    await draft.flush()
    // No one can be reached, and what can wait is not made to wait for that answer.
    if (outboxAction !== null && !navigator.onLine) return null
    const as = draftOwner()
    const sent = { requestId: requestId.current, input: values, ...(as === null ? {} : { as }) }
    try {
      return await withStepUp(() => inTime(action(sent), patience))
    } catch {
      return null
    }
  }

  const send = async (
    values: FieldValues,
    from: 'form' | 'outbox' = 'form',
  ): Promise<'saved' | 'fields' | 'trouble' | 'busy'> => {
    if (isSending.current) return 'busy'
    isSending.current = true
    setSaving('sending')
    setTrouble(null)
    const reply = await ask(values)
    isSending.current = false
    if (reply === null) {
      // The badge is to say at once what this save found out.
      void connection.look()
      // No answer: it may be saved or not. The same id again settles it, from the outbox or by hand.
      const item = outboxAction === null ? null : await draft.handOver(outboxAction, values)
      setSaving(item === null ? 'lost' : 'idle')
      if (item === null) setTrouble({ kind: 'lost' })
      else queue(item)
      return 'trouble'
    }
    if (reply.ok) {
      requestId.current = crypto.randomUUID()
      // What was typed while the answer was under way is not saved: it is a text of its own, and stays one.
      const typed = form.getValues()
      const isAsSent = from === 'outbox' || JSON.stringify(typed) === JSON.stringify(values)
      if (isAsSent) await draft.clear()
      else await draft.renew()
      // The form goes on from what it saved, and is not drawn anew for it: "Saved" stays where one looks for it.
      const version = versionOf(reply.value)
      if (version !== null && versionOf(typed) !== null) {
        form.reset({ ...typed, ...(isAsSent ? {} : values), version })
        if (!isAsSent) form.reset({ ...typed, version }, { keepDefaultValues: true })
      }
      setSaving('saved')
      setSavedAt(new Date())
      await onSaved(reply.value)
      return 'saved'
    }
    setSaving('idle')
    return refuse(reply)
  }
  // It was sent from the outbox: asking once more under the same id brings the first answer, as if it had come here.
  const { queued, queue, change, hurry } = useQueued({
    draft,
    onSent: (values) => void send(values, 'outbox'),
  })
  return { send, refuse, saving, savedAt, trouble, dismiss: () => setTrouble(null), queued, change, hurry }
}

// Field paths come from the server as text; setError keeps whatever path it is given, known to the form or not.
const toPath = <T extends FieldValues>(path: string): Path<T> | 'root' => (isPath<T>(path) ? path : 'root')
const isPath = <T extends FieldValues>(path: string): path is Path<T> => path !== ''
