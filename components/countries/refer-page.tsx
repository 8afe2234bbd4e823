import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { TextLink } from '@/components/ui/text-link'
import type { RosterLine } from '@/lib/cases/roster.data'
import { countryPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Subject } from '@/lib/countries/mistake.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CountryFrame } from './country-frame'

/** So many files are offered at first. */
const FIRST = 24

/** Which file is referred to a body: those within reach, by name and code; no name is in the address. */
export const ReferPage = ({
  profile,
  body,
  lines,
  nameOf,
}: {
  profile: Profile
  body: Subject
  lines: readonly RosterLine[]
  /** Whom a file is about. */
  nameOf: (caseId: string) => ReactNode
}) => {
  const t = useTranslations('countries.refer')
  const locale = useLocale()
  const files = [...new Map(lines.map((line) => [line.caseId, line])).values()]
  return (
    <CountryFrame
      page={null}
      profile={profile}
      title={t('title', { name: inLanguage(body.label, locale) })}
      lead={t('lead')}
    >
      {files.length === 0 ? <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState> : null}
      <FileLinks files={files.slice(0, FIRST)} slug={body.slug} nameOf={nameOf} />
      {files.length > FIRST ? (
        <details className="mt-2">
          <summary className="flex min-h-11 items-center font-semibold text-link">
            {t('showRest', { count: files.length - FIRST })}
          </summary>
          <FileLinks files={files.slice(FIRST)} slug={body.slug} nameOf={nameOf} />
        </details>
      ) : null}
      <p className="mt-4">
        <TextLink href="/people/search">{t('search')}</TextLink>
        {' · '}
        <TextLink href={countryPath(profile.country, 'actors')}>{t('back')}</TextLink>
      </p>
    </CountryFrame>
  )
}

const FileLinks = ({
  files,
  slug,
  nameOf,
}: {
  files: readonly RosterLine[]
  slug: string
  nameOf: (caseId: string) => ReactNode
}) => (
  <ul className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-2 lg:grid-cols-3">
    {files.map((file) => (
      <li key={file.caseId}>
        <Link
          href={`/cases/${file.code}/referrals?file=${file.caseId}&to=${slug}`}
          className="flex min-h-11 items-center gap-3 rounded border border-hair bg-surface px-3 no-underline hover:border-accent"
        >
          <span className="min-w-0 truncate font-semibold">{nameOf(file.caseId)}</span>
          <span className="code ms-auto text-sm text-muted">{file.code}</span>
        </Link>
      </li>
    ))}
  </ul>
)
