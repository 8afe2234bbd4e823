import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import type { Choices } from '@/lib/detention/choices.data'
import type { EntryRevision, EntryView } from '@/lib/detention/visit-sheet.view'
import type { Project } from '@/lib/projects/project.rules'
import { AccountForm, EncounterForm } from './entry-forms'
import { SheetEncounterCard } from './sheet-encounter'

const Revision = ({ revision }: { revision: EntryRevision }) => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const format = useFormatter()
  const { by, at, author, outcome, chips, text } = revision
  return (
    <li className="border-s-3 border-edge ps-3">
      <p className="text-sm text-muted">
        {t('sheet.replaced', { when: formatTime(locale, at, 'moment'), name: by })}
      </p>
      <p className="text-sm">
        {t('entry.of', { name: author })} {format.list([t(`outcome.${outcome}`), ...chips], { type: 'unit' })}
      </p>
      <p dir="auto" className="max-w-prose font-serif text-read whitespace-pre-line wrap-anywhere">
        {text === '' ? <span className="text-muted">{t('entry.noText')}</span> : text}
      </p>
    </li>
  )
}

/** One conversation: what stands there, the forms that correct it, and everything that stood there before. */
export const EntryPage = ({
  entry,
  held,
  choices,
  projects,
  own,
}: {
  entry: EntryView
  /** The day of the detention on which it was, and the way to what is on record of it. */
  held: { readonly day: number | null; readonly href: string } | null
  choices: Choices
  projects: readonly Pick<Project, 'id' | 'name'>[]
  /** What the organisation asks besides. */
  own: ReactNode
}) => {
  const t = useTranslations('detention.entry')
  const locale = useLocale()
  const { encounter, revisions, canEdit } = entry
  const [, ...others] = encounter.accounts
  return (
    <>
      <PageTitle
        title={t('title', { day: formatTime(locale, entry.onDate, 'day') })}
        above={
          <BackLink href={`/cases/${encounter.code}`}>
            {t('file')} <span className="code">{encounter.code}</span>
          </BackLink>
        }
      >
        <p>
          {entry.centre}
          {held === null ? null : (
            <>
              {' · '}
              <Link href={held.href}>{held.day === null ? t('held') : t('heldDay', { day: held.day })}</Link>
            </>
          )}
        </p>
      </PageTitle>
      <div className="grid max-w-3xl gap-7">
        <SheetEncounterCard encounter={encounter} />
        {own}
        {canEdit ? (
          <Card as="section" title={t('correct')}>
            <p className="mb-4 text-sm text-muted">{t('hint')}</p>
            <EncounterForm entry={entry} choices={choices} projects={projects} />
          </Card>
        ) : null}
        {canEdit
          ? others.map((account) => (
              <Card as="section" key={account.id} label={t('account', { name: account.author })}>
                <h2 className="mb-3 text-h3">{t('account', { name: account.author })}</h2>
                <AccountForm account={account} />
              </Card>
            ))
          : null}
        <section aria-labelledby="history">
          <h2 id="history" className="text-h3">
            {t('history')}
          </h2>
          {revisions.length === 0 ? <p className="text-muted">{t('noHistory')}</p> : null}
          <ul className="mt-2 grid gap-4">
            {revisions.map((revision) => (
              <Revision key={revision.id} revision={revision} />
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
