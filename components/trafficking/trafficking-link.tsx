import { useTranslations } from 'next-intl'
import type { ButtonKind } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

/** From any open file one press: what is suspected is kept apart from it. */
export const TraffickingLink = ({ href, kind = 'quiet' }: { href: string; kind?: ButtonKind }) => {
  const t = useTranslations('referrals')
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton href={href} kind={kind} size="small">
        {t('trafficking')}
      </LinkButton>
      <span className="text-sm text-muted">{t('traffickingWhat')}</span>
    </p>
  )
}
