'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { openBrowserOutbox } from '@/lib/drafts/browser-outbox'
import { browserPorts } from '@/lib/drafts/browser-ports'
import { removeCopy } from '@/lib/drafts/copies'
import { openDraft } from '@/lib/drafts/draft-box'
import { countWords } from '@/lib/drafts/kept-text.rules'
import { ringBell } from '@/lib/drafts/outbox-bell'
import type { Unsent } from './kept'
import { useKeptLabels } from './kept-labels'

const remove = async ({ kind, one }: Unsent): Promise<void> => {
  if (kind === 'item') {
    const outbox = await openBrowserOutbox()
    if (outbox === null) throw new Error('no key')
    await outbox.remove(one.id)
    if (one.copy !== null) await browserPorts.remote.remove(one.copy).catch(() => undefined)
    return
  }
  const keys = await browserPorts.keys()
  if (keys === null) throw new Error('no key')
  await browserPorts.store.remove(one.slot, one.tab)
  const gone = removeCopy(browserPorts.remote, (record) => openDraft(keys, record), one)
  // From another device: only the server has it, and it must say that it is gone.
  await (one.from === 'server' ? gone : gone.catch(() => undefined))
}

/** Names what is lost before it is. */
export const DeleteDialog = ({
  kept,
  onClose,
  onDeleted,
}: {
  kept: Unsent | null
  onClose: () => void
  onDeleted: () => void
}) => {
  const t = useTranslations('drafts')
  const { when, title } = useKeptLabels()
  const [isStuck, setStuck] = useState(false)
  const sure = async (): Promise<void> => {
    if (kept === null) return
    try {
      await remove(kept)
      ringBell({ kind: 'changed' })
      setStuck(false)
      onDeleted()
    } catch {
      setStuck(true)
    }
  }
  return (
    <Dialog isOpen={kept !== null} onClose={onClose} title={t('deleteTitle')}>
      {kept === null ? null : (
        <p>
          {t('deleteWhat', {
            title: title(kept.one),
            when: when(kept.one.at),
            count: countWords(kept.one.values ?? {}),
          })}
        </p>
      )}
      {isStuck ? <p role="alert">{t('deleteFailed')}</p> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button kind="danger" onClick={() => void sure()}>
          {t('deleteSure')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('deleteNot')}
        </Button>
      </div>
    </Dialog>
  )
}
