import { useTranslations } from 'next-intl'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { Overview } from '@/lib/configuration/overview.data'
import { LOCALE_NAMES } from '@/lib/i18n/locales'
import { FindSetting } from './find-setting'

const GROUPS = [
  { key: 'organisation', lines: ['organisation', 'offices', 'places'] },
  { key: 'records', lines: ['lists', 'fields', 'letters', 'work', 'projects'] },
  { key: 'people', lines: ['accounts', 'signIn', 'figureReaders'] },
  { key: 'data', lines: ['rights', 'configuration', 'equals', 'upkeep'] },
  { key: 'technical', lines: ['mail', 'system', 'noticeSettings'] },
] as const
type LineKey = (typeof GROUPS)[number]['lines'][number]

const HREFS: Readonly<Record<LineKey, string>> = {
  organisation: '/settings/organisation',
  offices: '/settings/offices',
  places: '/settings/places',
  lists: '/settings/lists',
  fields: '/settings/fields',
  letters: '/settings/letters',
  work: '/settings/work',
  projects: '/settings/projects',
  accounts: '/accounts',
  signIn: '/settings/sign-in',
  figureReaders: '/reports/readers',
  rights: '/rights',
  configuration: '/settings/configuration',
  equals: '/people/names',
  upkeep: '/countries/be/upkeep',
  mail: '/settings/mail',
  system: '/settings/system',
  noticeSettings: '/notices/settings',
}

/** All settings of the organisation, by subject, each with what holds now. */
export const SettingsPage = ({ overview, open }: { overview: Overview; open: readonly string[] }) => {
  const t = useTranslations('settings')
  const menu = useTranslations('menu')
  const nameOf = usePageName()
  const now: Partial<Record<LineKey, string>> = {
    organisation: overview.languages.map((one) => LOCALE_NAMES[one]).join(', '),
    offices: t('now.offices', { count: overview.offices.length }),
    places: overview.ownPlaces === 0 ? '' : t('now.places', { count: overview.ownPlaces }),
    lists: overview.own === 0 ? '' : t('now.lists', { count: overview.own }),
    work: t('now.work', { count: overview.held }),
    signIn: t(overview.hasSecondStep ? 'words.everyone' : 'words.wide'),
    mail: t(overview.hasMail ? 'now.mail' : 'now.noMail'),
  }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8">
        <PageTitle title={t('title')}>
          <bdi>{overview.name}</bdi>
        </PageTitle>
        <FindSetting />
      </div>
      {overview.isSetUp ? null : (
        <p className="mb-4">
          <LinkButton href="/setup">{t('goOn')}</LinkButton>
        </p>
      )}
      {overview.waiting === 0 ? null : (
        <div className="mb-4">
          <Notice kind="late">{t('waiting', { count: overview.waiting })}</Notice>
        </div>
      )}
      <div id="settings" className="border-t border-edge">
        {GROUPS.map(({ key, lines }) => (
          <section key={key} className="grid border-b border-hair md:grid-cols-[11rem_minmax(0,1fr)]">
            <h2 className="pt-3 text-h3">{t(`group.${key}`)}</h2>
            <ul>
              {lines
                .filter((line) => line in OWN || open.includes(line))
                .map((line) => (
                  <li key={line} className="border-b border-hair last:border-b-0">
                    <Link
                      href={HREFS[line]}
                      className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1.5 no-underline hover:bg-sunken sm:min-h-10 sm:grid-cols-[12rem_minmax(0,1fr)_auto_auto]"
                    >
                      <span className="font-semibold">
                        {isOwn(line) ? t(`page.${line}.title`) : nameOf(line)}
                      </span>
                      <span className="text-dense text-muted max-sm:row-start-2">
                        {isOwn(line) ? t(`page.${line}.what`) : menu(`what.${line}`)}
                      </span>
                      <span className="text-dense text-muted max-sm:hidden">{now[line]}</span>
                      <Icon
                        name="forward"
                        className="size-4.5 text-muted max-sm:row-span-2 max-sm:row-start-1"
                      />
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

const OWN = {
  organisation: true,
  offices: true,
  places: true,
  lists: true,
  work: true,
  signIn: true,
  mail: true,
  configuration: true,
} as const
const isOwn = (line: LineKey): line is LineKey & keyof typeof OWN => line in OWN
