import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { Role } from '@/lib/shared/roles'

/**
 * The way to help, on every page: with its script it opens beside the page (shell/help-keys), without it leads to the pages of help.
 * @param isKeyOn the key ? opens it too
 */
export const HelpLink = ({ role, isKeyOn }: { role: Role; isKeyOn: boolean }) => {
  const t = useTranslations('help')
  return (
    <Link
      href="/help"
      data-help={role}
      data-key={isKeyOn ? 'on' : 'off'}
      title={t('open')}
      className="bar-sign"
    >
      <Icon name="help" className="size-5.5" />
      <span className="sr-only">{t('open')}</span>
    </Link>
  )
}
