import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Offer } from '@/lib/handovers/handover.data'
import { AcceptAll } from './accept-all'

/** On the first page: the files one is asked to take. They wait with the coordinator until then. */
export const OffersCard = ({ offers }: { offers: readonly Offer[] }) => {
  const t = useTranslations('handovers')
  return (
    <Card as="section" tight label={t('askedOfYou')}>
      <ul>
        {offers.map(({ id, from, sender, caseIds, together }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hair py-3 first:border-t-0"
          >
            <div className="min-w-0 grow basis-64">
              <p className="font-semibold">{t('offer.title', { count: caseIds.length })}</p>
              <p className="text-sm text-muted">{t('offer.what', { from, sender })}</p>
              {together.length === caseIds.length ? null : (
                <p className="text-sm font-semibold text-danger">
                  {t('inDanger', { count: caseIds.length - together.length })}
                </p>
              )}
            </div>
            <LinkButton size="small" href={`/handovers/${id}`}>
              {t('offer.look')}
            </LinkButton>
            {together.length === 0 ? null : <AcceptAll handoverId={id} caseIds={together} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
