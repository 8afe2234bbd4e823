'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { HELD } from '@/lib/deadlines/held.rules'

/** Whether the person was held at notification: asked wherever a period depends on it. */
export const HeldField = () => {
  const t = useTranslations('deadlines')
  return (
    <RadioGroup
      name="held"
      label={t('held.question')}
      hint={t('held.hint')}
      options={HELD.map((value) => ({ value, label: t(`held.${value}`) }))}
    />
  )
}
