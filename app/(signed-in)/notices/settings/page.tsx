import { SettingsPage } from '@/components/notices/settings-page'
import { getNoticeSettings } from '@/lib/notices/notice.data'
import { env } from '@/lib/runtime/env'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  messages: ['notices'],
  audit: null,
  load: getNoticeSettings,
  show: (settings) => <SettingsPage settings={settings} hasMail={env().SMTP_URL !== undefined} />,
})
