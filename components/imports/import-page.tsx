import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import { LOCALES } from '@/lib/i18n/locales'
import { startImport, undoImport } from '@/lib/imports/import.actions'
import { MOVING } from '@/lib/imports/import.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { CheckedPart } from './checked-part'
import { Forget } from './forget'
import { rowsBehind, stateKind } from './import-labels'
import { Moving } from './moving'
import { PlanPart } from './plan-part'
import { toReasonLabels } from './reason-labels'
import { useTargetLabels } from './target-labels'

/** One import from its table to its files: what it is, what goes on, what would happen, what became of it. */
export const ImportPage = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const { one, head, same } = data
  const { id, state, rows, at } = one
  const isMoving = MOVING.includes(state)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <PageTitle
        title={t('tab')}
        heading={t('heading', { team: one.team.name })}
        above={<BackLink href="/imports">{t('all')}</BackLink>}
      >
        <ReadAs one={one} head={head} />
        <p className="mt-2">
          <Tag kind={stateKind(state)}>{t(`state.${state}`)}</Tag>
        </p>
      </PageTitle>
      <Steps data={data} />
      {same.map((other) => (
        <Notice key={other.id} kind="late">
          <p>
            {t.rich('same', {
              name: other.creator.name,
              made: other.made,
              on: () => <Time at={other.createdAt} style="day" />,
            })}
          </p>
        </Notice>
      ))}
      {state === 'checking' || state === 'running' || state === 'undoing' ? (
        <Moving key={state} importId={id} what={state} start={rowsBehind(at, rows)} rows={rows} />
      ) : null}
      {state === 'checked' ? <CheckedPart data={data} /> : null}
      {state === 'brought' || state === 'checked' ? <PlanPart data={data} /> : null}
      {one.startedAt === null || isMoving ? null : <Result data={data} />}
      {isMoving || state === 'dropped' ? null : <Forget data={data} />}
    </div>
  )
}

const SEPARATORS = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const

const ReadAs = ({ one, head }: Pick<ImportData, 'one' | 'head'>) => {
  const t = useTranslations('imports')
  const { source, rows, columns, creator, createdAt } = one
  const separator = one.separator === ',' || one.separator === '\t' ? one.separator : ';'
  const encoding =
    one.encoding === 'utf-8' || one.encoding === 'utf-16le' || one.encoding === 'utf-16be'
      ? one.encoding
      : 'windows-1252'
  return (
    <>
      <p>{t.rich('broughtBy', { name: creator.name, on: () => <Time at={createdAt} style="moment" /> })}</p>
      <p>
        {source === 'xlsx'
          ? t('readXlsx', { rows, columns })
          : t('readCsv', {
              rows,
              columns,
              encoding: t(`encoding.${encoding}`),
              separator: t(`separator.${SEPARATORS[separator]}`),
            })}{' '}
        {head === null || head.headLine === 0
          ? null
          : t('readHead', { line: head.headLine, sheet: head.sheet === '' ? 'no' : 'yes', name: head.sheet })}
      </p>
      {head === null || head.above.length === 0 ? null : (
        <p dir="auto" className="wrap-anywhere text-muted">
          {t('readAbove', { texts: head.above.join(' · ') })}
        </p>
      )}
    </>
  )
}

const STEPS = ['upload', 'columns', 'questions', 'preview', 'done'] as const
/** Where the table is on its way. */
const stepOf = ({ one: { state, startedAt }, questions }: ImportData): (typeof STEPS)[number] => {
  if (startedAt !== null) return 'done'
  if (state === 'brought' || state === 'dropped') return 'columns'
  return questions.length > 0 ? 'questions' : 'preview'
}
const Steps = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const current = stepOf(data)
  const done = new Set(STEPS.slice(0, STEPS.lastIndexOf(current)))
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-1 border-b border-hair pb-2" aria-label={t('steps.label')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          {...(step === current ? { 'aria-current': 'step' as const } : {})}
          className="flex items-center gap-2 text-muted aria-[current]:font-semibold aria-[current]:text-ink"
        >
          <span aria-hidden="true" className="num">
            {done.has(step) ? '✓' : index + 1}
          </span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  )
}

