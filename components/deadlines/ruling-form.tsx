'use client'
import { RadioGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import type { OrganisationRule } from '@/lib/deadlines/rule.data'
import { sayRuling } from '@/lib/deadlines/ruling.actions'
import { RULING_KINDS } from '@/lib/deadlines/ruling.rules'
import { UNITS } from '@/lib/deadlines/vocabulary.rules'
import { useDeadlineLabels } from './deadline-labels'

/** What a coordinator says of a rule, with their reason; old deadlines keep what they were computed with. */
export const RulingForm = ({ rule }: { rule: OrganisationRule }) => {
  const { t, period } = useDeadlineLabels()
  const kinds = RULING_KINDS.codes.filter((kind) => kind !== 'amended' || rule.periods.length > 0)
  return (
    <Form
      schema={() => import('@/lib/deadlines/ruling.schema').then((room) => room.rulingSchema)}
      defaultValues={{
        ruleId: rule.id,
        kind: 'confirmed',
        periods: rule.periods.map(({ min }) => ({ amount: String(min.amount), unit: min.unit })),
        reason: '',
      }}
      action={sayRuling}
      draftKey={`ruling:${rule.code}`}
    >
      {({ watch }) => (
        <>
          <RadioGroup
            name="kind"
            label={t('rules.kind')}
            options={kinds.map((value) => ({ value, label: t(`ruling.${value}`) }))}
          />
          {watch('kind') !== 'amended'
            ? null
            : rule.periods.map((one, index) => {
                const words =
                  one.when === null
                    ? period(one)
                    : t('rules.when', { period: period(one), fact: t(`fact.${one.when}`) })
                return (
                  <div key={one.when ?? ''} className="flex flex-wrap gap-x-6 gap-y-3">
                    <TextField
                      name={`periods.${index}.amount`}
                      label={t('rules.amount', { period: words })}
                      maxLength={3}
                    />
                    <Select
                      name={`periods.${index}.unit`}
                      label={t('rules.amountUnit', { period: words })}
                      options={UNITS.codes.map((value) => ({ value, label: t(`unit.${value}`) }))}
                    />
                  </div>
                )
              })}
          <TextArea name="reason" label={t('rules.reason')} hint={t('rules.reasonHint')} />
          <FormFooter>{t('rules.save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
