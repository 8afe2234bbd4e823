'use client'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useIsLive } from '@/components/ui/use-is-live'
import type { Selection } from '@/lib/caseload/caseload-bulk.schema'

type Chosen = { readonly isAll: boolean; readonly ids: ReadonlySet<string> }
type Choice = {
  /** How many files are meant. */
  readonly count: number
  readonly total: number
  readonly isChosen: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly choosePage: () => void
  readonly chooseMatching: () => void
  readonly clear: () => void
  readonly selection: Selection
}
const Context = createContext<Choice | null>(null)
const NONE: Chosen = { isAll: false, ids: new Set() }

type Props = {
  readonly query: string
  readonly total: number
  readonly pageIds: readonly string[]
  readonly children: ReactNode
}

/**
 * Which files of the list are chosen: some by name, or all that match but some. "All that match" is no list of what stood
 * on the screen; the server asks the query again when something is done.
 */
export const CaseloadSelection = ({ query, total, pageIds, children }: Props) => {
  // With `isAll`, `ids` are the exceptions.
  const [{ isAll, ids }, setChosen] = useState<Chosen>(NONE)
  const toggle = (id: string): void => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setChosen({ isAll, ids: next })
  }
  return (
    <Context
      value={{
        count: isAll ? Math.max(0, total - ids.size) : ids.size,
        total,
        isChosen: (id) => ids.has(id) !== isAll,
        toggle,
        choosePage: () => setChosen({ isAll: false, ids: new Set([...(isAll ? [] : ids), ...pageIds]) }),
        chooseMatching: () => setChosen({ isAll: true, ids: new Set() }),
        clear: () => setChosen(NONE),
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

/** The box at the head of a line. */
export const SelectBox = ({ id, code }: { id: string; code: string }) => {
  const t = useTranslations('caseload')
  const { isChosen, toggle } = useSelection()
  const isLive = useIsLive()
  return (
    <label className="grid size-11 place-items-center sm:size-7">
      <input
        autoComplete="off"
        type="checkbox"
        disabled={!isLive}
        className="size-5 accent-accent"
        checked={isChosen(id)}
        onChange={() => toggle(id)}
      />
      <span className="sr-only">{t('select.one', { code })}</span>
    </label>
  )
}
