import type { ReactNode } from 'react'
import { MistakeFold } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Section } from '@/components/ui/section'
import type { RowMistake } from '@/lib/asylum/register.schema'
import type { Revised, Revisions } from '@/lib/registers/register.rules'
import { useAsylumLabels } from './asylum-labels'
import { EmptyRegister } from './empty-register'
import { RowMistakeForm } from './mistake-form'

/** So many rows a phone shows at once of a register that is folded there. */
const FIRST = 2

/** A row of a register as it is read. */
type Row = Revised & {
  readonly caseId: string
  readonly mistake: RowMistake['mistake'] | null
  readonly words: string
  readonly by: string
  readonly recordedAt: Date
}
/** What a row says, beside its free text. */
export type Said = { readonly title: string; readonly facts: readonly (string | null)[] }
type Told = Said & Pick<Row, 'id' | 'words' | 'by' | 'recordedAt'>

/** A register: what is current, with what was there before and the ways to put it right; what was taken back; the form of a new row. */
export const RegisterCard = <R extends Row>({
  register,
  rows: { current, mistakes },
  tell,
  title,
  label,
  canEdit,
  help = null,
  form,
  empty,
  note,
  isFolded = false,
  children,
}: {
  register: RowMistake['register']
  rows: { readonly current: readonly Revisions<R>[]; readonly mistakes: readonly Revisions<R>[] }
  tell: (row: R) => Said
  title: string
  /** Of the form of a new row. */
  label: string
  canEdit: boolean
  help?: ReactNode
  form: (row: R) => ReactNode
  empty: ReactNode
  /** What presses, under the facts of a row. */
  note?: (row: R) => ReactNode
  /** Whether a phone shows further rows after one press. */
  isFolded?: boolean
  /** What the register says as a whole. */
  children: ReactNode
}) => {
  const { t } = useAsylumLabels()
  const toTold = (row: R): Told => ({ ...row, ...tell(row) })
  if (current.length + mistakes.length === 0)
    return canEdit ? (
      <EmptyRegister id={`register-${register}`} title={title} label={label}>
        {help}
        {empty}
      </EmptyRegister>
    ) : null
  const list = (rows: readonly Revisions<R>[]) => (
    <ul>
      {rows.map(({ row, earlier }) => (
        <RegisterRow
          key={row.subjectId}
          row={row}
          register={register}
          told={toTold(row)}
          earlier={earlier.map(toTold)}
          canEdit={canEdit}
          note={note?.(row) ?? null}
          form={form(row)}
        />
      ))}
    </ul>
  )
  return (
    <Register id={`register-${register}`} title={title}>
      {children}
      {list(isFolded ? current.slice(0, FIRST) : current)}
      {isFolded && current.length > FIRST ? (
        <PhoneFold label={t('showEntries', { count: current.length - FIRST })}>
          {list(current.slice(FIRST))}
        </PhoneFold>
      ) : null}
      <TakenBack
        rows={mistakes.map(({ row, earlier }) => ({
          told: toTold(row),
          mistake: row.mistake,
          earlier: earlier.map(toTold),
        }))}
      />
      {canEdit ? (
        <Fold key={current.length + mistakes.length} label={label}>
          {help}
          {empty}
        </Fold>
      ) : null}
    </Register>
  )
}

/** The frame of a register; links of the page lead to its id. */
export const Register = ({ id, title, children }: { id?: string; title: string; children: ReactNode }) => (
  <div {...(id === undefined ? {} : { id })} className="min-w-0">
    <Section title={title}>{children}</Section>
  </div>
)

/** One row of a register: what it says, what stood there before, and the ways to put it right. */
const RegisterRow = ({
  row,
  register,
  told,
  earlier,
  canEdit,
  note,
  form,
}: {
  row: Row
  register: RowMistake['register']
  told: Told
  earlier: readonly Told[]
  canEdit: boolean
  note: ReactNode
  form: ReactNode
}) => {
  const { t } = useAsylumLabels()
  const label = (words: string) => (
    <>
      {words}
      <span className="sr-only">: {told.title}</span>
    </>
  )
  return (
    <li id={`row-${row.subjectId}`} className="tooled-row min-w-0 border-b border-hair py-2">
      <Sentence told={told} note={note} />
      <Earlier rows={earlier} />
      <RowTools of={told.title}>
        <By told={told} />
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
      </RowTools>
    </li>
  )
}

/** What stood here before, folded. */
const Earlier = ({ rows }: { rows: readonly Told[] }) => {
  const { t } = useAsylumLabels()
  if (rows.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('earlier', { count: rows.length })}
      </summary>
      <ul className="grid gap-2">
        {rows.map((one) => (
          <li key={one.id} className="border-s-2 border-hair ps-3">
            <Sentence told={one} />
            <By told={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const Sentence = ({ told: { title, facts, words }, note = null }: { told: Told; note?: ReactNode }) => {
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
      <FreeText text={words} className="max-w-prose" />
    </>
  )
}

const By = ({ told: { by, recordedAt } }: { told: Told }) => {
  const { t, date } = useAsylumLabels()
  return <p className="py-1.5 text-sm text-muted">{t('by', { name: by, at: date(recordedAt) })}</p>
}

/** Rows of a register that were taken back, folded: what was written stays readable. */
const TakenBack = ({
  rows,
}: {
  rows: readonly {
    readonly told: Told
    readonly mistake: Row['mistake']
    /** The first of them says what the row itself says: only that it was a mistake came on top. */
    readonly earlier: readonly Told[]
  }[]
}) => {
  const { t, date } = useAsylumLabels()
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
            <FreeText text={told.words} className="max-w-prose" />
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
