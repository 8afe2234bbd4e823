import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePersonFieldLabels } from '@/components/people/person-field-labels'
import { usePersonLabels } from '@/components/people/person-labels'
import { Card } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import { countryChoices } from '@/lib/people/country.rules'
import { NAME_KINDS } from '@/lib/people/name.rules'
import { ORIGIN_KINDS } from '@/lib/people/person.rules'
import { PERSON_FIELD_NAMES, pickAnswers } from '@/lib/people/person-field.rules'
import type { Day } from '@/lib/shared/dates'
import { AgeClaims } from './age-claims'
import { ClaimForm } from './claim-form'
import { Facts, Fold } from './facts'
import { useFilePeopleLabels } from './file-people-labels'
import { LeaveForm, RoleForm } from './file-role-forms'
import { PersonForm } from './person-form'
import { WithdrawnClaims } from './withdrawn-claims'

type Props = {
  readonly caseHeader: CaseHeader
  readonly person: CaseHeader['people'][number]
  readonly marks: DetailsPart['marks']
  readonly numbers: DetailsPart['numbers']
  readonly claims: DetailsPart['claims']
  readonly canEdit: boolean
  readonly today: Day
  readonly safe: ReactNode
}

/** A person of the file: what they are in it, everything said of them with its ground, and the forms that add to it. */
export const PersonCard = ({ caseHeader, person, marks, numbers, claims, canEdit, today, safe }: Props) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const locale = useLocale()
  const labels = usePersonLabels()
  const fields = usePersonFieldLabels()
  const places = useFilePeopleLabels()
  const { role, basis, since, version } = person.inFile
  const lines = (list: readonly ReactNode[], none: string): ReactNode =>
    list.length === 0 ? (
      <span className="text-muted">{none}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: claims are never reordered and bear no id
      list.map((line, index) => <div key={index}>{line}</div>)
    )
  return (
    <Card as="section" label={person.names[0]?.text ?? t('noName')}>
      <h2>
        {caseHeader.people.length + caseHeader.former.length === 1
          ? t('details.person')
          : places.role(person.inFile)}
      </h2>
      <Facts
        facts={[
          [
            tp('field.names'),
            lines(
              person.names.map(({ kind, text, saidOn }) => (
                <>
                  <bdi dir="auto" translate="no" className="wrap-anywhere">
                    {text}
                  </bdi>{' '}
                  <span className="text-sm text-muted">
                    {tp(`nameKind.${NAME_KINDS.read(kind)}`)}
                    {saidOn === null ? null : (
                      <>
                        {', '}
                        <Time at={saidOn} />
                      </>
                    )}
                  </span>
                </>
              )),
              t('noName'),
            ),
          ],
          [tp('field.age'), <AgeClaims key="age" claims={person.ageClaims} today={today} />],
          [
            tp('field.nationality'),
            <>
              {lines(
                person.nationalities.map((one) => dated(labels.heldNationality(one), one.saidOn)),
                tp('nationality.notAsked'),
              )}
              {safe}
            </>,
          ],
          ...ORIGIN_KINDS.codes.map(
            (kind) =>
              [
                tp(`field.${kind}Country`),
                lines(
                  person.origins
                    .filter((one) => one.kind === kind)
                    .map((one) => dated(labels.origin(one), one.saidOn)),
                  tp('origin.notAsked'),
                ),
              ] as const,
          ),
          [tp('field.languages'), lines(person.languages.map(labels.language), tp('notAsked'))],
          [
            tp('number.title'),
            numbers.length === 0
              ? null
              : numbers.map(({ id, kind, text }) => (
                  <div key={id}>
                    {tp(`number.${kind}`)} <bdi className="num font-semibold wrap-anywhere">{text}</bdi>
                  </div>
                )),
          ],
          [
            t('details.marks'),
            marks.length === 0
              ? null
              : marks.map(({ id, text }) => (
                  <div key={id} dir="auto" translate="no" className="whitespace-pre-line wrap-anywhere">
                    {text}
                  </div>
                )),
          ],
          ...PERSON_FIELD_NAMES.codes.map(
            (field) => [fields[field].label, fields[field].said(person[field])] as const,
          ),
          [tp('inFile.field.since'), <Time key="since" at={since ?? caseHeader.openedOn} />],
        ]}
      />
      {canEdit ? (
        <>
          <Fold label={t('details.addClaim')}>
            <ClaimForm caseId={caseHeader.id} personId={person.id} countries={countryChoices(locale)} />
          </Fold>
          <Fold label={t('details.changePerson')}>
            <PersonForm
              caseId={caseHeader.id}
              personId={person.id}
              version={person.version}
              {...pickAnswers(person)}
            />
          </Fold>
          {caseHeader.people.length === 1 ? null : (
            <>
              <Fold label={tp('inFile.changeRole')}>
                <RoleForm
                  caseId={caseHeader.id}
                  personId={person.id}
                  version={version}
                  role={role}
                  basis={basis}
                  since={since}
                />
              </Fold>
              <Fold label={tp('inFile.leave')}>
                <LeaveForm caseId={caseHeader.id} personId={person.id} version={version} today={today} />
              </Fold>
            </>
          )}
        </>
      ) : null}
      <WithdrawnClaims file={caseHeader} personId={person.id} claims={claims} canEdit={canEdit} />
    </Card>
  )
}

/** What was said and, small beside it, the day on which it was. */
const dated = (words: string, saidOn: Day | null): ReactNode => (
  <>
    {words}{' '}
    {saidOn === null ? null : (
      <span className="text-sm text-muted">
        <Time at={saidOn} />
      </span>
    )}
  </>
)
