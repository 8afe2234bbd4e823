import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Section } from '@/components/ui/section'
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

const LOOK = { met: 'done', not_met: 'plain', not_known: 'plain' } as const

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
  const met = conditionsOf(events)
  const status = formalStatusOf(state?.stage ?? null)
  const on = (day: Day) => formatTime(locale, day, 'day')
  const conditions = CONDITIONS.codes.map((value) => ({ value, label: of('thb_condition', value) }))
  const named = (row: (typeof events)[number]) =>
    row.condition === null
      ? t(`stage.${row.kind}`)
      : `${of('thb_condition', row.condition)}: ${row.holds === null ? '' : t(`holds.${row.holds}`)}`
  return (
    <Section title={t('stagesTitle')}>
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
      <PhoneFold label={t('conditions')} isOpen={met.some(({ holds }) => holds !== 'not_known')}>
        <h3 className="mt-3 font-sans text-base font-semibold max-sm:hidden">{t('conditions')}</h3>
        <ul aria-label={t('conditions')}>
          {met.map(({ condition, holds, because }) => (
            <li
              key={condition}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-hair py-1 sm:grid-cols-[18rem_auto] sm:justify-start"
            >
              <span>{of('thb_condition', condition)}</span>
              <span className="flex flex-wrap items-baseline justify-end gap-x-2 sm:justify-start">
                <Tag kind={LOOK[holds]}>{t(`holds.${holds}`)}</Tag>
                {because === null ? null : <span className="text-sm text-muted">{on(because.on)}</span>}
              </span>
            </li>
          ))}
        </ul>
      </PhoneFold>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-5">
        <InlineLink href={deadlinesHref}>{t('deadlines')}</InlineLink>
        <Fold key={stages.length} label={t('stageNew')}>
          {help}
          {/* No day is filled in: a deadline would run from it. */}
          <StageForm fields={emptyForm(stage, caseId)} conditions={conditions} today={today} />
        </Fold>
      </div>
      <ol>
        {[...inOrder(events)].reverse().map((row) => (
          <li key={row.subjectId} className="tooled-row border-b border-hair py-2">
            <p>
              <strong>{named(row)}</strong>, {on(row.on)}
              {row.reason === null ? '' : `, ${t(`reason.${row.reason}`)}`}
            </p>
            <FreeText text={row.words} />
            <RowTools of={named(row)}>
              <p className="py-1.5 text-sm text-muted">{t('by', { name: row.by })}</p>
              <Fold key={row.revision} label={t('change')}>
                <StageForm fields={toForm(stage, row)} conditions={conditions} today={today} />
              </Fold>
              <TakeRowBack
                of={named(row)}
                row={row}
                action={takeTraffickingStageBack}
                draftKey={`trafficking:stageMistake:${row.subjectId}`}
              />
            </RowTools>
          </li>
        ))}
      </ol>
    </Section>
  )
}
