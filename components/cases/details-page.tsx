import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import { fileHref, showsPart } from '@/lib/cases/file-part.view'
import { toWords } from '@/lib/cases/word.view'
import { countriesOf } from '@/lib/people/country.rules'
import type { Day } from '@/lib/shared/dates'
import { DetailsForm } from './details-form'
import { Facts, Fold } from './facts'
import { FileLinks } from './file-links'
import { KeptApartCard } from './kept-apart'
import { PeopleCard } from './people-card'
import { PersonCard } from './person-card'
import { RelatedFiles } from './related-files'

/** What is known, claim by claim, and the forms that change or add to it. */
export const DetailsPage = ({
  sheet,
  part: { marks, claims, related, kept, centres },
  rights,
  today,
  safe,
}: {
  sheet: CaseHeader
  part: DetailsPart
  rights: Rights
  today: Day
  /** Whether countries were called safe, list by list; another room draws it. */
  safe: (countries: readonly string[]) => ReactNode
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const labels = toWords(sheet.words, useLocale())
  const card = (person: CaseHeader['people'][number], canEdit: boolean) => (
    <PersonCard
      key={person.id}
      sheet={sheet}
      person={person}
      marks={marks.filter(({ personId }) => personId === person.id)}
      claims={claims}
      canEdit={canEdit}
      today={today}
      safe={safe(countriesOf([person]))}
    />
  )
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      {sheet.people.map((person) => card(person, rights.canEdit))}
      <PeopleCard sheet={sheet} centres={centres} canEdit={rights.canEdit} today={today} />
      {sheet.secrecy === 'sealed' ? null : (
        <RelatedFiles caseId={sheet.id} related={related} canEdit={rights.canEdit} />
      )}
      <KeptApartCard caseId={sheet.id} kept={kept} canEdit={rights.canEdit} />
      <Card as="section">
        <h2>{t('details.file')}</h2>
        <Facts
          facts={[
            [t('column.status'), labels.of('case_status', sheet.status)],
            [t('details.risk'), labels.of('risk_level', sheet.risk)],
            [t('details.openedOn'), <Time key="opened" at={sheet.openedOn} />],
            ...(sheet.closedOn === null
              ? []
              : [[t('details.closedOn'), <Time key="closed" at={sheet.closedOn} />] as const]),
            ...(sheet.closureReason === null
              ? []
              : [[t('details.closureReason'), labels.of('closure_reason', sheet.closureReason)] as const]),
            [t('details.team'), sheet.team.name],
            [t('column.worker'), sheet.worker.name],
          ]}
        />
        {rights.canEdit && !showsPart('asylum', sheet, today) ? (
          <p className="mt-3 print:hidden">
            <LinkButton kind="quiet" size="small" href={fileHref(sheet, 'asylum')}>
              {t('details.toAsylum')}
            </LinkButton>
          </p>
        ) : null}
        {rights.canEdit && !showsPart('detention', sheet, today) ? (
          <p className="mt-3 print:hidden">
            <LinkButton kind="quiet" size="small" href={fileHref(sheet, 'detention')}>
              {t('details.toDetention')}
            </LinkButton>
          </p>
        ) : null}
        <FileLinks sheet={sheet} canEdit={rights.canEdit} />
        {rights.canEdit ? (
          <Fold label={t('details.change')}>
            <DetailsForm
              caseId={sheet.id}
              version={sheet.version}
              status={sheet.status}
              risk={sheet.risk}
              statuses={labels.options('case_status')}
              risks={labels.options('risk_level')}
            />
          </Fold>
        ) : null}
      </Card>
      {sheet.former.map((person) => (
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
