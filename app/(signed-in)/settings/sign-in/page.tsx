import { SettingsFrame } from '@/components/settings/frame'
import { SettingLines } from '@/components/settings/settings-part'
import { listSettings } from '@/lib/configuration/setting.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings'],
  // Rules of the organisation; no one is behind them.
  audit: null,
  load: (work) => listSettings(work, ['signIn.idle', 'signIn.day', 'signIn.secondStep', 'signIn.password']),
  show: (settings) => (
    <SettingsFrame page="signIn">
      <SettingLines settings={settings} />
    </SettingsFrame>
  ),
})
