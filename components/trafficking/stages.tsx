import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { takeTraffickingStageBack } from '@/lib/trafficking/stage.actions'
import { CONDITIONS, conditionsOf, formalStatusOf, inOrder, stageOf } from '@/lib/trafficking/stage.rules'
import { stage } from '@/lib/trafficking/stage.schema'
import type { TraffickingRoom } from '@/lib/trafficking/trafficking-page.data'
import { StageForm } from './stage-form'
import { useTraffickingLabels } from './trafficking-labels'

const LOOK = { met: 'done', not_met: 'danger', not_known: 'plain' } as const

/** Where the procedure stands and what says so, the conditions, then what happened, newest first. */
export const Stages = ({
  caseId,
  room: { stages, words: lists },
  deadlinesHref,
  today,
  help,
}: {
  caseId: string
  room: TraffickingRoom
  deadlinesHref: string
  today: Day
  help: ReactNode
}) => {
  const { t, of } = useTraffickingLabels(lists)
  const locale = useLocale()
  const events = stages.map(({ row }) => row)
  const state = stageOf(events)
  const status = formalStatusOf(state?.stage ?? null)
  const on = (day: Day) => formatTime(locale, day, 'day')
  const conditions = CONDITIONS.codes.map((value) => ({ value, label: of('thb_condition', value) }))
  const named = (row: (typeof events)[number]) =>
    row.condition === null
      ? t(`stage.${row.kind}`)
      : `${of('thb_condition', row.condition)}: ${row.holds === null ? '' : t(`holds.${row.holds}`)}`
  return (
    <Card as="section" label={t('stagesTitle')}>
      <h3>{t('stagesTitle')}</h3>
      <p className="flex flex-wrap items-baseline gap-2">
        <strong>{state === null ? t('stageNone') : t(`stage.${state.stage}`)}</strong>
        {/* Before a step of an authority no one is called a victim, not even a presumed one. */}
        {status === 'presumed' ? null : <Tag>{of('thb_formal_status', status)}</Tag>}
      </p>
      {state === null ? null : (
        <p className="text-sm text-muted">
          {t('stageBecause', { event: t(`stage.${state.stage}`), on: on(state.because.on) })}
        </p>
      )}
      <ul className="mt-3 grid gap-1" aria-label={t('conditions')}>
        {conditionsOf(events).map(({ condition, holds, because }) => (
          <li key={condition} className="flex flex-wrap items-baseline gap-2">
            <span>{of('thb_condition', condition)}</span>
            <Tag kind={LOOK[holds]}>{t(`holds.${holds}`)}</Tag>
            {because === null ? null : <span className="text-sm text-muted">{on(because.on)}</span>}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={deadlinesHref} className="inline-flex min-h-11 items-center sm:min-h-8">
          {t('deadlines')}
        </a>
      </p>
      <Fold key={stages.length} label={t('stageNew')}>
        {help}
        <StageForm fields={emptyForm(stage, caseId, { on: today })} conditions={conditions} today={today} />
      </Fold>
      <ol className="mt-2 grid gap-3">
        {[...inOrder(events)].reverse().map((row) => (
          <li key={row.subjectId} className="border-s-2 border-hair ps-3">
            <p>
              <strong>{named(row)}</strong>, {on(row.on)}
              {row.reason === null ? '' : `, ${t(`reason.${row.reason}`)}`}
            </p>
            <FreeText text={row.words} />
            <p className="text-sm text-muted">{t('by', { name: row.by })}</p>
            <Fold key={row.revision} label={t('change')}>
              <StageForm fields={toForm(stage, row)} conditions={conditions} today={today} />
            </Fold>
            <TakeRowBack
              of={named(row)}
              row={row}
              action={takeTraffickingStageBack}
              draftKey={`trafficking:stageMistake:${row.subjectId}`}
            />
          </li>
        ))}
      </ol>
    </Card>
  )
}
