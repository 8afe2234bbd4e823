import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { Edition } from '@/lib/configuration/edition.rules'
import { knewOf, type ShownSetting } from '@/lib/configuration/setting.view'
import { SettingsFrame } from './frame'
import { SETTING, VALUE } from './line'
import { LogoForm } from './logo-form'
import { SettingLine } from './setting-line'
import { SettingLines } from './settings-part'

export type Lead = { readonly id: string; readonly name: string }

/** Name, look and contacts of the organisation, its country, and who leads data protection. */
export const OrganisationPage = ({
  settings,
  logo,
  lead,
}: {
  settings: readonly ShownSetting[]
  logo: { readonly hash: string; readonly editions: readonly Edition[] }
  lead: Lead | null
}) => {
  const t = useTranslations('settings')
  return (
    <SettingsFrame page="organisation">
      <SettingLines settings={settings} />
      <SettingLine of="organisation.logo" value={logo.hash} editions={logo.editions}>
        <LogoForm key={knewOf(logo.editions)} knew={knewOf(logo.editions)} />
      </SettingLine>
      <Beside href="/countries/be" name={t('country.title')}>
        {t('country.belgium')}
      </Beside>
      <Beside href={lead === null ? '/accounts' : `/accounts/${lead.id}`} name={t('lead.title')}>
        {lead === null ? `${t('lead.none')}. ${t('lead.what')}` : <bdi>{lead.name}</bdi>}
      </Beside>
    </SettingsFrame>
  )
}

/** What is set on another page, and the way there. */
const Beside = ({ href, name, children }: { href: string; name: string; children: ReactNode }) => (
  <Link
    href={href}
    className="flex min-h-12 items-center gap-x-3 border-b border-hair py-1.5 text-ink no-underline hover:bg-sunken sm:min-h-11"
  >
    <span className={SETTING}>
      <span className="font-semibold">{name}</span>
      <span className={VALUE}>{children}</span>
    </span>
    <Icon name="forward" className="size-4.5 text-muted" />
  </Link>
)
