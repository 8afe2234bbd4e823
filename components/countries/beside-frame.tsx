import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'
import { comparisonPath } from '@/lib/countries/address.rules'
import type { TheirSide } from '@/lib/countries/comparison.data'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CountryFrame } from './country-frame'

/** The page of a comparison: what it is, and which there are. */
export const BesideFrame = ({
  data: { given, comparisons, comparison },
  children,
}: {
  data: TheirSide
  children: ReactNode
}) => {
  const t = useTranslations('countries.beside')
  const locale = useLocale()
  return (
    <CountryFrame page={null} profile={given.profile} title={t('title')} lead={t('lead')}>
      <Tabs
        label={t('sets')}
        tabs={comparisons.map(({ slug, title }) => ({
          href: comparisonPath(given.profile.country, slug),
          label: inLanguage(title, locale),
          isCurrent: slug === comparison.slug,
        }))}
      />
      <div className="grid max-w-3xl gap-5">{children}</div>
    </CountryFrame>
  )
}
