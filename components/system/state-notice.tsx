import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'

/** For the first page of an admin: parts of the system that need action now, and where it says what to do. */
export const StateNotice = ({ count }: { count: number }) => {
  const t = useTranslations('system.line')
  return (
    <Notice kind="error" title={t('title', { count })}>
      <p className="mt-1">
        <TextLink href="/settings/system">{t('do')}</TextLink>
      </p>
    </Notice>
  )
}
