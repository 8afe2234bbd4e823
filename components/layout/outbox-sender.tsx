'use client'
import { useEffect } from 'react'
import { browserPorts } from '@/lib/drafts/browser-ports'
import { connection } from '@/lib/drafts/connection'
import { keepForSure } from '@/lib/drafts/keep-for-sure'
import { hearBell, ringBell } from '@/lib/drafts/outbox-bell'
import { createSender } from '@/lib/drafts/sender'
import { loadOutboxActions, sendAs } from './send-as'

/** Sends what waits on this device, on every page of the application, for as long as the one who wrote it is signed in. */
export const OutboxSender = ({ account }: { account: string }) => {
  useEffect(() => {
    const sender = createSender(browserPorts, sendAs(account), {
      isOnline: () => navigator.onLine && connection.now() === 'well',
      answered: ({ id, item }) => ringBell({ kind: 'answered', id, state: item.state }),
    })
    const all = () => void sender.run(true)
    const seen = () => void (document.visibilityState === 'visible' ? sender.run() : undefined)
    const isBack = () => (connection.now() === 'well' ? all() : undefined)
    const unwatch = connection.listen(isBack)
    const silence = hearBell(({ kind }) => {
      // Now something lies here that the application does not have: the moment to ask the browser not to erase it.
      if (kind === 'changed') void keepForSure()
      if (kind !== 'answered') void sender.run(kind === 'hurry')
    })
    loadOutboxActions().catch(() => undefined)
    void sender.run()
    window.addEventListener('online', all)
    document.addEventListener('visibilitychange', seen)
    return () => {
      sender.stop()
      silence()
      unwatch()
      window.removeEventListener('online', all)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [account])
  return null
}
