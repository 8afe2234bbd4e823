'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { answerOpening } from '@/lib/circles/glass.actions'
import { VERDICTS } from '@/lib/circles/glass.rules'

/** What a second pair of eyes says of an opening, once. */
export const VerdictForm = ({ glassId, by }: { glassId: string; by: string }) => {
  const t = useTranslations('circles.review')
  return (
    <Form
      schema={() => import('@/lib/circles/glass.schema').then((room) => room.verdictSchema)}
      defaultValues={{ glassId }}
      action={answerOpening}
    >
      <ChipGroup
        name="verdict"
        label={t('field', { name: by })}
        options={toOptions(VERDICTS.codes, (one) => t(`verdict.${one}`))}
      />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
