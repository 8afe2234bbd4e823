import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import { startImport, throwAway, undoImport } from '@/lib/imports/import.actions'
import { MOVING } from '@/lib/imports/import.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { CheckedPart } from './checked-part'
import { rowsBehind, stateKind } from './import-labels'
import { Moving } from './moving'
import { PlanPart } from './plan-part'

/** One import from its table to its files: what it is, what goes on, what would happen, what became of it. */
export const ImportPage = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const { one, same } = data
  const { id, state, rows, at } = one
  const isMoving = MOVING.includes(state)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <PageTitle
        title={t('tab')}
        heading={t('heading', { team: one.team.name })}
        above={<BackLink href="/imports">{t('all')}</BackLink>}
      >
        <ReadAs one={one} />
        <p className="mt-2">
          <Tag kind={stateKind(state)}>{t(`state.${state}`)}</Tag>
        </p>
      </PageTitle>
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

const ReadAs = ({ one }: Pick<ImportData, 'one'>) => {
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
            })}
      </p>
    </>
  )
}

const Result = ({ data: { one, made, undoUntil } }: { data: ImportData }) => {
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
        {one.forgottenAt === null && left > 0 ? (
          <a href={`/api/imports?id=${id}`} download className={buttonClass('quiet')}>
            {t('result.save')}
          </a>
        ) : null}
      </p>
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

const Forget = ({ data: { one } }: { data: ImportData }) => {
  const t = useTranslations('imports')
  if (one.forgottenAt !== null) return <p className="text-muted">{t('forgotten')}</p>
  return (
    <Fold label={t('forget.title')}>
      <p className="mb-3 max-w-prose">{t('forget.what')}</p>
      <ActionButton action={throwAway} input={{ importId: one.id }} kind="danger">
        {t('forget.do')}
      </ActionButton>
    </Fold>
  )
}
