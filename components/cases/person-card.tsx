import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePersonFieldLabels } from '@/components/people/person-field-labels'
import { usePersonLabels } from '@/components/people/person-labels'
import { Fold } from '@/components/ui/fold'
import { Folds, Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import type { AgeBasis, AgeSilence } from '@/lib/people/age.rules'
import { countryChoices } from '@/lib/people/country-list.rules'
import { NAME_KINDS, type NameKind } from '@/lib/people/name.rules'
import { ORIGIN_KINDS } from '@/lib/people/person.rules'
import { PERSON_FIELD_NAMES, pickAnswers } from '@/lib/people/person-field.rules'
import type { Day } from '@/lib/shared/dates'
import { AgeLine, AgeMeaning } from './age-claims'
import { ClaimForm } from './claim-form'
import { useFilePeopleLabels } from './file-people-labels'
import { LeaveForm, RoleForm } from './file-role-forms'
import { type IdentityRow, IdentityTable, type Source } from './identity-table'
import { PersonForm } from './person-form'
import { NumberFold, NumberLines } from './person-numbers'
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

/** A person of the file: everything said of them by who or what says it, what follows, and the forms that add to it. */
export const PersonCard = ({ caseHeader, person, marks, numbers, claims, canEdit, today, safe }: Props) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const locale = useLocale()
  const labels = usePersonLabels()
  const fields = usePersonFieldLabels()
  const places = useFilePeopleLabels()
  const format = useFormatter()
  const { role, basis, since, version } = person.inFile
  const said = (list: readonly (readonly [string, ReactNode])[]): ReactNode =>
    list.map(([key, line]) => <div key={key}>{line}</div>)
  const dated = (words: ReactNode, saidOn: Day | null): ReactNode => (
    <>
      {words}
      {saidOn === null ? null : (
        <span className="text-sm text-muted">
          {' · '}
          <Time at={saidOn} style="shortInYears" />
        </span>
      )}
    </>
  )
  /** What was said of one thing, by who or what says it. */
  const bySource = <Claim,>(
    key: string,
    head: string,
    claims: readonly Claim[],
    sourceOf: (claim: Claim) => Source,
    line: (claim: Claim) => ReactNode,
    none: string | null,
  ): IdentityRow => {
    const of = (source: Source): ReactNode => {
      const own = claims.filter((claim) => sourceOf(claim) === source)
      return own.length === 0 ? null : said(own.map((claim, index) => [String(index), line(claim)]))
    }
    const says = of('says')
    return {
      key,
      head,
      says:
        says ?? (claims.length === 0 && none !== null ? <span className="text-muted">{none}</span> : null),
      document: of('document'),
      authority: of('authority'),
    }
  }
  const only = (key: string, head: string, says: ReactNode): IdentityRow => ({
    key,
    head,
    says,
    document: null,
    authority: null,
  })
  const rows: readonly IdentityRow[] = [
    bySource(
      'names',
      tp('field.names'),
      person.names,
      ({ kind }) => NAME_SOURCES[NAME_KINDS.read(kind)],
      ({ kind, text, saidOn }) => (
        <>
          <bdi
            dir="auto"
            translate="no"
            className={kind === 'as_said' ? 'font-semibold wrap-anywhere' : 'wrap-anywhere'}
          >
            {text}
          </bdi>
          <span className="text-sm text-muted">
            {NAME_SOURCES[NAME_KINDS.read(kind)] !== 'says' || kind === 'as_said'
              ? null
              : ` · ${tp(`nameKind.${NAME_KINDS.read(kind)}`)}`}
            {saidOn === null ? null : (
              <>
                {' · '}
                <Time at={saidOn} style="shortInYears" />
              </>
            )}
          </span>
        </>
      ),
      t('noName'),
    ),
    bySource(
      'ages',
      tp('field.age'),
      person.ageClaims,
      ({ basis }) => AGE_SOURCES[basis],
      (claim) => <AgeLine claim={claim} claims={person.ageClaims} today={today} />,
      tp('age.notAsked'),
    ),
    bySource(
      'nationalities',
      tp('field.nationality'),
      person.nationalities,
      ({ certainty }) => (certainty === 'document' ? 'document' : 'says'),
      (one) => dated(labels.bareNationality(one), one.saidOn),
      tp('nationality.notAsked'),
    ),
    ...ORIGIN_KINDS.codes.map((kind) =>
      bySource(
        kind,
        tp(`field.${kind}Country`),
        person.origins.filter((one) => one.kind === kind),
        ({ certainty }) => (certainty === 'document' ? 'document' : 'says'),
        (one) => dated(labels.origin(one), one.saidOn),
        tp('origin.notAsked'),
      ),
    ),
    only(
      'languages',
      tp('field.languages'),
      person.languages.length === 0 ? (
        <span className="text-muted">{tp('notAsked')}</span>
      ) : (
        format.list(person.languages.map(labels.language), { type: 'unit' })
      ),
    ),
    ...PERSON_FIELD_NAMES.codes.map((field) =>
      only(field, fields[field].label, fields[field].answer(person[field])),
    ),
    ...(numbers.length === 0 ? [] : [only('numbers', tp('number.title'), <NumberLines numbers={numbers} />)]),
    ...(marks.length === 0
      ? []
      : [
          only(
            'marks',
            t('details.marks'),
            marks.map(({ id, text }) => (
              <div key={id} dir="auto" translate="no" className="whitespace-pre-line wrap-anywhere">
                {text}
              </div>
            )),
          ),
        ]),
    // Who was there from the start has been there since the file was opened, which stands beside it.
    ...(since === null ? [] : [only('since', tp('inFile.field.since'), <Time at={since} />)]),
  ]
  const title =
    caseHeader.people.length + caseHeader.former.length === 1
      ? t('details.person')
      : places.role(person.inFile)
  return (
    <Section title={title} label={person.names[0]?.text ?? t('noName')}>
      <IdentityTable caption={title} rows={rows} />
      <AgeMeaning claims={person.ageClaims} today={today} />
      {safe}
      <Folds>
        {canEdit ? (
          <>
            <Fold label={t('details.addClaim')}>
              <ClaimForm caseId={caseHeader.id} personId={person.id} countries={countryChoices(locale)} />
            </Fold>
            <NumberFold file={caseHeader} personId={person.id} numbers={numbers} claims={claims} />
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
      </Folds>
    </Section>
  )
}

const NAME_SOURCES: Readonly<Record<NameKind, Source>> = {
  as_said: 'says',
  other_script: 'says',
  alias: 'says',
  document_spelling: 'document',
  authority_spelling: 'authority',
}
/** A test is ordered by an authority; what a colleague estimates is no one else's word. */
const AGE_SOURCES: Readonly<Record<AgeBasis | AgeSilence, Source>> = {
  said: 'says',
  estimate: 'says',
  not_known: 'says',
  declined: 'says',
  document: 'document',
  authority: 'authority',
  test: 'authority',
}
