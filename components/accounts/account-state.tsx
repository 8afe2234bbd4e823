import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { ColleagueCard } from '@/lib/accounts/account.view'

/** Whether an account opens the house now. */
export const AccountState = ({ colleague: { active, isAwaited } }: { colleague: ColleagueCard }) => {
  const t = useTranslations('accounts.people')
  if (!active) return <Tag>{t('off')}</Tag>
  return isAwaited ? <Tag kind="late">{t('awaited')}</Tag> : <Tag kind="done">{t('active')}</Tag>
}
