import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import { returnToFile } from '@/lib/cases/file-people.actions'
import { labelIn } from '@/lib/cases/word.view'
import { countryChoices, languageChoices } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'
import { useFilePeopleLabels } from './file-people-labels'
import { JoinForm } from './join-form'

type PersonInFile = CaseHeader['people'][number]

type Props = {
  readonly caseHeader: CaseHeader
  readonly centres: DetailsPart['centres']
  readonly canEdit: boolean
  readonly today: Day
}

/** Whom the file is about, whom it was about before, and the form by which someone joins. */
export const PeopleCard = ({ caseHeader, centres, canEdit, today }: Props) => {
  const t = useTranslations('people.inFile')
  const locale = useLocale()
  const { role } = useFilePeopleLabels()
  return (
    <Section title={t('title')}>
      <ul className="grid gap-1 text-dense">
        {caseHeader.people.map((one) => (
          <li key={one.id}>
            <Name of={one} />{' '}
            <span className="text-muted">
              {role(one.inFile)}
              <Since day={one.inFile.since} />
              {one.stay === null ? '' : `, ${labelIn(one.stay.place, locale)}`}
            </span>
          </li>
        ))}
      </ul>
      {caseHeader.former.length === 0 ? null : (
        <>
          <h3 className="mt-4">{t('former')}</h3>
          <ul className="grid gap-1 text-dense">
            {caseHeader.former.map((one) => (
              <Former key={one.id} caseId={caseHeader.id} one={one} canEdit={canEdit} />
            ))}
          </ul>
        </>
      )}
      {canEdit ? (
        <Fold label={t('join')}>
          <JoinForm
            caseId={caseHeader.id}
            present={caseHeader.people.map(({ id }) => id)}
            isSealed={caseHeader.secrecy === 'sealed'}
            centres={centres.map((place) => ({ value: place.id, label: labelIn(place, locale) }))}
            countries={countryChoices(locale)}
            languages={languageChoices(locale)}
            today={today}
          />
        </Fold>
      ) : null}
    </Section>
  )
}

/** Since when; nothing of those who were there when the file was opened. */
const Since = ({ day }: { day: Day | null }) => {
  const t = useTranslations('people.inFile')
  if (day === null) return null
  return (
    <>
      {', '}
      {t.rich('since', { time: () => <Time at={day} /> })}
    </>
  )
}

const Name = ({ of }: { of: PersonInFile }) => {
  const t = useTranslations('cases')
  return (
    <bdi dir="auto" translate="no" className="font-semibold wrap-anywhere">
      {of.names[0]?.text ?? t('noName')}
    </bdi>
  )
}

const Former = ({ caseId, one, canEdit }: { caseId: string; one: PersonInFile; canEdit: boolean }) => {
  const t = useTranslations('people.inFile')
  const { role } = useFilePeopleLabels()
  const { until, leftBecause, version } = one.inFile
  return (
    <li>
      <Name of={one} /> <span className="text-muted">{role(one.inFile)}</span>
      {until === null || leftBecause === null ? null : (
        <p className="text-sm text-muted">
          {t.rich('until', {
            time: () => <Time at={until} />,
            because: t(`because.${leftBecause}`),
          })}
        </p>
      )}
      {canEdit ? (
        <ActionButton action={returnToFile} input={{ caseId, personId: one.id, version }}>
          {t('return')}
          <span className="sr-only">: {one.names[0]?.text ?? ''}</span>
        </ActionButton>
      ) : null}
    </li>
  )
}
