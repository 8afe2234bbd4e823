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
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <Link
          href={`/partners/${partner.id}`}
          className="inline-flex min-h-8 items-center font-semibold text-ink no-underline hover:underline sm:min-h-6"
        >
          <bdi className="wrap-anywhere">{partner.name}</bdi>
        </Link>
        <PartnerTags partner={partner} isStale={isStale(partner, today)} />
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
    </>
  )
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-4xl gap-4">
        {canKeep ? (
          <NewRow label={t('newOpen')} isOpen={offered.length === 0}>
            <div className="max-w-prose">
              <PartnerForm fields={emptyPartner()} languages={languages} bodies={bodies} today={today} />
            </div>
          </NewRow>
        ) : null}
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
