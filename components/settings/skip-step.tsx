import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { markStep } from '@/lib/configuration/configuration.actions'
import type { SetupStep } from '@/lib/settings/setting.rules'

/** Leaves one of the first steps out; it can be come back to. */
export const SkipStep = ({ step, next }: { step: SetupStep; next: string }) => {
  const t = useTranslations('setup')
  return (
    <ActionButton action={markStep} input={{ step, state: 'skipped' }} kind="plain" then={next}>
      {t('skip')}
    </ActionButton>
  )
}
