'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import { draftOwner } from '@/lib/drafts/draft-key'
import type { Answer, Envelope } from '@/lib/server/answer'
import { useErrorLabels } from './use-error-labels'

type Doing = (sent: Envelope) => Promise<Answer<unknown>>

/**
 * One press, one command: for what needs no form. The same press is sent again under the same id when the answer was lost.
 * @param then where to go afterwards; without it the page is read again
 * @param onDone what else follows when it was carried out
 * @param look as a box before a line, whose state is heard and not seen
 */
export const ActionButton = ({
  action,
  input,
  kind = 'quiet',
  size = 'small',
  then,
  onDone,
  look = 'button',
  children,
}: {
  action: Doing
  input: unknown
  kind?: ButtonKind
  size?: 'normal' | 'small'
  then?: string
  onDone?: () => void
  look?: 'button' | 'box'
  children: ReactNode
}) => {
  const t = useTranslations('forms')
  const labels = useErrorLabels()
  const router = useRouter()
  const requestId = useRef<string | null>(null)
  const [state, setState] = useState<
    'idle' | 'busy' | 'done' | 'changedMeanwhile' | 'unknown' | { code: string }
  >('idle')

  const press = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    requestId.current ??= crypto.randomUUID()
    const as = draftOwner()
    const sent = { requestId: requestId.current, input, ...(as === null ? {} : { as }) }
    const answer = await action(sent).catch(() => null)
    // No answer, or one that broke after the command may have been carried out: the same id settles it.
    if (answer === null || (!answer.ok && answer.code === 'failed')) return setState('unknown')
    requestId.current = null
    if (!answer.ok && answer.code === 'signedOut') return location.assign('/sign-in')
    if (!answer.ok)
      return setState(answer.code === 'changedMeanwhile' ? 'changedMeanwhile' : { code: answer.code })
    // A whole new page: what stood here belonged to a session that may be over.
    if (then !== undefined) return location.assign(then)
    setState('done')
    onDone?.()
    router.refresh()
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        kind={kind}
        size={size}
        {...(look === 'box' ? { className: 'w-11 px-0! sm:w-8' } : {})}
        onClick={() => void press()}
        aria-disabled={state === 'busy'}
      >
        {state === 'busy' && look === 'button' ? t('press.busy') : children}
      </Button>
      <span
        role="status"
        className={
          state !== 'done' ? 'text-sm text-danger' : look === 'box' ? 'sr-only' : 'text-sm text-done'
        }
      >
        {typeof state === 'object' ? labels(state.code) : ''}
        {typeof state === 'object' || state === 'idle' || state === 'busy' ? '' : t(`press.${state}`)}
      </span>
    </span>
  )
}
