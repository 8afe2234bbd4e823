'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { signOut } from '@/lib/accounts/session.actions'
import { openBrowserOutbox } from '@/lib/drafts/browser-outbox'
import { browserPorts } from '@/lib/drafts/browser-ports'
import type { OutboxItem } from '@/lib/drafts/outbox'

/** What has not been sent from this device; nothing when no one can tell (no key, no storage). */
const listUnsent = async (): Promise<readonly OutboxItem[]> => {
  try {
    if ((await browserPorts.store.list()).length === 0) return []
    const items = (await (await openBrowserOutbox())?.list()) ?? []
    return items.filter(({ state }) => state !== 'sent')
  } catch {
    return []
  }
}

/** Ends the session on the server, then loads a new page, so that no memory of this one is left. */
export const SignOutButton = ({ canKeep }: { canKeep: boolean }) => {
  const t = useTranslations('layout')
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const [unsent, setUnsent] = useState<readonly OutboxItem[]>([])
  const [question, setQuestion] = useState<typeof import('./leave-dialog') | null>(null)
  const leave = async (): Promise<void> => {
    setState('busy')
    const answer = await signOut({ requestId: crypto.randomUUID(), input: {} }).catch(() => null)
    if (answer?.ok) location.assign('/sign-in')
    else setState('failed')
  }
  const look = async (): Promise<void> => {
    const left = await listUnsent()
    setUnsent(left)
    if (left.length === 0) return leave()
    // Without a network there is no signing out, and nothing to ask.
    const brought = await import('./leave-dialog').catch(() => null)
    if (brought === null) setState('failed')
    setQuestion(brought)
  }
  const press = async (): Promise<void> => {
    if (state === 'busy') return
    if (canKeep) await look()
    else await leave()
  }
  return (
    <div>
      <Button kind="quiet" className="w-full" aria-disabled={state === 'busy'} onClick={() => void press()}>
        {t('signOut')}
      </Button>
      <p role="alert" className="text-sm text-danger">
        {state === 'failed' ? t('signOutFailed') : ''}
      </p>
      {question === null ? null : (
        <question.LeaveDialog unsent={unsent} look={look} onClose={() => setUnsent([])} leave={leave} />
      )}
    </div>
  )
}
