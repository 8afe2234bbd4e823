'use client'
import { RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { AUTHORITIES, isAnswer, NEED_ANSWERS, NEED_SOURCES } from '@/lib/asylum/need.rules'
import type { NeedInput } from '@/lib/asylum/need.schema'
import { saveNeed } from '@/lib/asylum/register.actions'
import type { Option } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'

/** A special need, new or as it is known; what an authority answered is asked when one was told. */
export const NeedForm = ({
  fields,
  people,
  needs,
  today,
}: {
  fields: NeedInput
  people: readonly Option[]
  needs: readonly Option[]
  today: Day
}) => {
  const { t } = useAsylumLabels()
  return (
    <Form
      schema={() => import('@/lib/asylum/need.schema').then((room) => room.need.schema)}
      defaultValues={fields}
      action={saveNeed}
      draftKey={`asylum:need:${fields.caseId}:${fields.subjectId}`}
    >
      {({ watch }) => (
        <>
          {people.length < 2 ? null : (
            <Select name="personId" label={t('need.person')} empty={t('need.choose')} options={people} />
          )}
          <Select name="need" label={t('need.what')} empty={t('need.choose')} options={needs} />
          <RadioGroup
            name="source"
            label={t('need.sourceLabel')}
            options={NEED_SOURCES.codes.map((value) => ({ value, label: t(`need.source.${value}`) }))}
          />
          <WhenField name="on" label={t('need.on')} />
          <TextArea name="words" label={t('need.words')} hint={t('need.wordsHint')} rows={2} dir="auto" />
          <Select
            name="toldTo"
            label={t('need.toldTo')}
            hint={t('need.toldToHint')}
            empty={t('need.toldToNone')}
            options={AUTHORITIES.codes.map((value) => ({ value, label: t(`need.authority.${value}`) }))}
          />
          {watch('toldTo') === '' ? null : (
            <>
              <DateField name="toldOn" label={t('need.toldOn')} today={today} />
              <Select
                name="answer"
                label={t('need.answerLabel')}
                empty={t('need.answerNone')}
                options={NEED_ANSWERS.codes.map((value) => ({ value, label: t(`need.answer.${value}`) }))}
              />
              {isAnswer(watch('answer')) ? (
                <DateField name="answeredOn" label={t('need.answeredOn')} />
              ) : null}
            </>
          )}
          <DateField name="endedOn" label={t('need.endedOn')} />
          <FormFooter>{t('save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
