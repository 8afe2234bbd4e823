import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'

/** For the first page of an admin: archives that were given and say too much, and where it says what to do. */
export const AffectedNotice = ({ count }: { count: number }) => {
  const t = useTranslations('statistics.register.affected')
  return (
    <Notice kind="error" title={t('title', { count })}>
      <p className="mt-1">
        <TextLink href="/statistics/releases">{t('do')}</TextLink>
      </p>
    </Notice>
  )
}
