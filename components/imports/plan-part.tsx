import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import { type DateOrder, exampleDay } from '@/lib/imports/date-order.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { useChoicesOf } from './choices-of'
import { PlanForm, type PlanFormProps } from './plan-form'
import { QuestionsForm } from './questions-form'
import { useTargetLabels } from './target-labels'

/** The columns and what they mean: open until someone has said it, then folded away. */
export const PlanPart = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const { one, head, plan, isRemembered } = data
  const props = usePlanForm(data)
  if (head === null || plan === null) return null
  const form = <PlanForm key={`${one.state} ${one.round}`} {...props} />
  return one.state === 'brought' ? (
    <Card as="section" label={t('plan.title')}>
      <h2>{t('plan.title')}</h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">
        {t('plan.what')} {isRemembered ? t('plan.remembered') : ''}
      </p>
      {form}
    </Card>
  ) : (
    <Fold label={t('plan.again')}>{form}</Fold>
  )
}

/** What someone is asked about values, once each; the organisation remembers the answers. */
export const QuestionsPart = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const choicesOf = useChoicesOf(data)
  const { one, plan, questions } = data
  if (plan === null || questions.length === 0) return null
  const asked = [...new Set(questions.map(({ field }) => field))]
  return (
    <Card as="section" label={t('questions.title')}>
      <h2>{t('questions.title')}</h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">{t('questions.what')}</p>
      <QuestionsForm
        key={one.round}
        importId={one.id}
        plan={plan}
        questions={questions}
        choices={Object.fromEntries(asked.map((field) => [field, choicesOf(field)]))}
      />
    </Card>
  )
}

const usePlanForm = (data: ImportData): PlanFormProps => {
  const t = useTranslations('imports')
  const locale = useLocale()
  const choicesOf = useChoicesOf(data)
  const targets = useTargetLabels(data)
  const { one, head, plan, signs, thisYear, own } = data
  const example = (order: DateOrder): string =>
    signs.examples
      .map((text) => {
        const day = exampleDay(text, order, { isBirth: false, thisYear })
        return day === null
          ? t('plan.isNone', { text })
          : t('plan.is', { text, day: formatTime(locale, day, 'day') })
      })
      .join(', ')
  return {
    importId: one.id,
    headers: head?.headers ?? [],
    samples: head?.samples ?? [],
    plan: plan ?? { columns: [], dateOrder: '', kind: '', workerId: '' },
    orders: signs.found === 0 ? null : { dmy: example('dmy'), mdy: example('mdy') },
    own: own.map(({ column }) => ({ value: column, label: targets(column) })),
    kinds: choicesOf('kind'),
    workers: choicesOf('worker'),
  }
}
