'use client'
import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { setRetention } from '@/lib/rights/retention.actions'

export const RuleForm = ({ kinds }: { kinds: readonly Option[] }) => {
  const t = useTranslations('rights.rule')
  return (
    <Form
      schema={() => import('@/lib/rights/retention.schema').then((room) => room.retentionSchema)}
      defaultValues={{ kind: '', years: '', source: '' }}
      action={setRetention}
      draftKey="retention"
    >
      <Select name="kind" label={t('kind')} empty={t('choose')} options={kinds} />
      <TextField name="years" label={t('years')} />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
