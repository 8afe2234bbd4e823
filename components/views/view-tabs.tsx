import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { DropDown } from '@/components/ui/drop-down'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { editView, removeView } from '@/lib/views/view.actions'
import type { SavedView } from '@/lib/views/view.data'
import { toCurrentQuery, toViewHref } from '@/lib/views/view.view'
import { ViewEditForm, ViewForm } from './view-form'

type Team = { readonly id: string; readonly name: string }

/** The saved views as tabs, whether the one that is open has been changed, and what can be done about it. */
export const ViewTabs = ({
  views,
  teams,
  query,
  current,
}: {
  views: readonly SavedView[]
  /** The offices one may make views for. */
  teams: readonly Team[]
  query: string
  /** The view someone came from. */
  current: string | null
}) => {
  const t = useTranslations('views')
  const open =
    views.find(({ id }) => id === current) ?? views.find((view) => toCurrentQuery(view.query) === query)
  const isChanged = open !== undefined && toCurrentQuery(open.query) !== query
  const canChange = open !== undefined && (open.teamId === null || teams.some(({ id }) => id === open.teamId))
  const pinned = views.filter(({ isPinned, id }) => isPinned || id === open?.id)
  const others = views.filter((view) => !pinned.includes(view))
  const label = ({ name, team }: SavedView): string =>
    team === null ? name : t('of', { name, team: team.name })
  return (
    <section
      aria-label={t('title')}
      className="flex flex-wrap items-center gap-x-1 print:hidden lg:flex-nowrap [&_nav]:my-0 [&_nav]:min-w-0 [&_nav]:flex-nowrap [&_nav]:overflow-x-auto [&_nav]:border-b-0"
    >
      {/* One tab alone chooses nothing. */}
      {pinned.length === 0 && query === '' ? null : (
        <Tabs
          label={t('title')}
          tabs={[
            { href: '/cases', label: t('all'), isCurrent: open === undefined && query === '' },
            ...pinned.map((view) => ({
              href: toViewHref(view),
              label:
                view.id === open?.id && isChanged ? (
                  <>
                    {label(view)}
                    <span aria-hidden="true" className="ms-1 text-late">
                      ●
                    </span>
                    <span className="sr-only">{t('changed')}</span>
                  </>
                ) : (
                  label(view)
                ),
              isCurrent: view.id === open?.id,
            })),
          ]}
        />
      )}
      <div className="flex shrink-0 items-center gap-x-1">
        {open !== undefined && isChanged ? (
          <>
            {canChange ? <SaveButton view={open} query={query} /> : null}
            <LinkButton kind="plain" size="small" href={toViewHref(open)}>
              {t('reset')}
            </LinkButton>
          </>
        ) : null}
        {query === '' || (open !== undefined && !isChanged) ? null : (
          <DropDown look="link" label={t(open === undefined ? 'save' : 'saveAs')}>
            <ViewForm query={query} teams={teams} />
          </DropDown>
        )}
        {open !== undefined && canChange && !isChanged ? (
          <DropDown look="link" label={t('change')}>
            <div className="grid gap-4">
              <ViewEditForm key={`${open.id} ${open.version}`} view={open} />
              <ActionButton
                action={removeView}
                input={{ viewId: open.id, version: open.version }}
                kind="plain"
                then="/cases"
              >
                {t('remove')}
              </ActionButton>
            </div>
          </DropDown>
        ) : null}
        {others.length === 0 ? null : (
          <DropDown look="link" label={t('more', { count: others.length })}>
            <ul>
              {others.map((view) => (
                <li key={view.id}>
                  <Link href={toViewHref(view)} className="inline-block py-1">
                    {label(view)}
                  </Link>
                </li>
              ))}
            </ul>
          </DropDown>
        )}
      </div>
    </section>
  )
}

const SaveButton = ({ view, query }: { view: SavedView; query: string }) => {
  const t = useTranslations('views')
  const { id: viewId, version, name, isPinned } = view
  return (
    <ActionButton
      key={`${viewId} ${version} ${query}`}
      action={editView}
      input={{ viewId, version, name, isPinned, query }}
    >
      {t('saveChange')}
    </ActionButton>
  )
}
