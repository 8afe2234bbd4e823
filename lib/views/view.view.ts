import { type Raw, readQuery, writeQuery } from '@/lib/caseload/caseload.schema'

type View = { readonly id: string; readonly query: string }

/** An address that names a view and says nothing else is the view itself; one that says more is meant as it stands. */
export const toOpened = (search: Raw, views: readonly View[]): Raw => {
  const view = views.find(({ id }) => id === search.view)
  if (view === undefined || Object.keys(search).some((name) => name !== 'view')) return search
  const opened: Record<string, string | string[]> = { view: view.id }
  for (const [name, value] of new URLSearchParams(view.query)) {
    const before = opened[name]
    opened[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value]
  }
  return opened
}

/** The query of a view as it is written today: one that was saved long ago may say the same in other words. */
export const toCurrentQuery = (query: string): string => writeQuery(readQuery(query))

/** The address of a view: all of its query, so that it can be sent to a colleague who does not have the view. */
export const toViewHref = ({ id, query }: View): string => {
  const text = toCurrentQuery(query)
  return `/cases?view=${id}${text === '' ? '' : `&${text}`}`
}
