import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import { fileHref, showsPage } from '@/lib/cases/file-part.view'
import { toWords } from '@/lib/cases/word.view'
import { countriesOf } from '@/lib/people/country.rules'
import type { Day } from '@/lib/shared/dates'
import { DetailsForm } from './details-form'
import { Facts, Fold } from './facts'
import { KeptApartCard } from './kept-apart'
import { PeopleCard } from './people-card'
import { PersonCard } from './person-card'
import { RelatedFiles } from './related-files'

/** What is known, claim by claim, and the forms that change or add to it. */
export const DetailsPage = ({
  caseHeader,
  part: { marks, numbers, claims, related, kept, centres },
  rights,
  today,
  safe,
}: {
  caseHeader: CaseHeader
  part: DetailsPart
  rights: Rights
  today: Day
  /** Whether countries were called safe, list by list; another room draws it. */
  safe: (countries: readonly string[]) => ReactNode
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const labels = toWords(caseHeader.words, useLocale())
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
    <div className="grid items-start gap-6 lg:grid-cols-2">
      {caseHeader.people.map((person) => card(person, rights.canEdit))}
      <PeopleCard caseHeader={caseHeader} centres={centres} canEdit={rights.canEdit} today={today} />
      {caseHeader.secrecy === 'sealed' ? null : (
        <RelatedFiles caseId={caseHeader.id} related={related} canEdit={rights.canEdit} />
      )}
      <KeptApartCard caseId={caseHeader.id} kept={kept} canEdit={rights.canEdit} />
      <Card as="section">
        <h2>{t('details.file')}</h2>
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
        {rights.canEdit && !showsPage('asylum', caseHeader, today) ? (
          <p className="mt-3 print:hidden">
            <LinkButton kind="quiet" size="small" href={fileHref(caseHeader, 'asylum')}>
              {t('details.toAsylum')}
            </LinkButton>
          </p>
        ) : null}
        {rights.canEdit && !showsPage('detention', caseHeader, today) ? (
          <p className="mt-3 print:hidden">
            <LinkButton kind="quiet" size="small" href={fileHref(caseHeader, 'detention')}>
              {t('details.toDetention')}
            </LinkButton>
          </p>
        ) : null}
        {rights.canEdit ? (
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
        ) : null}
      </Card>
      {caseHeader.former.map((person) => (
        <details key={person.id}>
          <summary className="inline-flex min-h-11 items-center gap-2">
            <bdi dir="auto" translate="no" className="font-semibold text-link underline wrap-anywhere">
              {person.names[0]?.text ?? t('noName')}
            </bdi>
            <span className="text-muted">{tp('inFile.left')}</span>
          </summary>
          {card(person, false)}
        </details>
      ))}
    </div>
  )
}
