'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { closeShare } from '@/lib/referrals/share.actions'

/** Closes a link at once and for good. */
export const ShareClose = ({ made, ...which }: { caseId: string; shareId: string; made: string }) => {
  const t = useTranslations('referrals')
  return (
    <ActionButton action={closeShare} input={which}>
      {t('share.close')}
      <span className="sr-only">: {made}</span>
    </ActionButton>
  )
}
