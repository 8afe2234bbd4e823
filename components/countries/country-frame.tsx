import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabWords } from '@/components/layout/tab-words'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import type { Profile } from '@/lib/countries/entry.data'

const PAGES = ['overview', 'facts', 'laws', 'actors', 'quality'] as const
type Page = (typeof PAGES)[number]

const address = (page: Page): string => (page === 'overview' ? '/countries/be' : `/countries/be/${page}`)

/** The head of every page of a country: where one is, how old the figures are, and the way to the other pages. */
export const CountryFrame = ({
  page,
  profile,
  title,
  lead,
  children,
}: {
  page: Page
  profile: Profile
  title: string
  lead?: string
  children: ReactNode
}) => {
  const t = useTranslations('countries')
  return (
    <>
      {page === 'overview' ? (
        <p className="text-sm text-muted">{t('subtitle')}</p>
      ) : (
        <p className="text-sm text-muted">
          <Link href="/countries/be" prefetch={false}>
            {t('name')}
          </Link>
        </p>
      )}
      <TabWords words={title} />
      <h1 className="mt-0.5 mb-1.5">{title}</h1>
      <p>
        <Tag kind="late">
          {t('age', { first: String(profile.firstYear), last: String(profile.lastYear) })}
        </Tag>
      </p>
      {lead === undefined ? null : <p className="mt-3 max-w-prose text-muted">{lead}</p>}
      <Tabs
        label={t('pages')}
        tabs={PAGES.map((each) => ({
          href: address(each),
          label: t(`nav.${each}`),
          isCurrent: each === page,
        }))}
      />
      {children}
    </>
  )
}
