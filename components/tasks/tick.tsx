'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useSyncExternalStore } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { editNextStep } from '@/lib/cases/case.actions'
import { tickTask } from '@/lib/tasks/task.actions'
import { lastDone, listenToDone, sayDone, type TickOf } from './done-notice'

/** The same after one more change of the row. */
const withNext = (one: TickOf): TickOf =>
  one.kind === 'task'
    ? { kind: 'task', input: { ...one.input, version: one.input.version + 1 } }
    : { kind: 'step', input: { ...one.input, version: one.input.version + 1 } }

/** The box before something to do: done with one press; what it undoes is offered at the foot of the page. */
export const Tick = ({ text, does, undo }: { text: string; does: TickOf; undo: TickOf }) => {
  const t = useTranslations('tasks')
  return (
    <ActionButton
      action={does.kind === 'task' ? tickTask : editNextStep}
      input={does.input}
      kind="plain"
      look="box"
      onDone={() => sayDone({ text, undo: withNext(undo) })}
    >
      <span aria-hidden="true" className="size-5 rounded-sm border border-edge bg-surface" />
      <span className="sr-only">
        {t('tick')}: {text}
      </span>
    </ActionButton>
  )
}

/** So long the way back is offered, and as long as it has the focus. */
const OFFERED_MS = 10_000

/** At the foot of the page: what was just done, and the way back. */
export const DoneNotice = () => {
  const t = useTranslations('tasks')
  const done = useSyncExternalStore(listenToDone, lastDone, () => null)
  useEffect(() => {
    if (done === null) return
    let timer = setTimeout(leave, OFFERED_MS)
    function leave(): void {
      const hasFocus = document.activeElement?.closest('[data-done-notice]') !== null
      if (document.activeElement !== null && hasFocus) timer = setTimeout(leave, OFFERED_MS)
      else sayDone(null)
    }
    return () => clearTimeout(timer)
  }, [done])
  // What was done in one file is not undone from another one.
  useEffect(() => () => sayDone(null), [])
  return (
    <div
      role="status"
      data-done-notice=""
      className="pointer-events-none fixed inset-x-3 bottom-20 z-30 flex justify-center lg:bottom-5 print:hidden"
    >
      {done === null ? null : (
        <div className="pointer-events-auto flex max-w-xl items-center gap-3 rounded border border-edge bg-surface px-4 py-1.5 shadow-layer">
          <span className="line-clamp-2 min-w-0 wrap-anywhere" dir="auto">
            {t('ticked', { text: done.text })}
          </span>
          <ActionButton
            action={done.undo.kind === 'task' ? tickTask : editNextStep}
            input={done.undo.input}
            onDone={() => sayDone(null)}
          >
            {t('undo')}
          </ActionButton>
        </div>
      )}
    </div>
  )
}
