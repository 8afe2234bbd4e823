'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { openBrowserOutbox } from '@/lib/drafts/browser-outbox'
import { browserPorts } from '@/lib/drafts/browser-ports'
import type { OutboxItem } from '@/lib/drafts/outbox'
import { hearBell, ringBell } from '@/lib/drafts/outbox-bell'

/** Signing out while texts wait: send them, leave them encrypted for oneself, or delete them by typing how many. */
export const LeaveDialog = ({
  unsent,
  look,
  onClose,
  leave,
}: {
  unsent: readonly OutboxItem[]
  look: () => Promise<void>
  onClose: () => void
  leave: () => Promise<void>
}) => {
  const t = useTranslations('layout')
  const field = useId()
  const [typed, setTyped] = useState('')
  const count = unsent.length
  const isOpen = count > 0
  useEffect(
    () => (isOpen ? hearBell(({ kind }) => void (kind === 'answered' ? look() : 0)) : undefined),
    [isOpen, look],
  )
  const removeAll = async (): Promise<void> => {
    if (typed.trim() !== String(count)) return
    const outbox = await openBrowserOutbox()
    for (const { id, copy } of unsent) {
      await outbox?.remove(id)
      if (copy !== null) await browserPorts.remote.remove(copy).catch(() => undefined)
    }
    await leave()
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('leave.title', { count })}>
      <p>{t('leave.what')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button onClick={() => ringBell({ kind: 'hurry' })}>{t('leave.send')}</Button>
        <Button kind="quiet" onClick={() => void leave()}>
          {t('leave.keep')}
        </Button>
      </div>
      <div className="mt-5 grid gap-2 border-t border-hair pt-4">
        <label htmlFor={field}>{t('leave.type', { count })}</label>
        <div className="flex flex-wrap gap-3">
          <input
            id={field}
            inputMode="numeric"
            autoComplete="off"
            className="num min-h-11 w-24 rounded border border-edge bg-surface px-3 py-2 text-base"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            kind="danger"
            aria-disabled={typed.trim() !== String(count)}
            onClick={() => void removeAll()}
          >
            {t('leave.delete', { count })}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
