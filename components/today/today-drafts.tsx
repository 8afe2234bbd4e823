'use client'
import { useTranslations } from 'next-intl'
import { InstallHint } from '@/components/layout/install-hint'
import { Link } from '@/components/ui/link'
import { useInventory } from '@/lib/drafts/use-inventory'

/** What was typed and is not on the server yet: begun, waiting, refused; on this device, and on the server. */
export const TodayDrafts = () => {
  const t = useTranslations('drafts.state')
  const { inventory, state } = useInventory('everywhere')
  const { drafts, waiting, failed } = inventory
  const count = drafts.length + waiting.length + failed.length
  const lines = [
    { key: 'failed', count: failed.length },
    { key: 'waiting', count: waiting.length },
    { key: 'drafts', count: drafts.length },
  ] as const
  return (
    <section aria-labelledby="drafts">
      <div className="mb-2 flex items-baseline justify-between gap-x-3 border-b border-edge pb-1.5">
        <h2 id="drafts" className="text-h3">
          {t('title')}
          {count === 0 ? null : (
            <span className="num font-sans text-base font-normal text-muted"> {count}</span>
          )}
        </h2>
        {count === 0 && state !== 'refused' ? null : (
          <Link href="/drafts" className="inline-block py-1 text-sm">
            {t('open')}
          </Link>
        )}
      </div>
      <InstallHint />
      <div role="status" className="text-sm text-muted">
        {state === 'looking' ? <p>{t('looking')}</p> : null}
        {state === 'refused' ? <p className="text-ink">{t('refusedTitle')}</p> : null}
        {state === 'seen' && count === 0 ? <p>{t('nothing')}</p> : null}
        <ul>
          {lines.flatMap((line) =>
            line.count === 0 ? [] : [<li key={line.key}>{t(line.key, { count: line.count })}</li>],
          )}
        </ul>
      </div>
    </section>
  )
}
