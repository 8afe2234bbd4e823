import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { RowLink } from '@/components/ui/text-link'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import type { SharingPart } from '@/lib/cases/file-page.data'
import { fileHref, partsOf } from '@/lib/cases/file-part.view'
import { byReader } from '@/lib/cases/reader.view'
import type { Day } from '@/lib/shared/dates'
import { ColleagueAccessPart } from './colleague-access'
import { useReaderLabels } from './sharing-card'

type Props = {
  readonly caseHeader: CaseHeader
  readonly part: SharingPart
  readonly rights: Rights
  readonly today: Day
  /** What a colleague was given by name, with the way to end it; another room draws it, as all that follows. */
  readonly accessOf: (staffId: string) => ReactNode
  /** What the circle of the file lacks or is asked, and the forms that name a colleague. */
  readonly more: ReactNode
  readonly guests: ReactNode
  /** What was told outside the organisation. */
  readonly outside: ReactNode
}

const LINE =
  'flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-hair py-1 sm:min-h-10'

/** Who can open the file, each once with every reason that the database has for it; who reads parts of it, and what went outside. */
export const SharingPage = ({ caseHeader, part, rights, today, accessOf, more, guests, outside }: Props) => {
  const t = useTranslations('cases')
  const { reasonsOf } = useReaderLabels()
  const { members } = part.circle
  // The other pages have their links where they are spoken of.
  const pages = partsOf(caseHeader, rights, today, 'sharing')
    .flatMap((one) => (one.isCurrent ? one.pages : []))
    .flatMap(({ page }) => (page === 'summary' || page === 'rights' || page === 'closing' ? [page] : []))
  const readers = byReader(part.readers)
  // Their access is named and does not open the file: the account is not active, or a second person has not agreed.
  const others = members.filter(({ staffId }) => !readers.some((reader) => reader.staffId === staffId))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Section title={t('sharing.title')}>
          <ul className="text-dense">
            {readers.map((reader) => (
              <li key={reader.staffId} className={LINE}>
                <span className="min-w-0 wrap-anywhere">
                  <b>{reader.name}</b> <span className="text-muted">{reasonsOf(reader)}</span>
                </span>
                <span className="inline-flex flex-wrap items-center gap-x-3">
                  {rights.canAssign && reader.staffId === caseHeader.worker.id ? (
                    <Link
                      href={fileHref(caseHeader, 'reassign')}
                      className="inline-flex min-h-11 items-center text-sm sm:min-h-8 print:hidden"
                    >
                      {t('page.reassign')}
                    </Link>
                  ) : null}
                  {accessOf(reader.staffId)}
                </span>
              </li>
            ))}
            {[...new Map(others.map((member) => [member.staffId, member])).values()].map((member) => (
              <li key={member.staffId} className={LINE}>
                <b className="min-w-0 wrap-anywhere">{member.name}</b>
                {accessOf(member.staffId)}
              </li>
            ))}
          </ul>
          {more}
          <ColleagueAccessPart caseId={caseHeader.id} askable={part.askable} asked={part.asked} />
        </Section>
        {guests}
        {outside}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Section title={t('sharing.protection')}>
          <p className="text-sm">{t(`sharing.rule.${caseHeader.secrecy === 'open' ? 'open' : 'closed'}`)}</p>
        </Section>
        <Section
          title={t('sharing.log')}
          action={{ href: fileHref(caseHeader, 'history'), label: t('sharing.why') }}
        >
          <p className="text-sm">{t('sharing.opened', { times: part.opened })}</p>
        </Section>
        <Section title={t('details.file')}>
          <ul className="text-sm">
            {pages.map((page) => (
              <li key={page} className="border-b border-hair">
                <RowLink href={fileHref(caseHeader, page)}>
                  {page === 'closing' && isClosed(caseHeader.status) ? t('reopening') : t(`page.${page}`)}
                </RowLink>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  )
}