const Result = ({ data }: { data: ImportData }) => {
  const { one, made, missingTotal, undoUntil } = data
  const t = useTranslations('imports')
  const locale = useLocale()
  const { id, state, rows, at } = one
  const left = rowsBehind(at, rows) - one.made
  return (
    <section aria-labelledby="result" className="grid gap-4">
      <h2 id="result">{t('result.title')}</h2>
      <ul className="grid gap-1">
        <li>{t('result.made', { count: one.made })}</li>
        {state === 'undone' ? <li>{t('undo.done', { gone: one.gone, kept: one.kept })}</li> : null}
        {one.passed > 0 ? <li>{t('result.passed', { count: one.passed })}</li> : null}
        {state === 'stopped' ? (
          <li>{t('result.stopped', { done: rowsBehind(at, rows), all: rows })}</li>
        ) : null}
      </ul>
      <p className="flex flex-wrap items-start gap-3">
        {state === 'stopped' && one.forgottenAt === null ? (
          <ActionButton action={startImport} input={{ importId: id }} kind="primary" size="normal">
            {t('result.goOn')}
          </ActionButton>
        ) : null}
        {one.forgottenAt === null && left + missingTotal > 0 ? (
          <a href={`/api/imports?id=${id}`} download className={buttonClass('quiet')}>
            {t('result.save')}
          </a>
        ) : null}
      </p>
      {missingTotal === 0 ? null : <MissingCells data={data} />}
      {made.length === 0 ? null : <Files made={made} isUndone={state === 'undone'} />}
      {undoUntil === null ? null : (
        <Card as="section" label={t('undo.title')} className="grid gap-3">
          <h2>{t('undo.title')}</h2>
          <p className="max-w-prose">{t('undo.what', { day: formatTime(locale, undoUntil, 'day') })}</p>
          <p>
            <ActionButton action={undoImport} input={{ importId: id }} kind="danger" size="normal">
              {t('undo.do', { count: one.made })}
            </ActionButton>
          </p>
        </Card>
      )}
    </section>
  )
}

/** Values that no one could read, with the file whose note holds each of them. */
const MissingCells = ({ data }: { data: ImportData }) => {
  const { missing, missingTotal: total } = data
  const t = useTranslations('imports')
  const targets = useTargetLabels(data)
  const labels = toReasonLabels(LOCALES.read(useLocale()), useMessages(), data.own)
  const columns: Column<ImportData['missing'][number]>[] = [
    {
      key: 'file',
      head: t('missing.file'),
      isRowHead: true,
      cell: ({ caseId, fileCode }) => (
        <a href={`/cases/${fileCode}?file=${caseId}`} className="num inline-block">
          {fileCode}
        </a>
      ),
    },
    { key: 'field', head: t('missing.field'), cell: ({ field }) => targets(field) },
    {
      key: 'text',
      head: t('missing.text'),
      cell: ({ text }) => (
        <bdi className="wrap-anywhere">{text.length > 120 ? `${text.slice(0, 120)}…` : text}</bdi>
      ),
    },
    { key: 'why', head: t('report.why'), cell: ({ field, code }) => labels(field, code) },
  ]
  return (
    <section aria-labelledby="missing" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id="missing">{t('missing.title', { count: total })}</h2>
      <p className="max-w-prose text-muted">{t('missing.what')}</p>
      <Table
        caption={t('missing.title', { count: total })}
        columns={columns}
        rows={missing}
        rowKey={({ line, column }) => `${line} ${column}`}
        isDense
      />
      {total > missing.length ? (
        <p className="text-sm text-muted">{t('result.more', { count: missing.length })}</p>
      ) : null}
    </section>
  )
}

const MOST = 50
const Files = ({ made, isUndone }: { made: ImportData['made']; isUndone: boolean }) => {
  const t = useTranslations('imports')
  const format = useFormatter()
  return (
    <Fold label={t(isUndone ? 'undo.stay' : 'result.files')} isOpen={isUndone}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {made.slice(0, MOST).map(({ caseId, code, line }) => (
          <li key={caseId}>
            <a href={`/cases/${code}?file=${caseId}`} className="num inline-block py-1">
              {code}
            </a>{' '}
            <span className="text-sm text-muted">
              {t('report.row')} {format.number(line)}
            </span>
          </li>
        ))}
      </ul>
      {made.length > MOST ? <p className="text-sm text-muted">{t('result.more', { count: MOST })}</p> : null}
    </Fold>
  )
}
