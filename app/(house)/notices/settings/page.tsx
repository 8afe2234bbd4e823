import { SettingsPage } from '@/components/notices/settings-page'
import { getNoticeSettings } from '@/lib/notices/notice.data'
import { enter } from '@/lib/server/enter'
import { env } from '@/lib/server/env'

export default enter({
  permission: 'session:own',
  words: ['notices'],
  audit: null,
  load: getNoticeSettings,
  show: (settings) => <SettingsPage settings={settings} hasMail={env().SMTP_URL !== undefined} />,
})
