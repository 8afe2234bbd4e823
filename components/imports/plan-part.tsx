import { useLocale, useTranslations } from 'next-intl'
import { answerOptions, usePersonFieldLabels } from '@/components/people/person-field-labels'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import { type DateOrder, exampleDay } from '@/lib/imports/date-order.rules'
import { LIST_FIELDS, type ListField } from '@/lib/imports/field.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { countryChoices, languageChoices } from '@/lib/people/country.rules'
import { PERSON_FIELD_NAMES } from '@/lib/people/person-field.rules'
import { PlanForm, type PlanFormProps } from './plan-form'

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
    <Fold label={t('plan.again')} isOpen={props.words.length > 0}>
      {form}
    </Fold>
  )
}

const usePlanForm = ({
  one,
  head,
  plan,
  findings,
  signs,
  workers,
  kinds,
  places,
}: ImportData): PlanFormProps => {
  const t = useTranslations('imports')
  const fields = usePersonFieldLabels()
  const locale = useLocale()
  const example = (order: DateOrder): string =>
    signs.examples
      .map((text) => {
        const day = exampleDay(text, order)
        return day === null
          ? t('plan.isNone', { text })
          : t('plan.is', { text, day: formatTime(locale, day, 'day') })
      })
      .join(', ')
  const named = (list: readonly { readonly code: string; readonly name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  const choicesOf = (field: ListField): { value: string; label: string }[] => {
    if (PERSON_FIELD_NAMES.has(field)) return answerOptions(fields, field)
    switch (field) {
      case 'nationality':
        return named(countryChoices(locale))
      case 'language':
        return named(languageChoices(locale))
      case 'kind':
        return kinds.map((row) => ({ value: row.code, label: labelIn(row, locale) }))
      case 'place':
        return places.map((row) => ({ value: row.id, label: labelIn(row, locale) }))
    }
  }
  const words = LIST_FIELDS.codes.flatMap((field) =>
    Object.entries(findings.unknown[field] ?? {})
      .slice(0, 20)
      .map(([word, count]) => ({ field, word, count })),
  )
  return {
    importId: one.id,
    headers: head?.headers ?? [],
    samples: head?.samples ?? [],
    plan: plan ?? { columns: [], dateOrder: '', kind: '', workerId: '' },
    orders: signs.found === 0 ? null : { dmy: example('dmy'), mdy: example('mdy') },
    kinds: choicesOf('kind'),
    workers: workers.map(({ id, name }) => ({ value: id, label: name })),
    words,
    choices: Object.fromEntries(
      LIST_FIELDS.codes
        .filter((field) => words.some((one) => one.field === field))
        .map((field) => [field, choicesOf(field)]),
    ),
  }
}
