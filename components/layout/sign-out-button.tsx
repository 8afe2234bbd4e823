'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { signOut } from '@/lib/accounts/session.actions'

/** Ends the session on the server, then loads a new page, so that no memory of this one is left. */
export const SignOutButton = () => {
  const t = useTranslations('layout')
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const leave = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    const answer = await signOut({ requestId: crypto.randomUUID(), input: {} }).catch(() => null)
    if (answer?.ok) location.assign('/sign-in')
    else setState('failed')
  }
  return (
    <div>
      <Button kind="quiet" className="w-full" aria-disabled={state === 'busy'} onClick={() => void leave()}>
        {t('signOut')}
      </Button>
      <p role="alert" className="text-sm text-danger">
        {state === 'failed' ? t('signOutFailed') : ''}
      </p>
    </div>
  )
}
