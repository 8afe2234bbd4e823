'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'

/**
 * A form whose fields are the address. Without a script it is an ordinary form with a button; with one, each change
 * applies at once. When the address changes by another way (a chip, a tab, back), the fields follow it.
 * @param query what the address says now, written the way `toAddress` writes it
 */
export const AddressForm = ({
  action,
  query,
  toAddress,
  className = 'grid gap-2',
  children,
}: {
  action: string
  query: string
  toAddress: (fields: URLSearchParams) => { readonly query: string; readonly href: string }
  className?: string
  children: ReactNode
}) => {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const asked = useRef<string | null>(null)
  useEffect(() => {
    // An older answer that comes while the reader has chosen on must not take their choice back.
    if (asked.current !== null && asked.current !== query) return
    asked.current = null
    form.current?.reset()
  }, [query])
  const apply = (): void => {
    if (form.current === null) return
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form.current))
      if (typeof value === 'string') fields.append(name, value)
    const address = toAddress(fields)
    asked.current = address.query
    router.replace(address.href, { scroll: false })
  }
  return (
    <form
      autoComplete="off"
      ref={form}
      action={action}
      className={classNames(className, 'print:hidden')}
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
