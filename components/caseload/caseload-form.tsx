'use client'
import type { ReactNode } from 'react'
import { AddressForm } from '@/components/forms/address-form'
import { readQuery, writeQuery, writeSearch } from '@/lib/caseload/caseload.schema'

/** The choices of the caseload as its address. */
export const CaseloadForm = ({ query, children }: { query: string; children: ReactNode }) => (
  <AddressForm
    action="/cases"
    query={query}
    className="contents"
    toAddress={(fields) => {
      const address = readQuery(fields.toString())
      return { query: writeQuery(address), href: writeSearch(address) }
    }}
  >
    {children}
  </AddressForm>
)
