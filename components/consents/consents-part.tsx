import { NewRow } from '@/components/forms/new-row'
import { Term } from '@/components/layout/term'
import { toConsentFields, toCountingInput } from '@/lib/consents/consent.view'
import { languageChoices } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'
import type { ConsentPerson, ConsentsPart } from '@/lib/summaries/consents-page.data'
import { ConsentForm } from './consent-form'
import { ConsentItem } from './consent-item'
import { useConsentLabels } from './consent-labels'
import { CountButtons } from './count-buttons'

/** What may be told of whom, to whom, until when; and what no one has asked yet. */
export const Consents = ({
  caseId,
  fileCode,
  part: { people, recipients },
  canEdit,
  today,
}: {
  caseId: string
  fileCode: string
  part: ConsentsPart
  canEdit: boolean
  today: Day
}) => {
  const { t, locale } = useConsentLabels(recipients)
  const inFile = people.filter(({ isFormer }) => !isFormer)
  const [first] = inFile
  const count = people.reduce((sum, { consents }) => sum + consents.length, 0)
  return (
    <div className="grid max-w-prose gap-4">
      <div>
        <h2>
          <Term of="consent">{t('title')}</Term>
        </h2>
        <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
      </div>
      {canEdit && first !== undefined ? (
        // A saved answer closes it.
        <NewRow key={count} label={t('new')} isOpen={count === 0}>
          <ConsentForm
            fields={toConsentFields(caseId, first, today)}
            people={inFile}
            recipients={recipients}
            languages={languageChoices(locale)}
            today={today}
          />
        </NewRow>
      ) : null}
      {people
        .filter(({ isFormer, consents }) => !isFormer || consents.length > 0)
        .map((person) => (
          <Person
            key={person.id}
            caseId={caseId}
            person={person}
            fileCode={fileCode}
            recipients={recipients}
            isAlone={people.length === 1}
            canEdit={canEdit}
            today={today}
          />
        ))}
    </div>
  )
}

type PersonProps = {
  readonly caseId: string
  readonly person: ConsentPerson
  readonly fileCode: string
  readonly recipients: ConsentsPart['recipients']
  readonly isAlone: boolean
  readonly canEdit: boolean
  readonly today: Day
}

const Person = ({ caseId, person, fileCode, recipients, isAlone, canEdit, today }: PersonProps) => {
  const { t } = useConsentLabels(recipients)
  const { name, isFormer, isMinor, consents, unasked } = person
  return (
    <section aria-label={name} className="grid gap-3">
      {isAlone ? null : (
        <h3 dir="auto" className="wrap-anywhere">
          {name}
        </h3>
      )}
      {consents.length === 0 ? <p className="text-muted">{t('nothing')}</p> : null}
      {canEdit && !isFormer && !isMinor && unasked.includes('statistics') ? (
        <CountButtons
          given={toCountingInput(caseId, person, 'given', today)}
          refused={toCountingInput(caseId, person, 'refused', today)}
          name={name}
        />
      ) : null}
      <ul className="border-t border-hair empty:hidden">
        {consents.map((row) => (
          <ConsentItem
            key={row.id}
            row={row}
            fileCode={fileCode}
            recipients={recipients}
            canEdit={canEdit}
            today={today}
          />
        ))}
      </ul>
      {consents.length === 0 || unasked.length === 0 ? null : (
        <p className="text-sm text-muted">
          {t('unasked', { purposes: unasked.map((purpose) => t(`purpose.${purpose}`)).join(' · ') })}
        </p>
      )}
    </section>
  )
}
