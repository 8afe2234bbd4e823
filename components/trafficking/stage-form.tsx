'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import type { Day } from '@/lib/shared/dates'
import { saveTraffickingStage } from '@/lib/trafficking/stage.actions'
import { HOLDS, reasonsOf, STAGE_KINDS } from '@/lib/trafficking/stage.rules'
import type { StageInput } from '@/lib/trafficking/stage.schema'

/** What happened in the procedure. */
export const StageForm = ({
  fields,
  conditions,
  today,
}: {
  fields: StageInput
  conditions: readonly Option[]
  today: Day
}) => {
  const t = useTranslations('trafficking')
  return (
    <Form
      schema={() => import('@/lib/trafficking/stage.schema').then((room) => room.stage.schema)}
      defaultValues={fields}
      action={saveTraffickingStage}
      draftKey={`trafficking:stage:${fields.caseId}:${fields.subjectId}`}
    >
      {(form) => {
        const kind = form.watch('kind')
        const reasons = reasonsOf(kind)
        return (
          <>
            <Select
              name="kind"
              label={t('stageLabel')}
              empty={t('choose')}
              options={STAGE_KINDS.codes.map((value) => ({ value, label: t(`stage.${value}`) }))}
            />
            {kind === 'condition' ? (
              <>
                <Select
                  name="condition"
                  label={t('conditionLabel')}
                  empty={t('choose')}
                  options={conditions}
                />
                <ChipGroup
                  name="holds"
                  label={t('holdsLabel')}
                  options={HOLDS.codes.map((value) => ({ value, label: t(`holds.${value}`) }))}
                />
              </>
            ) : null}
            {reasons.length === 0 ? null : (
              <Select
                name="reason"
                label={t('reasonLabel')}
                empty={t('choose')}
                options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
              />
            )}
            <DateField name="on" label={t('stageOn')} today={today} />
            <TextArea name="words" label={t('stageWords')} rows={2} dir="auto" />
            <FormFooter>{t('save')}</FormFooter>
          </>
        )
      }}
    </Form>
  )
}
