'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { draftOwner } from '@/lib/drafts/draft-key'
import type { Answer, Envelope } from '@/lib/server/answer'
import { useErrorLabels } from './use-error-labels'
import { versionOf } from './version-of'
import { withStepUp } from './with-step-up'

type Doing = (sent: Envelope) => Promise<Answer<unknown>>

/**
 * One press, one command: for what needs no form. The same press is sent again under the same id when the answer was lost. That it is
 * done is said at the lower edge of the page (components/ui/toast), because the button often goes with what it did.
 * @param confirmation what was done, in words
 * @param undo what the same command is given to take it back, with the version that it answered; without it there is no way back
 * @param then where to go afterwards; without it the page is read again
 * @param look as a box before a line
 */
export const ActionButton = ({
  action,
  input,
  kind = 'quiet',
  size = 'small',
  confirmation,
  undo,
  then,
  look = 'button',
  children,
}: {
  action: Doing
  input: unknown
  kind?: ButtonKind
  size?: 'normal' | 'small'
  confirmation?: string
  undo?: Readonly<Record<string, unknown>>
  then?: string
  look?: 'button' | 'box'
  children: ReactNode
}) => {
  const t = useTranslations('forms')
  const labels = useErrorLabels()
  const router = useRouter()
  const requestId = useRef<string | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'changedMeanwhile' | 'unknown' | { code: string }>(
    'idle',
  )

  const envelope = (id: string, sent: unknown): Envelope => {
    const as = draftOwner()
    return { requestId: id, input: sent, ...(as === null ? {} : { as }) }
  }
  const back = async (sent: unknown): Promise<boolean> => {
    const id = crypto.randomUUID()
    const answer = await withStepUp(() => action(envelope(id, sent)))
    router.refresh()
    return answer?.ok === true
  }
  const press = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    const id = requestId.current ?? crypto.randomUUID()
    requestId.current = id
    const answer = await withStepUp(() => action(envelope(id, input)).catch(() => null))
    // No answer, or one that broke after the command may have been carried out: the same id settles it.
    if (answer === null || (!answer.ok && answer.code === 'failed')) return setState('unknown')
    requestId.current = null
    if (!answer.ok && answer.code === 'signedOut') return location.assign('/sign-in')
    if (!answer.ok)
      return setState(answer.code === 'changedMeanwhile' ? 'changedMeanwhile' : { code: answer.code })
    // A whole new page: what stood here belonged to a session that may be over.
    if (then !== undefined) return location.assign(then)
    setState('idle')
    const version = versionOf(answer.value)
    showToast({
      words: confirmation ?? t('press.done'),
      ...(undo === undefined ? {} : { undo: () => back(version === null ? undo : { ...undo, version }) }),
    })
    router.refresh()
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-y-1">
      <Button
        kind={kind}
        size={size}
        {...(look === 'box' ? { className: 'w-11 px-0! sm:w-8' } : {})}
        onClick={() => void press()}
        aria-disabled={state === 'busy'}
      >
        {state === 'busy' && look === 'button' ? t('press.busy') : children}
      </Button>
      <span role="status" className="text-sm text-danger not-empty:ms-3">
        {typeof state === 'object' ? labels(state.code) : ''}
        {typeof state === 'object' || state === 'idle' || state === 'busy' ? '' : t(`press.${state}`)}
      </span>
    </span>
  )
}
