'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { isOld } from '@/lib/drafts/device.rules'
import type { KeptDraft } from '@/lib/drafts/inventory'
import type { OutboxItem } from '@/lib/drafts/outbox'
import { ringBell } from '@/lib/drafts/outbox-bell'
import { useInventory } from '@/lib/drafts/use-inventory'
import { DeleteDialog } from './delete-dialog'
import type { Unsent } from './kept'
import { KeptText } from './kept-text'
import { SentTexts } from './sent-texts'

const asDraft = (one: KeptDraft): Unsent => ({ kind: 'draft', one })
const asItem = (one: OutboxItem): Unsent => ({ kind: 'item', one })

/**
 * Refused, waiting, being written, sent: what needs someone comes first.
 * @param begin where nothing is written: the way to begin something
 */
export const KeptTexts = ({ begin }: { begin: ReactNode }) => {
  const t = useTranslations('drafts')
  const found = useTranslations('drafts.state')
  const { inventory, state, look } = useInventory('everywhere')
  const [toDelete, setToDelete] = useState<Unsent | null>(null)
  if (state === 'looking') return <p role="status">{found('looking')}</p>
  if (state === 'refused')
    return (
      <Notice kind="late" title={found('refusedTitle')}>
        <p>{t('refusedWhat')}</p>
        <Button className="mt-2" kind="quiet" onClick={() => void look()}>
          {t('lookAgain')}
        </Button>
      </Notice>
    )
  const { drafts, waiting, failed, sent } = inventory
  const list = (some: readonly Unsent[]) => (
    <ul className="grid gap-3">
      {some.map((unsent) => (
        <li key={keyOf(unsent)}>
          <KeptText kept={unsent} onDelete={() => setToDelete(unsent)} />
        </li>
      ))}
    </ul>
  )
  const old = [...waiting, ...failed].filter(({ at }) => isOld(at, Date.now())).length
  return (
    <div className="grid max-w-3xl gap-8">
      {old === 0 ? null : (
        <Notice kind="late" title={t('old', { count: old })}>
          <p>{t('oldWhat')}</p>
        </Notice>
      )}
      {drafts.length + waiting.length + failed.length + sent.length === 0 ? (
        <EmptyState title={found('nothing')} action={begin}>
          {t('nothingWhat')}
        </EmptyState>
      ) : null}
      {failed.length === 0 ? null : (
        <Part title={found('failed', { count: failed.length })} what={t('failedWhat')}>
          {list(failed.map(asItem))}
        </Part>
      )}
      {waiting.length === 0 ? null : (
        <Part title={found('waiting', { count: waiting.length })} what={t('waitingWhat')}>
          <div>
            <Button kind="quiet" onClick={() => ringBell({ kind: 'hurry' })}>
              {t('sendNow')}
            </Button>
          </div>
          {list(waiting.map(asItem))}
        </Part>
      )}
      {drafts.length === 0 ? null : (
        <Part title={found('drafts', { count: drafts.length })} what={t('draftsWhat')}>
          {list(drafts.map(asDraft))}
        </Part>
      )}
      {sent.length === 0 ? null : (
        <Part title={t('sent', { count: sent.length })} what={t('sentWhat')}>
          <SentTexts sent={sent} />
        </Part>
      )}
      <DeleteDialog
        kept={toDelete}
        onClose={() => setToDelete(null)}
        onDeleted={() => {
          setToDelete(null)
          void look()
        }}
      />
    </div>
  )
}

const keyOf = ({ kind, one }: Unsent): string => (kind === 'draft' ? one.tab : one.id)

const Part = ({ title, what, children }: { title: string; what: string; children: ReactNode }) => (
  <section className="grid gap-3">
    <div>
      <h2>{title}</h2>
      <p className="text-muted">{what}</p>
    </div>
    {children}
  </section>
)
