import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { InlineLink } from '@/components/ui/inline-link'
import { ROLES } from '@/components/ui/table'
import type { Comparison, Side } from '@/lib/people/compare.data'
import { sayNotSame } from '@/lib/people/merge.actions'
import { answersOf } from '@/lib/people/merge.rules'
import { eachPersonField, PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'
import type { ClaimKind, Statement } from '@/lib/people/withdrawal.rules'
import { useClaimLabels, useClaimWords } from './claim-labels'
import { FitLine } from './fit-line'
import { MergeForm } from './merge-form'
import { answerOptions, usePersonFieldLabels } from './person-field-labels'

/** What is said of both in one line: claims of some kinds, or whatever `show` makes of a side. */
type Line = { readonly key: string; readonly head: string } & (
  | { readonly kinds: readonly ClaimKind[] }
  | { readonly show: (side: Side) => ReactNode }
)

/** Two people side by side, line by line, what fits and what does not, and what becomes of them. */
export const ComparePage = ({ data: { one, other, comparing, seen } }: { data: Comparison }) => {
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
  const nameOf = ({ names, initials }: Side): string => names[0] ?? initials
  const labelOf = (side: Side): string => [nameOf(side), ...side.files.map(({ code }) => code)].join(' ')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <BackLink href="/people/duplicates">{t('side.back')}</BackLink>
      <div className="flex flex-wrap items-start gap-x-6">
        <PageTitle title={t('side.title')}>{t('side.what')}</PageTitle>
        <div className="mb-4 grid gap-2">
          <FitLine fits={comparing.fits} />
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
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <SideBySide title={t('side.title')} lines={lines} one={one} other={other} labelOf={labelOf} />
        <Card as="section" label={t('form.title')}>
          <h2 className="mb-3 text-h3">{t('form.title')}</h2>
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
      </div>
    </div>
  )
}

/** Both keep their column on a phone, where the words of a line stand above them. */
const SideBySide = ({
  title,
  lines,
  one,
  other,
  labelOf,
}: {
  title: string
  lines: readonly Line[]
  one: Side
  other: Side
  labelOf: (side: Side) => string
}) => (
  <table {...ROLES.table} className="w-full table-fixed border-collapse text-dense max-sm:block">
    <caption className="sr-only">{title}</caption>
    <thead {...ROLES.rowgroup} className="max-sm:block">
      <tr {...ROLES.row} className={ROW}>
        <th {...ROLES.columnheader} scope="col" aria-label={title} className="max-sm:hidden sm:w-36" />
        {[one, other].map((side) => (
          <th
            key={side.personId}
            {...ROLES.columnheader}
            scope="col"
            className="py-1.5 pe-3 text-start align-bottom wrap-anywhere"
          >
            {labelOf(side)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody {...ROLES.rowgroup} className="max-sm:block">
      {lines.map((line) => (
        <tr key={line.key} {...ROLES.row} className={ROW}>
          <th
            {...ROLES.rowheader}
            scope="row"
            className="py-1.5 pe-3 text-start align-top font-normal text-muted max-sm:col-span-2 max-sm:pb-0 max-sm:text-sm"
          >
            {line.head}
          </th>
          {[one, other].map((side) => (
            <td key={side.personId} {...ROLES.cell} className="min-w-0 py-1.5 pe-3 align-top">
              <Cell line={line} side={side} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
const ROW = 'border-b border-hair max-sm:grid max-sm:grid-cols-2'

const Cell = ({ line, side }: { line: Line; side: Side }) =>
  'kinds' in line ? <Claims side={side} kinds={line.kinds} /> : line.show(side)

const Claims = ({ side, kinds }: { side: Side; kinds: readonly ClaimKind[] }) => {
  const t = useTranslations('duplicates')
  const [labels, words] = [useClaimLabels(), useClaimWords()]
  // The line says already what it is about, but where it holds two kinds.
  const say = (said: Statement): string => (said.kind === 'origin' ? labels(said) : words(said))
  const said = side.claims.filter((claim) => kinds.includes(claim.said.kind))
  if (said.length === 0) return <span className="text-muted">{t('side.nothing')}</span>
  return (
    <ul>
      {said.map((claim) => (
        <li key={claim.id} className="wrap-anywhere">
          <bdi dir="auto" className={claim.withdrawn === null ? undefined : 'text-muted'}>
            {claim.withdrawn === null ? say(claim.said) : t('side.mistake', { what: say(claim.said) })}
          </bdi>
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
