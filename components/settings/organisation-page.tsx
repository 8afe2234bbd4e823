import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import type { Edition } from '@/lib/configuration/edition.rules'
import { knewOf, type ShownSetting } from '@/lib/configuration/setting.view'
import { SettingsFrame } from './frame'
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
      <Beside name={t('country.title')} what={t('country.what')}>
        <Link href="/countries/be">{t('country.belgium')}</Link>
      </Beside>
      <Beside name={t('lead.title')} what={t('lead.what')}>
        {lead === null ? (
          <Link href="/accounts">{t('lead.none')}</Link>
        ) : (
          <Link href={`/accounts/${lead.id}`}>
            <bdi>{lead.name}</bdi>
          </Link>
        )}
      </Beside>
    </SettingsFrame>
  )
}

const Beside = ({ name, what, children }: { name: string; what: string; children: ReactNode }) => (
  <section
    aria-label={name}
    className="grid gap-x-8 gap-y-1 border-b border-hair py-3.5 md:grid-cols-[15rem_minmax(0,1fr)]"
  >
    <div>
      <h2 className="text-h3">{name}</h2>
      <p className="text-sm text-muted">{what}</p>
    </div>
    <p className="font-semibold">{children}</p>
  </section>
)
