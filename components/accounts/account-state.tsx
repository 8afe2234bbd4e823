import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { ColleagueCard } from '@/lib/accounts/account.view'

/** Whether an account can be used now, and whether many sign-ins at it were refused. */
export const AccountState = ({ colleague: { active, isAwaited, isTried } }: { colleague: ColleagueCard }) => {
  const t = useTranslations('accounts.people')
  if (!active) return <Tag>{t('off')}</Tag>
  return (
    <span className="inline-flex flex-wrap gap-1">
      {isAwaited ? <Tag kind="late">{t('awaited')}</Tag> : <Tag kind="done">{t('active')}</Tag>}
      {isTried ? <Tag kind="late">{t('tried')}</Tag> : null}
    </span>
  )
}
