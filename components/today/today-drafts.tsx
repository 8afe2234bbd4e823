'use client'
import { useTranslations } from 'next-intl'
import { InstallHint } from '@/components/layout/install-hint'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { useInventory } from '@/lib/drafts/use-inventory'

/** What was typed and is not on the server yet: begun, waiting, refused; on this device, and on the server. */
export const TodayDrafts = () => {
  const t = useTranslations('today.drafts')
  const { inventory, state } = useInventory('everywhere')
  const { drafts, waiting, failed } = inventory
  const count = drafts.length + waiting.length + failed.length
  const here = drafts.filter(({ from }) => from === 'device').length
  const lines = [
    { key: 'failed', count: failed.length },
    { key: 'waiting', count: waiting.length },
    { key: 'here', count: here },
    { key: 'server', count: drafts.length - here },
  ] as const
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className="mb-2.5">
        {t('title')}
        {count === 0 ? null : (
          <span className="num font-sans text-base font-normal text-muted"> ({count})</span>
        )}
      </h2>
      <InstallHint />
      <Card>
        <div role="status">
          {state === 'looking' ? <p className="text-muted">{t('looking')}</p> : null}
          {state === 'refused' ? <p>{t('refused')}</p> : null}
          {state === 'seen' && count === 0 ? <p className="text-muted">{t('none')}</p> : null}
          <ul>
            {lines.flatMap((line) =>
              line.count === 0 ? [] : [<li key={line.key}>{t(line.key, { count: line.count })}</li>],
            )}
          </ul>
        </div>
        {count === 0 && state !== 'refused' ? null : (
          <p className="mt-2">
            <LinkButton kind="quiet" size="small" href="/drafts">
              {t('goOn')}
            </LinkButton>
          </p>
        )}
      </Card>
    </section>
  )
}
