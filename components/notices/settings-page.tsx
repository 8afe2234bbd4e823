import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { NoticeSettings } from '@/lib/notices/notice.data'
import { SettingsForm } from './settings-form'

export const SettingsPage = ({ settings, hasMail }: { settings: NoticeSettings; hasMail: boolean }) => {
  const t = useTranslations('notices')
  return (
    <>
      <PageTitle title={t('set.title')} above={<Link href="/notices">{t('set.back')}</Link>}>
        {t('set.what')}
      </PageTitle>
      {hasMail ? null : (
        <div className="mb-6">
          <Notice kind="info">{t('set.noMail')}</Notice>
        </div>
      )}
      <Card>
        <SettingsForm settings={settings} />
      </Card>
    </>
  )
}
