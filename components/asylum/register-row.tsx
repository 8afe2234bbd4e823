import type { ReactNode } from 'react'
import { MistakeFold } from '@/components/registers/mistake-fold'
import { Fold } from '@/components/ui/fold'
import type { MistakeInput } from '@/lib/asylum/register.schema'
import type { Revised } from '@/lib/registers/register.rules'
import { useAsylumWords } from './asylum-words'
import { RowMistakeForm } from './mistake-form'

/** A row of a register in words. */
export type Told = {
  readonly id: string
  readonly title: string
  readonly facts: readonly (string | null)[]
  readonly words: string
  readonly by: string
  readonly recordedAt: Date
}

/** One row of a register: what it says, what stood there before, and the ways to put it right. */
export const RegisterRow = ({
  row,
  register,
  told,
  earlier,
  canEdit,
  note = null,
  form,
}: {
  row: Revised & { readonly caseId: string }
  register: MistakeInput['register']
  told: Told
  earlier: readonly Told[]
  canEdit: boolean
  /** What presses, under the facts. */
  note?: ReactNode
  form: ReactNode
}) => {
  const { t } = useAsylumWords()
  const label = (words: string) => (
    <>
      {words}
      <span className="sr-only">: {told.title}</span>
    </>
  )
  return (
    <li id={`row-${row.subjectId}`} className="min-w-0 border-s-2 border-hair ps-3">
      <Said told={told} note={note} />
      <Earlier rows={earlier} />
      {canEdit ? (
        <>
          <Fold label={label(t('change'))}>{form}</Fold>
          <MistakeFold of={told.title}>
            <RowMistakeForm
              caseId={row.caseId}
              register={register}
              subjectId={row.subjectId}
              version={row.revision}
            />
          </MistakeFold>
        </>
      ) : null}
    </li>
  )
}

/** What stood here before, folded. */
const Earlier = ({ rows }: { rows: readonly Told[] }) => {
  const { t } = useAsylumWords()
  if (rows.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('earlier', { count: rows.length })}
      </summary>
      <ul className="grid gap-2">
        {rows.map((one) => (
          <li key={one.id} className="border-s-2 border-hair ps-3">
            <Said told={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const Said = ({
  told: { title, facts, words, by, recordedAt },
  note = null,
}: {
  told: Told
  note?: ReactNode
}) => {
  const { t, date } = useAsylumWords()
  const said = facts.filter((fact) => fact !== null)
  return (
    <>
      <p>
        <strong dir="auto" className="wrap-anywhere">
          {title}
        </strong>
      </p>
      {said.length === 0 ? null : <p>{said.join(' · ')}</p>}
      {note}
      {words === '' ? null : (
        <p dir="auto" className="max-w-prose whitespace-pre-wrap wrap-anywhere">
          {words}
        </p>
      )}
      <p className="text-sm text-muted">{t('by', { name: by, at: date(recordedAt) })}</p>
    </>
  )
}

/** Rows of a register that were taken back, folded: what was written stays readable. */
export const TakenBack = ({
  rows,
}: {
  rows: readonly {
    readonly told: Told
    readonly mistake: MistakeInput['mistake'] | null
    /** The first of them says what the row itself says: only that it was a mistake came on top. */
    readonly earlier: readonly Told[]
  }[]
}) => {
  const { t, date } = useAsylumWords()
  if (rows.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('mistakes', { count: rows.length })}
      </summary>
      <ul className="grid gap-2">
        {rows.map(({ told, mistake, earlier: [, ...earlier] }) => (
          <li key={told.id} className="border-s-2 border-hair ps-3">
            <p dir="auto" className="line-through wrap-anywhere">
              {[told.title, ...told.facts.filter((fact) => fact !== null)].join(' · ')}
            </p>
            {told.words === '' ? null : (
              <p dir="auto" className="max-w-prose whitespace-pre-wrap wrap-anywhere">
                {told.words}
              </p>
            )}
            <p className="text-sm text-muted">
              {t('takenBackBy', {
                name: told.by,
                at: date(told.recordedAt),
                mistake: mistake === null ? '' : t(`outcome.${mistake}`),
              })}
            </p>
            <Earlier rows={earlier} />
          </li>
        ))}
      </ul>
    </details>
  )
}
