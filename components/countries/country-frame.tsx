import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import { TabStrip } from '@/components/ui/tab-strip'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { type CountryPage, countryPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import { inLanguage } from '@/lib/countries/wording.rules'
import { KeepFactsHere } from './keep-facts-here'

const PAGES = [
  'overview',
  'facts',
  'laws',
  'powers',
  'actors',
  'quality',
] as const satisfies readonly CountryPage[]

/** The head of every page of a country: where one is, how old the figures are, and the way to the other pages. */
export const CountryFrame = ({
  page,
  profile,
  title,
  lead,
  count,
  children,
}: {
  /** Null for a page beneath the overview. */
  page: (typeof PAGES)[number] | null
  profile: Profile
  /** Null for the country itself. */
  title: string | null
  lead?: string
  /** How much there is, beside the title. */
  count?: string
  children: ReactNode
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const name = inLanguage(profile.name, locale)
  return (
    <>
      <TabWords words={title ?? name} />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1.5">
        <h1>{title ?? name}</h1>
        {title === null ? null : (
          <span className="text-sm">
            <TextLink href={countryPath(profile.country)}>{name}</TextLink>
          </span>
        )}
        {count === undefined ? null : (
          <span className="text-sm font-semibold" role="status">
            {count}
          </span>
        )}
        {/* Texts and organisations say themselves when they were recorded. */}
        {page === 'actors' || page === 'laws' || page === 'powers' ? null : (
          <Tag kind="late">
            {t('age', { first: String(profile.firstYear), last: String(profile.lastYear) })}
          </Tag>
        )}
      </div>
      {lead === undefined ? null : <p className="mt-1.5 max-w-prose text-muted">{lead}</p>}
      <TabStrip
        label={t('pages')}
        tabs={PAGES.map((each) => ({
          href: countryPath(profile.country, each),
          label: t(`nav.${each}`),
          isCurrent: each === page,
        }))}
      />
      <KeepFactsHere country={profile.country} />
      {children}
    </>
  )
}
