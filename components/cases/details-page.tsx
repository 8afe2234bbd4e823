import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ContactLine } from '@/components/people/safe-contact'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Folds, Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import { fileHref, showsPage } from '@/lib/cases/file-part.view'
import { toWords } from '@/lib/cases/word.view'
import { countriesOf } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'
import { DetailsForm } from './details-form'
import { Facts } from './facts'
import { KeptApartCard } from './kept-apart'
import { PeopleCard } from './people-card'
import { PersonCard } from './person-card'
import { RelatedFiles } from './related-files'

/** Who someone is by who says it, how they are reached, what they agreed to and need, and the forms that change it. */
export const DetailsPage = ({
  caseHeader,
  part: { marks, numbers, claims, related, kept, centres },
  rights,
  today,
  safe,
  consents,
  needs,
  own,
}: {
  caseHeader: CaseHeader
  part: DetailsPart
  rights: Rights
  today: Day
  /** Whether countries were called safe, list by list; another room draws it. */
  safe: (countries: readonly string[]) => ReactNode
  /** How the consents are today. */
  consents: ReactNode
  /** What someone needs in the procedure; another room draws it. */
  needs: ReactNode
  /** What the organisation asks besides; another room draws it. */
  own: ReactNode
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const tc = useTranslations('contacts')
  const ta = useTranslations('asylum')
  const labels = toWords(caseHeader.words, useLocale())
  const nameOf = (personId: string): string | null =>
    caseHeader.people.length < 2
      ? null
      : (caseHeader.people.find(({ id }) => id === personId)?.names[0]?.text ?? null)
  const card = (person: CaseHeader['people'][number], canEdit: boolean) => (
    <PersonCard
      key={person.id}
      caseHeader={caseHeader}
      person={person}
      marks={marks.filter(({ personId }) => personId === person.id)}
      numbers={numbers.filter(({ personId }) => personId === person.id)}
      claims={claims}
      canEdit={canEdit}
      today={today}
      safe={safe(countriesOf([person]))}
    />
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {caseHeader.people.map((person) => card(person, rights.canEdit))}
        {own}
        <Section
          title={tc('title')}
          action={{
            href: fileHref(caseHeader, 'contacts'),
            label: rights.canEdit ? tc('add') : t('page.contacts'),
          }}
        >
          {caseHeader.contacts.length === 0 ? (
            <p className="text-dense text-muted">{tc('none')}</p>
          ) : (
            <ul className="grid gap-2 text-dense">
              {caseHeader.contacts.map((row) => (
                <li key={row.id}>
                  <ContactLine row={row} name={nameOf(row.personId)} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <PeopleCard caseHeader={caseHeader} centres={centres} canEdit={rights.canEdit} today={today} />
        {caseHeader.secrecy === 'sealed' ? null : (
          <RelatedFiles caseId={caseHeader.id} related={related} canEdit={rights.canEdit} />
        )}
        {caseHeader.former.map((person) => (
          <details key={person.id}>
            <summary className="inline-flex min-h-11 items-center gap-2">
              <bdi dir="auto" translate="no" className="font-semibold text-link wrap-anywhere">
                {person.names[0]?.text ?? t('noName')}
              </bdi>
              <span className="text-muted">{tp('inFile.left')}</span>
            </summary>
            {card(person, false)}
          </details>
        ))}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Section
          title={t('page.consents')}
          action={{ href: fileHref(caseHeader, 'consents'), label: t('details.allConsents') }}
        >
          {consents}
        </Section>
        <Section
          title={t('details.needs')}
          {...(rights.canEdit
            ? { action: { href: `${fileHref(caseHeader, 'asylum')}#register-need`, label: ta('need.new') } }
            : {})}
        >
          {needs}
        </Section>
        <Section title={t('details.file')}>
          <Facts
            facts={[
              [t('column.status'), labels.of('case_status', caseHeader.status)],
              [t('details.risk'), labels.of('risk_level', caseHeader.risk)],
              [t('details.openedOn'), <Time key="opened" at={caseHeader.openedOn} />],
              [t('details.closedOn'), caseHeader.closedOn && <Time key="closed" at={caseHeader.closedOn} />],
              [
                t('details.closureReason'),
                caseHeader.closureReason && labels.of('closure_reason', caseHeader.closureReason),
              ],
              [t('details.team'), caseHeader.team.name],
              [t('column.worker'), caseHeader.worker.name],
            ]}
          />
          {rights.canEdit ? (
            <Folds>
              <Fold label={t('details.change')}>
                <DetailsForm
                  caseId={caseHeader.id}
                  version={caseHeader.version}
                  status={caseHeader.status}
                  risk={caseHeader.risk}
                  statuses={labels.options('case_status')}
                  risks={labels.options('risk_level')}
                />
              </Fold>
              {(['asylum', 'detention'] as const)
                .filter((page) => !showsPage(page, caseHeader, today))
                .map((page) => (
                  <Link
                    key={page}
                    href={fileHref(caseHeader, page)}
                    className="inline-flex min-h-11 items-center text-sm sm:min-h-8 print:hidden"
                  >
                    {t(page === 'asylum' ? 'details.toAsylum' : 'details.toDetention')}
                  </Link>
                ))}
            </Folds>
          ) : null}
        </Section>
        <KeptApartCard caseId={caseHeader.id} kept={kept} canEdit={rights.canEdit} />
      </div>
    </div>
  )
}
