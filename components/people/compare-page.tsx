import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { InlineLink } from '@/components/ui/inline-link'
import { Table } from '@/components/ui/table'
import type { Comparison, Side } from '@/lib/people/compare.data'
import { sayNotSame } from '@/lib/people/merge.actions'
import { answersOf } from '@/lib/people/merge.rules'
import { eachPersonField, PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'
import type { ClaimKind } from '@/lib/people/withdrawal.rules'
import { useClaimLabels } from './claim-labels'
import { MergeForm } from './merge-form'
import { answerOptions, usePersonFieldLabels } from './person-field-labels'

/** What is said of both in one line: claims of some kinds, or whatever `show` makes of a side. */
type Line = { readonly key: string; readonly head: string } & (
  | { readonly kinds: readonly ClaimKind[] }
  | { readonly show: (side: Side) => ReactNode }
)

/** Two people side by side, line by line, and what becomes of them. */
export const ComparePage = ({ data: { one, other, seen } }: { data: Comparison }) => {
  const t = useTranslations('duplicates')
  const fields = usePersonFieldLabels()
  const lineOf = (field: PersonField): Line => ({
    key: field,
    head: fields[field].label,
    show: (side) => fields[field].answer(side[field]),
  })
  const lines: readonly Line[] = [
    { key: 'names', head: t('side.names'), kinds: ['name'] },
    { key: 'ages', head: t('side.ages'), kinds: ['age'] },
    lineOf('sex'),
    { key: 'nationalities', head: t('side.nationalities'), kinds: ['nationality', 'origin'] },
    { key: 'languages', head: t('side.languages'), kinds: ['language'] },
    ...PERSON_FIELD_NAMES.codes.filter((field) => field !== 'sex').map(lineOf),
    { key: 'marks', head: t('side.marks'), kinds: ['mark', 'number'] },
    { key: 'files', head: t('side.files'), show: (side) => <Files side={side} /> },
  ]
  const labelOf = (side: Side): string => [side.initials, ...side.files.map(({ code }) => code)].join(' ')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <BackLink href="/people/duplicates">{t('side.back')}</BackLink>
      <PageTitle title={t('side.title')}>{t('side.what')}</PageTitle>
      <Table
        caption={t('side.title')}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'head', head: '', cell: ({ head }) => head },
          { key: 'one', head: labelOf(one), cell: (line) => <Cell line={line} side={one} /> },
          { key: 'other', head: labelOf(other), cell: (line) => <Cell line={line} side={other} /> },
        ]}
      />
      <Card as="section" label={t('form.title')}>
        <h2 className="mb-4">{t('form.title')}</h2>
        <MergeForm
          oneId={one.personId}
          otherId={other.personId}
          seen={seen}
          labels={[labelOf(one), labelOf(other)]}
          names={[one.names[0] ?? '', other.names[0] ?? '']}
          answers={eachPersonField((field) => ({
            label: fields[field].label,
            options: answerOptions(fields, field, answersOf(one[field], other[field])),
          }))}
        />
      </Card>
      <p>
        <ActionButton
          action={sayNotSame}
          input={{ oneId: one.personId, otherId: other.personId }}
          then="/people/duplicates"
        >
          {t('form.not')}
        </ActionButton>
      </p>
    </div>
  )
}

const Cell = ({ line, side }: { line: Line; side: Side }) =>
  'kinds' in line ? <Claims side={side} kinds={line.kinds} /> : line.show(side)

const Claims = ({ side, kinds }: { side: Side; kinds: readonly ClaimKind[] }) => {
  const t = useTranslations('duplicates')
  const labels = useClaimLabels()
  const said = side.claims.filter((claim) => kinds.includes(claim.said.kind))
  if (said.length === 0) return <span className="text-muted">{t('side.nothing')}</span>
  return (
    <ul>
      {said.map((claim) => (
        <li key={claim.id} dir="auto" className="wrap-anywhere">
          {claim.withdrawn === null ? (
            labels(claim.said)
          ) : (
            <span className="text-muted">{t('side.mistake', { what: labels(claim.said) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const Files = ({ side: { files } }: { side: Side }) => {
  const t = useTranslations('duplicates')
  return (
    <ul>
      {files.map(({ id, code, worker, isHere }) => (
        <li key={id}>
          <InlineLink href={`/cases/${code}?file=${id}`}>
            {isHere ? t('side.file', { code, worker }) : t('side.left', { code })}
          </InlineLink>
        </li>
      ))}
    </ul>
  )
}
