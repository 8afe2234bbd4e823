import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** Parts of an address that the page did not understand: without this it would show something else as if it had been asked for. */
export const UnreadAddress = ({ names }: { names: readonly string[] }) => {
  const t = useTranslations('layout')
  if (names.length === 0) return null
  return (
    <div data-print="no" className="mb-4">
      <Notice title={t('unreadAddress.title', { names: names.join(', ') })}>{t('unreadAddress.what')}</Notice>
    </div>
  )
}
