import { SettingsFrame } from '@/components/settings/frame'
import { SettingLines } from '@/components/settings/settings-part'
import { listSettings } from '@/lib/configuration/setting.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings'],
  // Rules of the organisation; no one is behind them.
  audit: null,
  load: (work) => listSettings(work, ['work.unseen', 'work.review', 'work.names', 'setup.does']),
  show: (settings) => (
    <SettingsFrame page="work">
      <SettingLines settings={settings} />
    </SettingsFrame>
  ),
})
