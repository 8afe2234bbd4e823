'use client'
import { CheckboxGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { DOUBTS, MATTERS, PROGRAMMES, stepsOf } from '@/lib/asylum/matter.rules'
import type { MatterInput } from '@/lib/asylum/matter.schema'
import { saveMatter } from '@/lib/asylum/register.actions'
import type { Option } from '@/lib/cases/word.view'
import { useAsylumLabels } from './asylum-labels'

/** A step in a matter, new or as it is known; only what the matter asks for is shown. */
export const MatterForm = ({ fields, people }: { fields: MatterInput; people: readonly Option[] }) => {
  const { t } = useAsylumLabels()
  return (
    <Form
      schema={() => import('@/lib/asylum/matter.schema').then((room) => room.matter.schema)}
      defaultValues={fields}
      action={saveMatter}
      draftKey={`asylum:matter:${fields.caseId}:${fields.subjectId}`}
    >
      {({ watch }) => (
        <>
          <Select
            name="matter"
            label={t('matter.label')}
            options={MATTERS.codes.map((value) => ({ value, label: t(`matter.name.${value}`) }))}
          />
          <Select
            name="kind"
            label={t('matter.stepLabel')}
            empty={t('matter.choose')}
            options={stepsOf(watch('matter')).map((value) => ({ value, label: t(`matter.step.${value}`) }))}
          />
          <WhenField name="on" label={t('matter.on')} />
          {people.length < 2 ? null : (
            <Select
              name="personId"
              label={t('matter.person')}
              empty={t('matter.personAll')}
              options={people}
            />
          )}
          {watch('matter') === 'voluntary_return' ? (
            <>
              <Select
                name="programme"
                label={t('matter.programmeLabel')}
                empty={t('matter.programmeNone')}
                options={PROGRAMMES.codes.map((value) => ({ value, label: t(`matter.programme.${value}`) }))}
              />
              <CheckboxGroup
                name="doubts"
                label={t('matter.doubtsLabel')}
                hint={t('matter.doubtsHint')}
                options={DOUBTS.codes.map((value) => ({ value, label: t(`matter.doubt.${value}`) }))}
              />
            </>
          ) : null}
          <TextArea name="words" label={t('field.words')} rows={2} dir="auto" />
          <FormFooter>{t('save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
