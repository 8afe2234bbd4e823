'use client'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { putLine } from './search-line'

const SEARCH = '/people/search'

/**
 * A box for a name or a code: the search of people answers. What is typed goes there in the memory of this window and stands in no
 * address: the field has no name, so that nothing of it is sent before the script is here.
 */
export const NameBox = ({ label }: { label: string }) => {
  const router = useRouter()
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const field = event.currentTarget.querySelector('input')
    if (field === null || field.value.trim() === '') return
    putLine(field.value)
    router.push(SEARCH)
  }
  return (
    <search className="max-sm:shrink-0">
      <form action={SEARCH} autoComplete="off" onSubmit={find}>
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          maxLength={300}
          dir="auto"
          spellCheck={false}
          translate="no"
          autoComplete="off"
          className="h-11 w-38 rounded border border-edge bg-surface px-2.5 text-dense text-ink placeholder:text-muted sm:h-8.5 sm:w-47"
        />
      </form>
    </search>
  )
}
