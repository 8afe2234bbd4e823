import { useTranslations } from 'next-intl'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'
import { CLOCK, Drawing } from '@/components/ui/drawing'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { Overview } from '@/lib/configuration/overview.data'
import { FindSetting } from './find-setting'

const GROUPS = [
  { key: 'organisation', lines: ['organisation', 'offices', 'places'] },
  { key: 'records', lines: ['lists', 'fields', 'letters', 'work', 'projects'] },
  { key: 'people', lines: ['accounts', 'signIn', 'figureReaders'] },
  { key: 'data', lines: ['rights', 'configuration', 'equals', 'upkeep'] },
  { key: 'technical', lines: ['mail', 'system'] },
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
}

/** All settings of the organisation, by subject, each with what holds now. */
export const SettingsPage = ({
  overview,
  open,
  inUse,
  system,
}: {
  overview: Overview
  open: readonly string[]
  /** How many of each hold now. */
  inUse: Readonly<Record<'fields' | 'letters' | 'projects', number>>
  /** How many parts of the system need action now, and soon. */
  system: { readonly now: number; readonly soon: number }
}) => {
  const t = useTranslations('settings')
  const menu = useTranslations('menu')
  const nameOf = usePageName()
  const now: Partial<Record<LineKey, string>> = {
    organisation: t('now.languages', { count: overview.languages.length }),
    offices: t('now.offices', { count: overview.offices.length }),
    places: overview.ownPlaces === 0 ? '' : t('now.places', { count: overview.ownPlaces }),
    lists: overview.own === 0 ? '' : t('now.lists', { count: overview.own }),
    fields: t('now.fields', { count: inUse.fields }),
    letters: t('now.letters', { count: inUse.letters }),
    work: t('now.work', { count: overview.held }),
    projects: t('now.projects', { count: inUse.projects }),
    accounts: t('now.accounts', { count: overview.accounts }),
    signIn: t(overview.hasSecondStep ? 'now.secondStep' : 'now.secondStepSome'),
    mail: t(overview.hasMail ? 'now.mail' : 'now.noMail'),
    system:
      system.now > 0
        ? t('now.act', { count: system.now })
        : system.soon > 0
          ? t('now.soon', { count: system.soon })
          : t('now.inOrder'),
  }
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-8">
        <PageTitle
          title={t('title')}
          heading={
            <>
              {t('title')}{' '}
              <span className="font-sans text-base font-normal text-muted">
                <bdi>{overview.name}</bdi>
              </span>
            </>
          }
        />
        <div className="mb-4 flex items-start gap-3 max-sm:w-full">
          <FindSetting />
          {overview.isSetUp ? null : (
            <LinkButton href="/setup" className="shrink-0 max-sm:px-3">
              {t('goOn')}
            </LinkButton>
          )}
        </div>
      </div>
      {overview.waiting === 0 ? null : (
        <p className="mb-2 flex items-baseline gap-1.5 text-sm font-semibold text-late">
          <Drawing path={CLOCK} className="size-4 shrink-0 self-center" />
          {t('waiting', { count: overview.waiting })}
        </p>
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
                      className="flex min-h-12 items-center gap-x-3 py-1.5 no-underline hover:bg-sunken sm:min-h-10"
                    >
                      <span className="grow font-semibold sm:w-48 sm:shrink-0 sm:grow-0">
                        {isOwn(line) ? t(`page.${line}.title`) : nameOf(line)}
                      </span>
                      {/* A phone has room for what holds; what a page is for, its name says there. */}
                      <span className="grow text-dense text-muted max-sm:hidden">
                        {isOwn(line) ? t(`page.${line}.what`) : menu(`what.${line}`)}
                      </span>
                      <span className="text-end text-dense text-muted sm:whitespace-nowrap">{now[line]}</span>
                      <Icon name="forward" className="size-4.5 shrink-0 text-muted" />
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
