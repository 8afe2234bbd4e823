import type { Option } from '@/components/forms/choices'
import { NewRow } from '@/components/forms/new-row'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { isOffered, isStale, type Partner } from '@/lib/partners/partner.rules'
import { emptyPartner } from '@/lib/partners/partner.view'
import { languageName } from '@/lib/people/country.rules'
import type { Day } from '@/lib/shared/dates'
import type { LanguageChoice } from './languages-field'
import { PartnerForm } from './partner-form'
import { usePartnerLabels } from './partner-labels'
import { PartnerList } from './partner-list'
import { PartnerTags } from './partner-tags'

/** Everyone the organisation works with, found by what they do, for whom and in which language. */
export const PartnersPage = ({
  partners,
  languages,
  bodies,
  canKeep,
  today,
  locale,
}: {
  partners: readonly Partner[]
  languages: readonly LanguageChoice[]
  bodies: readonly Option[]
  canKeep: boolean
  today: Day
  locale: string
}) => {
  const { t, languages: inWords, regions, facts } = usePartnerLabels()
  const offered = partners.filter(isOffered)
  const retired = partners.filter(({ isRetired, sameAs }) => isRetired && sameAs === null)
  const spoken = [...new Set(offered.flatMap((partner) => partner.spoken))]
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  const line = (partner: Partner) => (
    // On a wide screen one line: its name, what it does, and at the end what one has to know of it.
    <div className="gap-x-6 lg:grid lg:grid-cols-[22rem_minmax(0,1fr)_auto] lg:items-baseline">
      <p className="flex flex-wrap items-center gap-x-3 lg:contents">
        <Link
          href={`/partners/${partner.id}`}
          className="inline-flex min-h-8 items-center font-semibold text-ink no-underline hover:underline max-sm:-my-1 sm:min-h-6"
        >
          <bdi className="wrap-anywhere">{partner.name}</bdi>
        </Link>
        <span className="flex flex-wrap gap-x-3 lg:order-last">
          <PartnerTags partner={partner} isStale={isStale(partner, today)} />
        </span>
      </p>
      <p dir="auto" className="text-sm text-muted wrap-anywhere">
        {facts([
          t(`kind.${partner.kind}`),
          regions(partner.regions),
          inWords(partner.spoken),
          partner.ages === 'all' ? '' : t(`ages.${partner.ages}`),
          partner.takes,
        ])}
      </p>
    </div>
  )
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-8 max-sm:-mb-3">
        <PageTitle title={t('title')}>
          <span className="max-sm:hidden">{t('what')}</span>
        </PageTitle>
        {canKeep ? (
          <div className="has-[details[open]]:mb-4 has-[details[open]]:basis-full">
            <NewRow label={t('newOpen')} isOpen={offered.length === 0}>
              <div className="max-w-prose">
                <p className="mb-4 text-muted sm:hidden">{t('what')}</p>
                <PartnerForm fields={emptyPartner()} languages={languages} bodies={bodies} today={today} />
              </div>
            </NewRow>
          </div>
        ) : null}
      </div>
      <div className="grid gap-4">
        {offered.length === 0 ? (
          <EmptyState title={t('empty')}>{t(canKeep ? 'emptyKeep' : 'emptyRead')}</EmptyState>
        ) : (
          <div>
            <PartnerList
              languages={spoken}
              partners={offered.map((partner) => {
                const { id, name, takes, kind, spoken: theirs, regions: where } = partner
                return { id, name, takes, kind, spoken: theirs, regions: where, line: line(partner) }
              })}
            />
          </div>
        )}
        {retired.length === 0 ? null : (
          <Fold label={t('retiredOnes', { count: retired.length })}>
            <ul className="border-t border-hair">
              {retired.map((partner) => (
                <li key={partner.id} className="border-b border-hair py-1.5">
                  {line(partner)}
                </li>
              ))}
            </ul>
          </Fold>
        )}
      </div>
    </>
  )
}
