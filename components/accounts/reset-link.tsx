'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { withStepUp } from '@/components/forms/with-step-up'
import { Button } from '@/components/ui/button'
import { beginReset } from '@/lib/accounts/reset.actions'
import { InvitationLink } from './invitation-link'
import { makeSecret, toLink } from './link-secret'

/** Makes a link for a new password: the admin passes it on, and neither chooses nor learns the password. */
export const ResetLink = ({ staffId, name }: { staffId: string; name: string }) => {
  const t = useTranslations('accounts.reset')
  const press = useTranslations('forms.press')
  const labels = useErrorLabels()
  const requestId = useRef<string | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'unknown' | { code: string }>('idle')
  const [href, setHref] = useState<string | null>(null)

  const make = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    // The same press is sent again under the same id when the answer was lost.
    const id = requestId.current ?? crypto.randomUUID()
    requestId.current = id
    const { secret, tokenHash } = await makeSecret(id)
    const answer = await withStepUp(() =>
      beginReset({ requestId: id, input: { staffId, tokenHash } }).catch(() => null),
    )
    // No answer, or one that broke after the command may have been carried out: the same id settles it.
    if (answer === null || (!answer.ok && answer.code === 'failed')) return setState('unknown')
    if (!answer.ok) {
      requestId.current = null
      return answer.code === 'signedOut' ? location.assign('/sign-in') : setState({ code: answer.code })
    }
    setHref(toLink('/reset-password', id, secret))
    requestId.current = null
    setState('idle')
  }

  if (href !== null)
    return (
      <InvitationLink
        words={{ ready: t('ready'), label: t('link', { name }), copied: t('copied'), done: t('close') }}
        href={href}
        onDone={() => setHref(null)}
      />
    )
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button kind="quiet" onClick={() => void make()} aria-disabled={state === 'busy'}>
        {state === 'busy' ? press('busy') : t('make')}
      </Button>
      <span role="status" className="text-sm text-danger">
        {typeof state === 'object' ? labels(state.code) : ''}
        {state === 'unknown' ? press('unknown') : ''}
      </span>
    </span>
  )
}
