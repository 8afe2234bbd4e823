import { knewOf, type ShownSetting, toFieldValue } from '@/lib/configuration/setting.view'
import { SettingForm } from './setting-form'
import { SettingLine } from './setting-line'

/** The settings of one page, each on its line. */
export const SettingLines = ({ settings }: { settings: readonly ShownSetting[] }) =>
  settings.map(({ key, value, editions }) => (
    <SettingLine key={key} of={key} value={value} editions={editions}>
      <SettingForm of={key} knew={knewOf(editions)} value={toFieldValue(key, value)} />
    </SettingLine>
  ))
