'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { readQuery, writeQuery, writeSearch } from '@/lib/cases/caseload.schema'

/**
 * A form whose fields are the address. Without a script it is an ordinary form with a button; with one, each change
 * applies at once. When the address changes by another way (a chip, a tab, back), the fields follow it.
 */
export const CaseloadForm = ({ query, children }: { query: string; children: ReactNode }) => {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const asked = useRef<string | null>(null)
  useEffect(() => {
    // An older answer that comes while the reader has chosen on must not take her choice back.
    if (asked.current !== null && asked.current !== query) return
    asked.current = null
    form.current?.reset()
  }, [query])
  const apply = (): void => {
    if (form.current === null) return
    const text = new URLSearchParams()
    for (const [name, value] of new FormData(form.current))
      if (typeof value === 'string') text.append(name, value)
    const address = readQuery(text.toString())
    asked.current = writeQuery(address)
    router.replace(writeSearch(address), { scroll: false })
  }
  return (
    <form
      ref={form}
      action="/cases"
      className="flex flex-wrap items-start gap-2 print:hidden"
      onChange={apply}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      {children}
    </form>
  )
}
