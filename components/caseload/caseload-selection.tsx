'use client'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useIsLive } from '@/components/ui/use-is-live'
import type { Selection } from '@/lib/caseload/caseload-bulk.schema'

type Chosen = { readonly query: string; readonly isAll: boolean; readonly ids: ReadonlySet<string> }
type Choice = {
  /** How many files are meant. */
  readonly count: number
  readonly total: number
  readonly isChosen: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly choose: (ids: readonly string[]) => void
  readonly chooseMatching: () => void
  readonly clear: () => void
  readonly selection: Selection
}
const Context = createContext<Choice | null>(null)
const NO_IDS: ReadonlySet<string> = new Set()

type Props = {
  readonly query: string
  readonly total: number
  readonly children: ReactNode
}

/**
 * Which files of the list are chosen: some by name, or all that match but some. "All that match" is no list of what stood
 * on the screen; the server asks the query again when something is done.
 */
export const CaseloadSelection = ({ query, total, children }: Props) => {
  // With `isAll`, `ids` are the exceptions.
  const none = { query, isAll: false, ids: NO_IDS }
  const [chosen, setChosen] = useState<Chosen>(none)
  // Of another list nothing is chosen; the rest of the page stays as it is.
  const { isAll, ids } = chosen.query === query ? chosen : none
  const toggle = (id: string): void => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setChosen({ query, isAll, ids: next })
  }
  return (
    <Context
      value={{
        count: isAll ? Math.max(0, total - ids.size) : ids.size,
        total,
        isChosen: (id) => ids.has(id) !== isAll,
        toggle,
        choose: (more) => setChosen({ query, isAll: false, ids: new Set([...(isAll ? [] : ids), ...more]) }),
        chooseMatching: () => setChosen({ query, isAll: true, ids: NO_IDS }),
        clear: () => setChosen(none),
        selection: isAll ? { mode: 'matching', query, except: [...ids] } : { mode: 'ids', ids: [...ids] },
      }}
    >
      {children}
    </Context>
  )
}

export const useSelection = (): Choice => {
  const choice = useContext(Context)
  if (choice === null) throw new Error('a choice outside CaseloadSelection')
  return choice
}

/** The box of a line. */
export const SelectBox = ({ id, code }: { id: string; code: string }) => {
  const t = useTranslations('bulk')
  const { isChosen, toggle } = useSelection()
  return <Box label={t('select.one', { code })} isChecked={isChosen(id)} onChange={() => toggle(id)} />
}

/** The box at the head of the list: all of this page, or none. */
export const PageBox = ({ ids }: { ids: readonly string[] }) => {
  const t = useTranslations('bulk')
  const { isChosen, choose, clear } = useSelection()
  const isPageChosen = ids.every(isChosen)
  return (
    <Box
      label={t('select.page')}
      isChecked={isPageChosen}
      onChange={() => (isPageChosen ? clear() : choose(ids))}
    />
  )
}

/** Comes with the script: no tick is taken before there is someone to count it. */
const Box = ({ label, isChecked, onChange }: { label: string; isChecked: boolean; onChange: () => void }) => {
  const isLive = useIsLive()
  if (!isLive) return null
  return (
    <label>
      <input autoComplete="off" type="checkbox" aria-label={label} checked={isChecked} onChange={onChange} />
    </label>
  )
}
